import type { Database, Transaction } from '#database';
import { uuidv7 } from 'uuidv7';

/** Columns of `mediator` in which a test wants something of its own. */
export type MediatorColumns = Readonly<Record<string, unknown>>;

/** Inserts a published mediator who agreed to be listed and matched, with little else. */
export async function insertListed(
  tx: Pick<Transaction, 'query'>,
  columns: MediatorColumns = {},
): Promise<string> {
  const row = {
    id: uuidv7(),
    state: 'published',
    full_name: 'Test Person',
    display_name: 'Test',
    nationalities: ['ML'],
    residence: 'SN',
    ruled_out: ['NE'],
    years: 12,
    ...columns,
  };
  const names = Object.keys(row);
  await tx.query(
    `INSERT INTO mediator (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
  for (const purpose of ['LISTED', 'MATCHED']) {
    await tx.query(
      `INSERT INTO consent (id, mediator_id, purpose, text_version, channel, recorded_by, given_on)
       VALUES ($1, $2, $3, '1', 'network', 'test', '2026-01-01')`,
      [uuidv7(), row.id, purpose],
    );
  }
  return row.id;
}

/** Takes back her consent to be listed. */
export async function withdrawConsent(tx: Pick<Transaction, 'query'>, id: string): Promise<void> {
  await tx.query(
    `UPDATE consent SET withdrawn_at = now() WHERE mediator_id = $1 AND purpose = 'LISTED'`,
    [id],
  );
}

/** A transaction that stays open until it is told to commit. */
export function heldTransaction(database: Database) {
  let commit = (): void => undefined;
  const told = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let done: Promise<void> = Promise.resolve();
  return {
    run: <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        done = database.transaction(async (tx) => {
          resolve(await work(tx));
          await told;
        });
        done.catch(reject);
      }),
    commit: async (): Promise<void> => {
      commit();
      await done;
    },
  };
}
