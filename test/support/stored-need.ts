import type { Transaction } from '#database';
import { uuidv7 } from 'uuidv7';

/** Columns of `need` in which a test wants something of its own. */
export type NeedColumns = Readonly<Record<string, unknown>>;

/** Inserts a need for speakers of English, open unless `state` says otherwise, with the times of its state. */
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
  const { state } = row;
  const now = new Date();
  const times = {
    ...(state !== 'draft' && { opened_at: now }),
    ...((state === 'filled' || state === 'cancelled') && { closed_at: now }),
  };
  const stored = { ...times, ...row };
  const names = Object.keys(stored);
  await tx.query(
    `INSERT INTO need (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(stored),
  );
  return id;
}

/** Inserts an open shortlist with one woman on it. */
export async function insertShortlist(
  tx: Pick<Transaction, 'query'>,
  needId: string,
  mediatorId: string,
): Promise<{ shortlist: string; entry: string }> {
  const [shortlist, entry] = [uuidv7(), uuidv7()];
  await tx.query(
    `INSERT INTO shortlist (id, need_id, title, created_by) VALUES ($1, $2, 'First choice', 'test')`,
    [shortlist, needId],
  );
  await tx.query(
    `INSERT INTO shortlist_entry (id, shortlist_id, mediator_id, public_id, rank, score, total, model_version, considered,
       eligible, contributions, asked, added_by)
     SELECT $1, $2, id, public_id, 1, 500000, 125000000, 1, 4, 3, '[]', $4, 'test' FROM mediator WHERE id = $3`,
    [entry, shortlist, mediatorId, { date: '2026-01-01', hard: {}, soft: {} }],
  );
  return { shortlist, entry };
}
