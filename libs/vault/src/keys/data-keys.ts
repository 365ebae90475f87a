import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import type { Reader } from '#database';
import type { DataKeyName, MasterKeyRing, WrappedKey } from './master-key-ring.js';

/** The data keys of a database, opened. */
export interface DataKeys {
  readonly seal: ReadonlyMap<number, KeyObject>;
  /** Null before the first opening of the database. */
  readonly index: KeyObject | null;
  readonly fingerprint: KeyObject | null;
}

const LENGTH = 32;
const SELECT = 'SELECT id, purpose, wrapped, master_id AS "masterId" FROM data_key';

/** Reads and unwraps every data key. @throws VaultError where a master key is not there or the wrong one. */
export async function readDataKeys(database: Reader, masters: MasterKeyRing): Promise<DataKeys> {
  const rows = await database.query<WrappedKey>(`${SELECT} ORDER BY id`);
  const seal = new Map<number, KeyObject>();
  let index: Buffer | null = null;
  for (const row of rows) {
    const bytes = masters.unwrap(row);
    if (row.purpose === 'seal') seal.set(row.id, createSecretKey(bytes));
    else index = bytes;
  }
  return { seal, index: derived(index, 'index'), fingerprint: derived(index, 'fingerprint') };
}

/** Makes a data key, wrapped by the current master key. */
export async function makeDataKey(
  database: Reader,
  masters: MasterKeyRing,
  purpose: DataKeyName['purpose'],
): Promise<number> {
  const [next] = await database.query<{ id: number }>(
    'SELECT coalesce(max(id), 0)::int + 1 AS id FROM data_key',
  );
  const { id, wrapped, masterId } = masters.wrap(
    { id: next?.id ?? 1, purpose },
    randomBytes(LENGTH),
  );
  await database.query(
    'INSERT INTO data_key (id, purpose, wrapped, master_id) VALUES ($1, $2, $3, $4)',
    [id, purpose, wrapped, masterId],
  );
  return id;
}

/** Wraps every data key that another master key has wrapped by the current one; gives their ids. */
export async function rewrapDataKeys(database: Reader, masters: MasterKeyRing): Promise<number[]> {
  const rows = await database.query<WrappedKey>(
    `${SELECT} WHERE master_id <> $1 ORDER BY id FOR UPDATE`,
    [masters.currentId],
  );
  for (const row of rows) {
    const { wrapped, masterId } = masters.wrap(row, masters.unwrap(row));
    await database.query('UPDATE data_key SET wrapped = $2, master_id = $3 WHERE id = $1', [
      row.id,
      wrapped,
      masterId,
    ]);
  }
  return rows.map(({ id }) => id);
}

/** One key for one use (HKDF-SHA-256), so that a blind index tells nothing of a fingerprint. */
function derived(secret: Buffer | null, use: string): KeyObject | null {
  if (!secret) return null;
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `baraza:${use}`, LENGTH)));
}
