import { NO_TERMS } from '#introductions';
import type { Services } from './services.js';
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

/** Inserts a request for an introduction to a woman on a shortlist, which the desk of a network has forwarded to her. */
export async function insertIntroduction(
  tx: Pick<Transaction, 'query'>,
  {
    need,
    entry,
    network,
  }: { readonly need: string; readonly entry: string; readonly network: string },
): Promise<string> {
  const id = uuidv7();
  await tx.query(
    `INSERT INTO introduction_shown (id, need_id, organization_id, urgency, requested_by, requested_at, due_at)
     SELECT $1, n.id, n.organization_id, n.urgency, 'test', now(), now() + interval '14 days' FROM need n WHERE n.id = $2`,
    [id, need],
  );
  await tx.query(
    `INSERT INTO introduction (id, need_id, entry_id, mediator_id, public_id, network_id, state, urgency, requested_at,
       desk_remind_at, desk_due_at, desk_ends_at, forwarded_at, acknowledged_at, answer_due_at, terms_revision, wake_at)
     SELECT $1, $2, e.id, e.mediator_id, e.public_id, $4, 'forwarded', 'routine', now(), now() + interval '1 day',
       now() + interval '2 days', now() + interval '4 days', now(), now(), now() + interval '7 days', 1,
       now() + interval '3 days'
     FROM shortlist_entry e WHERE e.id = $3`,
    [id, need, entry, network],
  );
  return id;
}

/** Inserts a deployment that begins with an introduction, as it is planned. */
export async function insertDeployment(
  { database, vault }: Pick<Services, 'database' | 'vault'>,
  of: { readonly introduction: string; readonly network: string; readonly organization: string },
): Promise<string> {
  const id = uuidv7();
  const words = {
    terms: NO_TERMS,
    supervisor: '',
    reason: '',
    outcomeSource: '',
    experience: null,
    spoken: [],
  };
  await database.transaction(async (tx) => {
    const { keyId, bytes } = (await vault.sealer(tx)).seal(
      JSON.stringify(words),
      `deployment:${id}`,
    );
    await tx.query(
      `INSERT INTO deployment (id, introduction_id, need_id, mediator_id, organization_id, network_id, mode, engagement,
         starts_on, ends_on, first_ends_on, percent, terms_revision, key_id, sealed, wake_at, created_by)
       SELECT $1, i.id, i.need_id, i.mediator_id, $3, $4, 'remote', 'pro-bono', '2097-01-04', '2097-03-31', '2097-03-31',
         50, 1, $5, $6, '2097-01-04', 'test' FROM introduction i WHERE i.id = $2`,
      [id, of.introduction, of.organization, of.network, keyId, bytes],
    );
  });
  return id;
}
