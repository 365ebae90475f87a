import type { Transaction } from '#database';
import { uuidv7 } from 'uuidv7';

/** Columns of `need` in which a test wants something of its own. */
export type NeedColumns = Readonly<Record<string, unknown>>;

/** Inserts an open need for speakers of English. */
export async function insertNeed(
  tx: Pick<Transaction, 'query'>,
  columns: NeedColumns = {},
): Promise<string> {
  const id = uuidv7();
  const criteria = { date: '2026-11-01', hard: {}, soft: { languages: [{ code: 'en' }] } };
  const row = {
    id,
    slug: `need-${id}`,
    title: 'Talks at the lake',
    state: 'open',
    criteria: JSON.stringify(criteria),
    ...columns,
  };
  const names = Object.keys(row);
  await tx.query(
    `INSERT INTO need (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
  return id;
}
