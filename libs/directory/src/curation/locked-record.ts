import type { Transaction } from '#database';
import { type ActionOn, authorise, hidden, may, type Subject, type Viewer } from '#identity';
import { InvalidInputError } from '#kernel';
import { refusal } from '#messages';
import {
  lockSources,
  networkIdsOf,
  type Membership,
  type Sourced,
} from '../assertion/sources-of.js';
import type { SourceKey } from '../assertion/merge-assertions.js';

/** A profile as the subject of a policy: by the networks that list her now. */
export function profileSubject(record: Sourced): Extract<Subject, { kind: 'profile' }> {
  return { kind: 'profile', mediatorId: record.id, networkIds: networkIdsOf(record) };
}

/**
 * The record that stands for this id, with its sources, shut to others until the transaction ends.
 *
 * @throws NotFoundError where the viewer may not even know of it, NotPermittedError
 */
export async function lockedRecord(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  action: ActionOn<'profile'>,
): Promise<Sourced> {
  const requested = (await lockSources(tx, [id])).get(id);
  const kept = requested?.mergedInto ?? null;
  const record = kept === null ? requested : (await lockSources(tx, [kept])).get(kept);
  if (!record) throw hidden(viewer, 'profile');
  authoriseKnown(viewer, action, record);
  return record;
}

/** @throws NotFoundError where the viewer may not even know of the record, NotPermittedError */
export function authoriseKnown(viewer: Viewer, action: ActionOn<'profile'>, record: Sourced): void {
  const subject = profileSubject(record);
  if (!may(viewer, 'read-all', subject) && !may(viewer, action, subject))
    throw hidden(viewer, 'profile');
  authorise(viewer, action, subject);
}

/** The source that a viewer states for when she edits a profile. */
export interface DataSource {
  readonly key: SourceKey;
  /** Null where she speaks for herself. */
  readonly membership: Membership | null;
}

/**
 * The source that the viewer's edit is a statement of: her own where the profile is hers, else that of her network.
 *
 * @throws InvalidInputError where it has to be said, or is not hers to say
 */
export function dataSourceOf(
  viewer: Viewer,
  record: Sourced,
  networkId: string | null,
): DataSource {
  if (networkId === null && viewer.mediatorId === record.id) {
    return { key: 'herself', membership: null };
  }
  const hers = record.memberships.filter((one) => viewer.networkIds.includes(one.networkId));
  const fitting = networkId === null ? hers : hers.filter((one) => one.networkId === networkId);
  const [membership] = fitting;
  if (!membership || fitting.some((one) => one.networkId !== membership.networkId)) {
    const message = refusal('profiles.forWhichNetwork');
    throw new InvalidInputError([{ path: 'network', code: 'MISSING', message }]);
  }
  return { key: membership.networkId, membership };
}

/** The record once a source states something else. */
export function withStatement(
  record: Sourced,
  source: DataSource,
  statement: Sourced['own'],
): Sourced {
  if (source.membership === null) return { ...record, own: statement };
  const { affiliationId } = source.membership;
  return {
    ...record,
    memberships: record.memberships.map((one) =>
      one.affiliationId === affiliationId ? { ...one, statement } : one,
    ),
  };
}
