import type { Transaction } from '#database';
import { changeRecord, recordAudit, type Viewer } from '#identity';
import { derive } from '../assertion/derived-profile.js';
import { sourcesIn, sourcesOf, type Sourced } from '../assertion/sources-of.js';
import type { Statement } from '../assertion/statement.js';
import { writeDerived } from '../assertion/write-derived.js';
import { changesBetween, recordChanges, recordSteps, stepRow } from '../curation/history.js';
import type { ProfileState } from '../fields/closed-lists.js';
import type { ChosenStatement } from './merge-choices.js';
import type { ProfileRecord } from '../profile/profile-record.js';
import { profilesChanged } from '../pseudonym/follow-pseudonyms.js';

/** Records that pointed to one now point to another; gives their ids. */
export async function redirect(tx: Transaction, from: string, to: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'UPDATE mediator SET merged_into = $2 WHERE merged_into = $1 RETURNING id',
    [from, to],
  );
  return rows.map(({ id }) => id);
}

export async function setMerged(
  tx: Transaction,
  id: string,
  into: string | null,
  state: ProfileState,
): Promise<void> {
  await tx.query(
    'UPDATE mediator SET merged_into = $2, state = $3, revision = revision + 1 WHERE id = $1',
    [id, into, state],
  );
}

/** What she says herself, and to whom it is shown. */
export async function writeOwn(
  tx: Transaction,
  id: string,
  own: Statement,
  audience: ProfileRecord['audience'],
): Promise<void> {
  await tx.query(
    `UPDATE mediator SET asserted = nullif($2::jsonb, '{}'), audience = $3 WHERE id = $1`,
    [id, JSON.stringify(own), JSON.stringify(audience)],
  );
}

/** What a network states of her from now on, with its history. */
export async function writeStatement(
  tx: Transaction,
  viewer: Viewer,
  { id, revision }: Pick<Sourced, 'id' | 'revision'>,
  { affiliationId, networkId: source }: Pick<ChosenStatement, 'affiliationId' | 'networkId'>,
  before: Statement,
  after: Statement,
): Promise<void> {
  await tx.query('UPDATE affiliation SET asserted = $2, asserted_at = now() WHERE id = $1', [
    affiliationId,
    JSON.stringify(after),
  ]);
  const place = { mediatorId: id, revision: revision + 1, source, by: viewer.name };
  await recordChanges(tx, changesBetween(before, after, place));
}

export async function audiencesOf(
  tx: Transaction,
  keptId: string,
  otherId: string,
): Promise<[kept: ProfileRecord['audience'], other: ProfileRecord['audience']]> {
  const rows = await tx.query<Pick<ProfileRecord, 'id' | 'audience'>>(
    'SELECT id, audience FROM mediator WHERE id IN ($1, $2)',
    [keptId, otherId],
  );
  const byId = new Map(rows.map(({ id, audience }) => [id, audience]));
  return [byId.get(keptId) ?? {}, byId.get(otherId) ?? {}];
}

/** Writes what the sources of these records say now. */
export async function rederive(
  tx: Transaction,
  records: readonly { id: string; state: ProfileState }[],
  source: string,
): Promise<void> {
  const sourced = await sourcesOf(
    tx,
    records.map(({ id }) => id),
  );
  const derived = records.flatMap(({ id, state }) => {
    const record = sourced.get(id);
    return record ? [derive({ id, isNew: false, state }, sourcesIn(record))] : [];
  });
  await writeDerived(tx, derived, source);
}

export async function finish(
  tx: Transaction,
  viewer: Viewer,
  step: 'merge' | 'unmerge',
  moves: readonly { record: Sourced; state: ProfileState }[],
): Promise<void> {
  await recordSteps(
    tx,
    moves.map(({ record: { id: mediatorId, state: before }, state: after }) =>
      stepRow({ mediatorId, step, before, after, by: viewer.name }),
    ),
  );
  await profilesChanged(
    tx,
    moves.map(({ record }) => record.id),
  );
  await recordAudit(
    tx,
    viewer,
    moves.map(({ record: { id, state }, state: after }) => {
      const [was, is] = [
        { id, state },
        { id, state: after },
      ];
      return changeRecord(`profile.${step}`, 'mediator', was, is);
    }),
  );
}
