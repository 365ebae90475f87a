import { crc32 } from 'node:zlib';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { problem } from '#messages';
import { ImportRefusedError } from '../../import-refused-error.js';
import type { PackedPart } from './archive.js';

export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Record<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** What a part is expected to be: the name of its root, and the namespaces in which that name counts. */
export interface PartKind {
  readonly root: string;
  readonly namespaces: readonly string[];
  /** Attributes have prefixes throughout, which are left out. */
  readonly prefixed?: true;
}

/** Of attributes that name other parts (ECMA-376, transitional and strict). */
const RELATIONSHIPS = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);

/** Characters between two events that are held in memory at the most. */
const LONGEST_EVENT = 4_000_000;
/** Elements within one another; those of a workbook stand in some ten others. */
const DEEPEST = 256;

/**
 * Elements and text of an XML part, as they are read: those of one piece of it at a time. Names come without namespace prefix, and as ''
 * where the namespace is not the part's own; of attributes those without a prefix, and `r:id` and its
 * like by their namespace. Entities that the document declares itself are not expanded.
 *
 * @throws ImportRefusedError when the part cannot be unpacked, is not valid XML, is another kind of
 * part, nests its elements too deep, or holds one text of an unreasonable size.
 */
export async function* xmlEvents(
  part: PackedPart,
  kind: PartKind,
): AsyncGenerator<readonly XmlEvent[]> {
  let events: XmlEvent[] = [];
  let isRoot = true;
  const parser = new SaxesParser({ xmlns: true });
  /** Of the elements that are open. */
  const names: string[] = [];
  parser.on('opentag', (tag) => {
    const name = kind.namespaces.includes(tag.uri) ? tag.local : '';
    names.push(name);
    if (names.length > DEEPEST) throw new ImportRefusedError(problem('workbook.bomb'));
    if (isRoot && name !== kind.root) {
      throw new ImportRefusedError(problem('damaged.kind', { part: part.name, kind: kind.root }));
    }
    isRoot = false;
    events.push({ kind: 'open', name, attributes: attributesOf(tag, kind) });
  });
  parser.on('closetag', () => events.push({ kind: 'close', name: names.pop() ?? '' }));
  parser.on('text', (text) => events.push({ kind: 'text', text }));
  parser.on('cdata', (text) => events.push({ kind: 'text', text }));
  parser.on('error', () => {
    throw new ImportRefusedError(problem('damaged.xml'));
  });
  let silent = 0;
  for await (const text of unpacked(part)) {
    parser.write(text);
    silent = events.length > 0 ? 0 : silent + text.length;
    if (silent > LONGEST_EVENT) {
      throw new ImportRefusedError(problem('workbook.hugeCell'));
    }
    const ready = events;
    events = [];
    yield ready;
  }
  parser.close();
  yield events;
}

/**
 * The text of a part, piece by piece: UTF-8, or UTF-16 with its mark.
 *
 * @throws ImportRefusedError when it cannot be unpacked or its checksum is wrong.
 */
export async function* unpacked({ stream, crc32: expected }: PackedPart): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let checksum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      decoder ??= new TextDecoder(encodingOf(chunk));
      yield decoder.decode(chunk, { stream: true });
    }
    if (checksum !== expected) throw new Error('The checksum is wrong.');
  } catch {
    throw new ImportRefusedError(problem('damaged.packed'));
  } finally {
    stream.destroy();
  }
  yield decoder?.decode() ?? '';
}

function encodingOf(start: Buffer): string {
  const mark = start.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  return mark === 'feff' ? 'utf-16be' : 'utf-8';
}

function attributesOf(
  { attributes }: SaxesTagNS,
  { namespaces, prefixed }: PartKind,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const key in attributes) {
    const attribute = attributes[key];
    if (!attribute) continue;
    const { prefix, local, uri, value } = attribute;
    // An extension may have a name of the format's own: the format's counts.
    if (prefixed) found[local] = namespaces.includes(uri) ? value : (found[local] ?? value);
    else if (prefix === '') found[local] = value;
    else if (RELATIONSHIPS.has(uri)) found[`r:${local}`] = value;
  }
  return found;
}
