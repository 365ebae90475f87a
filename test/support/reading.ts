import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkRow,
  ColumnMap,
  openRows,
  type Mapping,
  type ProfileDraft,
  type RawRow,
  sayReject,
  type Reject,
  type Said,
} from '#directory';
import { sayRemark, type SaidRemark } from './importing.js';

/** What is read from a file, before a database is asked. */
export interface Read {
  readonly rows: readonly RawRow[];
  readonly drafts: readonly ProfileDraft[];
  /** In English, as the remarks. */
  readonly rejects: readonly Said<Reject>[];
  readonly remarks: readonly SaidRemark[];
  /** The sentence with which the file was refused. */
  readonly refused: string | null;
}

export interface Reading {
  readonly mapping?: Mapping;
  readonly sheet?: string;
}

/** Reads bytes as a file of this name. */
export async function read(
  name: string,
  content: string | Buffer,
  { mapping, sheet }: Reading = {},
): Promise<Read> {
  const folder = await mkdtemp(join(tmpdir(), 'baraza-reading-'));
  const path = join(folder, name);
  try {
    await writeFile(path, content);
    return await readPath(path, new ColumnMap(mapping), sheet);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function readPath(
  path: string,
  columns = new ColumnMap(),
  sheet?: string,
): Promise<Read> {
  const rows: RawRow[] = [];
  const drafts: ProfileDraft[] = [];
  const rejects: Said<Reject>[] = [];
  const remarks: SaidRemark[] = [];
  try {
    for await (const item of await openRows(path, columns, {
      sheets: sheet === undefined ? [] : [sheet],
    })) {
      if ('fate' in item) {
        remarks.push(sayRemark(item));
        continue;
      }
      rows.push(item);
      const checked = checkRow(item, columns, '2026-11-01');
      if (checked.draft) drafts.push(checked.draft);
      else rejects.push(...checked.rejects.map((reject) => sayReject(reject, 'en')));
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ImportRefusedError') throw error;
    return { rows, drafts, rejects, remarks, refused: error.message };
  }
  return { rows, drafts, rejects, remarks, refused: null };
}
