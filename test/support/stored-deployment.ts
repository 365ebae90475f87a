import type { Transaction } from '#database';
import { introductionsSealedTables, NO_TERMS } from '#introductions';
import { deploymentsSealedTables } from '#deployments';
import type { SealedTable, Vault } from '#vault';
import { uuidv7 } from 'uuidv7';

type Columns = Readonly<Record<string, unknown>>;
type Tx = Pick<Transaction, 'query'>;

/** What a stored introduction is about. */
export interface StoredAsk {
  readonly needId: string;
  readonly organizationId: string;
  readonly networkId: string;
  readonly mediatorId: string;
}

/**
 * Inserts both sides of an introduction that was requested at a moment. The organizer's side ended when hers did, with
 * the word that is given.
 */
export async function insertIntroduction(
  tx: Tx,
  { needId, organizationId, networkId, mediatorId }: StoredAsk,
  {
    at,
    state = 'declined',
    word = 'no-answer',
    steps = {},
    words,
    vault,
    ...columns
  }: Columns & {
    readonly at: Date;
    readonly state?: string;
    readonly word?: string;
    /** Steps and when they were taken. */
    readonly steps?: Readonly<Record<string, Date>>;
    /** What is sealed of it, and by what. */
    readonly words?: object;
    readonly vault?: Vault;
  },
): Promise<string> {
  const id = uuidv7();
  const open = ['requested', 'returned', 'forwarded', 'accepted', 'confirmed', 'connected'];
  const isOpen = open.includes(state);
  const endedAt = isOpen ? null : (columns.ended_at ?? at);
  const urgency = columns.urgency ?? 'routine';
  await insert(tx, 'introduction_shown', {
    id,
    need_id: needId,
    organization_id: organizationId,
    urgency,
    state: isOpen ? 'with-network' : 'ended',
    word: isOpen ? null : word,
    requested_by: 'test',
    requested_at: at,
    due_at: isOpen ? at : null,
    ended_at: endedAt,
  });
  await insert(tx, 'introduction', {
    id,
    need_id: needId,
    mediator_id: mediatorId,
    public_id: uuidv7(),
    network_id: networkId,
    state,
    urgency,
    requested_at: at,
    desk_remind_at: at,
    desk_due_at: at,
    desk_ends_at: at,
    terms_revision: 1,
    wake_at: isOpen ? at : null,
    ended_at: endedAt,
    ...(words && vault
      ? await sealed(tx, vault, introductionsSealedTables, 'introduction', id, words)
      : {}),
    ...columns,
  });
  for (const [step, when] of Object.entries(steps)) {
    await insert(tx, 'introduction_step', {
      id: uuidv7(),
      introduction_id: id,
      step,
      to_state: state,
      actor: 'test',
      at: when,
    });
  }
  return id;
}

/** Inserts a deployment in the first place, active since a moment, unless `columns` say otherwise. */
export async function insertDeploymentAt(
  tx: Tx,
  vault: Vault,
  ask: StoredAsk,
  { began_at: beganAt, ...columns }: Columns & { readonly began_at: Date },
): Promise<string> {
  const id = uuidv7();
  const { needId, organizationId, networkId, mediatorId } = ask;
  const state = columns.state ?? 'active';
  const words = {
    terms: { ...NO_TERMS, host: 'Lakeside Centre' },
    supervisor: '',
    reason: '',
    outcomeSource: '',
    experience: null,
    spoken: [],
  };
  // Of a time that no test counts.
  const at = new Date('2001-01-01T00:00:00Z');
  const introductionId = await insertIntroduction(tx, ask, {
    at,
    state: 'engaged',
    word: 'engaged',
    accepted_at: at,
    confirmed_at: at,
    connected_at: at,
    accepted_terms_revision: 1,
  });
  await insert(tx, 'deployment', {
    id,
    introduction_id: introductionId,
    need_id: needId,
    mediator_id: mediatorId,
    organization_id: organizationId,
    network_id: networkId,
    state,
    mode: 'remote',
    engagement: 'pro-bono',
    role: 'facilitator',
    track: '1',
    starts_on: beganAt,
    ends_on: new Date(beganAt.getTime() + 30 * 86_400_000),
    first_ends_on: new Date(beganAt.getTime() + 30 * 86_400_000),
    percent: 100,
    terms_revision: 1,
    began_at: beganAt,
    created_by: 'test',
    wake_at: state === 'closed' || state === 'cancelled' ? null : beganAt,
    ...(await sealed(tx, vault, deploymentsSealedTables, 'deployment', id, words)),
    ...columns,
  });
  return id;
}

/** Inserts a lesson of a network: published on a day, or a draft. */
export async function insertLesson(
  tx: Tx,
  vault: Vault,
  networkId: string,
  publishedOn: string | null,
): Promise<string> {
  const id = uuidv7();
  const words = 'The parties met twice.';
  const contents = {
    language: 'en',
    title: 'Meet before the talks',
    meant: '',
    happened: words,
    why: '',
    keep: '',
    change: '',
  };
  await insert(tx, 'lesson', {
    id,
    network_id: networkId,
    ...(publishedOn
      ? { state: 'published', published: JSON.stringify(contents), published_on: publishedOn }
      : await sealed(tx, vault, deploymentsSealedTables, 'lesson', id, contents)),
  });
  return id;
}

async function sealed(
  tx: Tx,
  vault: Vault,
  tables: readonly SealedTable[],
  name: string,
  id: string,
  words: object,
): Promise<Columns> {
  const place = tables.find((table) => table.name === name)?.place(id, 'sealed') ?? '';
  const { keyId, bytes } = (await vault.sealer(tx)).seal(JSON.stringify(words), place);
  return { key_id: keyId, sealed: bytes };
}

async function insert(tx: Tx, table: string, row: Columns): Promise<void> {
  const names = Object.keys(row);
  await tx.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
}
