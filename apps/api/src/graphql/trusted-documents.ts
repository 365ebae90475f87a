import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingsError } from '#config';
import { firstLetters } from '#kernel';
import { parse } from 'graphql';

/** What the file of Apollo's `generate-persisted-query-manifest` calls itself. */
const APOLLO_FORMAT = 'apollo-persisted-query-manifest';

/**
 * GraphQL documents that operators took over from the builds of their clients, by the SHA-256 of their texts in
 * hexadecimal digits (docs/graphql.md#trusted-documents).
 */
export class TrustedDocuments {
  private constructor(private readonly documents: ReadonlyMap<string, string>) {}

  /**
   * Those of a file, or of all `.json` files of a folder; none where there is no place.
   *
   * @throws SettingsError where the place cannot be read, or holds anything but documents under the hashes of their texts
   */
  static async read(place: string | null): Promise<TrustedDocuments> {
    if (place === null) return new TrustedDocuments(new Map());
    const documents = new Map<string, string>();
    for (const file of await filesOf(place)) {
      for (const [id, text] of await entriesOf(file)) {
        documents.set(checkedHash(file, id, text), text as string);
      }
    }
    return new TrustedDocuments(documents);
  }

  get size(): number {
    return this.documents.size;
  }

  /** The text under a hash; undefined where it is none of these. */
  get(hash: string): string | undefined {
    return this.documents.get(hash);
  }
}

async function filesOf(place: string): Promise<string[]> {
  try {
    if (!(await stat(place)).isDirectory()) return [place];
    const names = (await readdir(place)).filter((name) => name.endsWith('.json'));
    return names.toSorted().map((name) => join(place, name));
  } catch (error) {
    throw unreadable(place, `cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** Ids and texts of a file, in either of the two forms that the tools of clients write. */
async function entriesOf(file: string): Promise<(readonly [string, unknown])[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw unreadable(file, 'is no JSON');
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw unreadable(file, 'is no JSON object');
  }
  if (!('format' in content)) return Object.entries(content);
  const { format, version, operations } = content as Record<string, unknown>;
  if (format !== APOLLO_FORMAT || version !== 1 || !Array.isArray(operations)) {
    throw unreadable(file, `is no ${APOLLO_FORMAT} of version 1`);
  }
  return operations.map((operation) => {
    const { id, body } = (operation ?? {}) as { id?: unknown; body?: unknown };
    return [String(id), body] as const;
  });
}

/** A document under another hash than its own was changed by somebody, or hashed in another way. */
function checkedHash(file: string, id: string, text: unknown): string {
  const named = `has, under "${firstLetters(id, 80)}",`;
  if (typeof text !== 'string') throw unreadable(file, `${named} no text`);
  const hash = createHash('sha256').update(text).digest('hex');
  if (id.toLowerCase() !== hash) {
    throw unreadable(file, `${named} a document whose SHA-256 is another: ${hash}`);
  }
  try {
    parse(text);
  } catch {
    throw unreadable(file, `${named} a text that is no GraphQL document`);
  }
  return hash;
}

function unreadable(place: string, problem: string): SettingsError {
  return new SettingsError([`BARAZA_TRUSTED_DOCUMENTS: ${place} ${problem}.`]);
}
