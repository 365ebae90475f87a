import { posix } from 'node:path';
import { problem } from '#messages';
import { ImportRefusedError } from '../../import-refused-error.js';
import type { Archive, PackedPart } from '../zip/archive.js';
import { PARTS } from './parts.js';
import { xmlEvents } from '../zip/xml.js';

/** Where one part of a package refers to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`. */
  readonly type: string;
  /** Name of the part; null for something outside the package. */
  readonly part: string | null;
}

/** Transitional, strict and Microsoft's own types of relationships. */
const TYPE =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml|schemas\.microsoft\.com)\/.*\/(\w+)$/;
/** Types of relationships of which a part has one at the most. */
const SINGLE = new Set(['officeDocument', 'sharedStrings', 'styles']);
const CONTENT_TYPES = '[Content_Types].xml';
const MACROS = problem('workbook.macros');

/** A package of parts that refer to each other by relationships (ECMA-376-2). */
export class Package {
  constructor(private readonly archive: Archive) {}

  /** @see Archive.keep */
  keep(): void {
    this.archive.keep();
  }

  /** Name of the workbook, after a look at what kind of workbook it is. */
  async workbook(): Promise<string> {
    const related = await this.relationships('');
    const part = related.find(({ type }) => type === 'officeDocument')?.part;
    if (!part) {
      throw new ImportRefusedError(problem('workbook.none'));
    }
    const types = await this.contentTypes();
    const type =
      types.get(`/${part}`.toLowerCase()) ??
      types.get(posix.extname(part).slice(1).toLowerCase()) ??
      '';
    if (/binary/i.test(type)) {
      throw new ImportRefusedError(problem('workbook.binary'));
    }
    if ([...types.values()].some((other) => /macroEnabled|vbaProject/i.test(other))) {
      throw new ImportRefusedError(MACROS);
    }
    if (/wordprocessingml|presentationml/i.test(type)) {
      throw new ImportRefusedError(problem('workbook.otherDocument'));
    }
    return part;
  }

  /**
   * What a part refers to; '' is the package itself.
   *
   * @throws ImportRefusedError when that cannot be read.
   */
  async relationships(from: string): Promise<Relationship[]> {
    const found: Relationship[] = [];
    const taken = new Set<string>();
    const name = posix.join(posix.dirname(from), '_rels', `${posix.basename(from)}.rels`);
    if (from !== '' && !this.archive.has(name)) return found;
    for await (const events of xmlEvents(await this.archive.part(name), PARTS.relationships)) {
      for (const event of events) {
        if (event.kind !== 'open' || event.name !== 'Relationship') continue;
        const { Id: id = '', Type = '', Target = '', TargetMode } = event.attributes;
        const type = TYPE.exec(Type)?.[1] ?? '';
        if (/vbaProject|macrosheet/i.test(type)) throw new ImportRefusedError(MACROS);
        // A type is no id: a space stands before it.
        const claims = SINGLE.has(type) ? [id, ` ${type}`] : [id];
        if (claims.some((claim) => taken.has(claim))) {
          throw new ImportRefusedError(problem('damaged.twoParts', { part: name }));
        }
        for (const claim of claims) taken.add(claim);
        this.keep();
        found.push({ id, type, part: TargetMode === 'External' ? null : partAt(Target, from) });
      }
    }
    return found;
  }

  has(part: string): boolean {
    return this.archive.has(part);
  }

  /** @throws ImportRefusedError when the part is missing. */
  part(name: string): Promise<PackedPart> {
    return this.archive.part(name);
  }

  /** Content types by part name (in small letters, with a slash first) and by ending. */
  private async contentTypes(): Promise<Map<string, string>> {
    const types = new Map<string, string>();
    for await (const events of xmlEvents(
      await this.archive.part(CONTENT_TYPES),
      PARTS.contentTypes,
    )) {
      for (const event of events) {
        if (event.kind !== 'open') continue;
        const { PartName, Extension, ContentType = '' } = event.attributes;
        const key = event.name === 'Override' ? PartName : Extension;
        if (key === undefined) continue;
        this.keep();
        types.set(key.toLowerCase(), ContentType);
      }
    }
    return types;
  }
}

/** A target is a URI reference, from the part that names it on. */
function partAt(target: string, from: string): string {
  try {
    return decodeURIComponent(new URL(target, `http://package/${from}`).pathname).slice(1);
  } catch {
    return target;
  }
}
