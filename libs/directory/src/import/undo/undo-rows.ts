import type { Transaction } from '#database';
import { hasAccount, recordAudit } from '#identity';
import { problem, type Problem } from '#messages';
import { derive } from '../../assertion/derived-profile.js';
import { lockSources, sourcesIn, type Sourced } from '../../assertion/sources-of.js';
import type { Statement } from '../../assertion/statement.js';
import { writeDerived } from '../../assertion/write-derived.js';
import { NO_CONTACT } from '../../contact/contact.js';
import type { ContactRepository } from '../../contact/contact-repository.js';
import { changesBetween, recordChanges, recordSteps, stepRow } from '../../curation/history.js';
import { missingFields } from '../../curation/states.js';
import { removeMediator } from '../../erasure/remove-mediator.js';
import type { ProfileState } from '../../fields/closed-lists.js';
import type { PersonalDataParts } from '../../personal-data/personal-data-parts.js';
import { profilesChanged } from '../../pseudonym/follow-pseudonyms.js';
import {
  fingerprintOf,
  inOrder,
  readNetworkRecords,
  type NetworkRecord,
} from '../apply/network-records.js';
import type { Origin } from '../apply/origin.js';
import { keptSafe, protectsHer } from './kept-safe.js';

/** A row of an import that was written, as it is to be undone. */
export interface AppliedRow {
  readonly mediatorId: string;
  /** The network's record before the import; null for a woman who was new. */
  readonly before: NetworkRecord | null;
  /** The record that the import wrote, as a keyed hash. */
  readonly after: string;
}

/** What undoing needs. */
export interface UndoModules {
  readonly contacts: ContactRepository;
  readonly held: PersonalDataParts;
  /** Names of parts of the personal data in which it is noted what was undone. */
  readonly notedIn: readonly string[];
}

const GONE = problem('undo.gone');
const CHANGED = problem('undo.changed');
const IN_USE = problem('undo.inUse');
const PROTECTED = problem('undo.protected');

/**
 * Puts these women's records back as they were before the import, and removes those it made, unless anybody has changed
 * one since. Undoing never shows more: a consent that the import ended stays ended, what protects her stays, and
 * nobody who was erased returns.
 *
 * @returns by id why a record was left as it is; null where it was put back
 */
export async function undoRows(
  tx: Transaction,
  modules: UndoModules,
  rows: readonly AppliedRow[],
  origin: Origin,
): Promise<Map<string, Problem | null>> {
  const ids = rows.map(({ mediatorId }) => mediatorId);
  await tx.query('SELECT id FROM mediator WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [
    ids,
  ]);
  const now = await readNetworkRecords(tx, modules.contacts, origin, ids);
  const result = new Map<string, Problem | null>();
  const changed: Restored[] = [];
  const added: string[] = [];
  for (const { mediatorId: id, before, after } of rows) {
    const is = now.get(id);
    if (!is) result.set(id, GONE);
    else if (fingerprintOf(tx, is) !== after) result.set(id, CHANGED);
    else if (before) changed.push({ id, before, now: is });
    else added.push(id);
  }
  const used = await inUse(tx, added, origin.networkId);
  for (const id of added) result.set(id, used.has(id) ? IN_USE : null);
  const removed = added.filter((id) => !used.has(id));
  for (const id of removed) await removeMediator(tx, modules.held, id, modules.notedIn);
  const exposed = changed.filter(
    ({ before, now: is }) => before.status === 'ended' && protectsHer(is.statement ?? {}),
  );
  for (const { id } of exposed) result.set(id, PROTECTED);
  const restored = changed.filter((one) => !exposed.includes(one));
  await restore(tx, modules.contacts, restored, origin);
  for (const { id } of restored) result.set(id, null);
  const records = [...removed, ...restored.map(({ id }) => id)].map((id) => ({
    action: 'profile.undo-import',
    subjectKind: 'mediator',
    subjectId: id,
    beforeHash: now.get(id)?.digest ?? null,
    afterHash: null,
  }));
  await recordAudit(tx, origin.by, records);
  return result;
}

interface Restored {
  readonly id: string;
  readonly before: NetworkRecord;
  readonly now: NetworkRecord;
}

/** Those of the new women whom somebody else lists or has begun to work on, or who have an account. */
async function inUse(
  tx: Transaction,
  ids: readonly string[],
  networkId: string,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `SELECT m.id FROM mediator m WHERE m.id = ANY($1::uuid[]) AND (
       m.merged_into IS NOT NULL
       OR EXISTS (SELECT FROM mediator o WHERE o.merged_into = m.id)
       OR EXISTS (SELECT FROM affiliation a WHERE a.mediator_id = m.id AND a.network_id <> $2)
       OR EXISTS (SELECT FROM profile_step s WHERE s.mediator_id = m.id AND s.step <> 'import')
       OR EXISTS (SELECT FROM profile_note n WHERE n.mediator_id = m.id)
       OR EXISTS (SELECT FROM profile_evidence e WHERE e.mediator_id = m.id)
       OR EXISTS (SELECT FROM correction c WHERE c.mediator_id = m.id)
       OR EXISTS (SELECT FROM audience_consent c WHERE c.mediator_id = m.id)
       OR EXISTS (SELECT FROM consent_objection o WHERE o.mediator_id = m.id)
       OR EXISTS (SELECT FROM contact_change c WHERE c.mediator_id = m.id AND c.network_id IS NULL))`,
    [ids, networkId],
  );
  const used = new Set(rows.map(({ id }) => id));
  for (const id of ids) if (await hasAccount(tx, id)) used.add(id);
  return used;
}

async function restore(
  tx: Transaction,
  contacts: ContactRepository,
  restored: readonly Restored[],
  origin: Origin,
): Promise<void> {
  if (restored.length === 0) return;
  const { networkId, by } = origin;
  const source = `undo-${origin.source}`;
  const ids = restored.map(({ id }) => id);
  const known = await lockSources(tx, ids);
  const given = restored.flatMap(({ before, now }) => {
    const earlier = new Set(before.consents.map(({ id }) => id));
    return now.consents.flatMap(({ id, isOwn }) => (isOwn && !earlier.has(id) ? [id] : []));
  });
  await tx.query(
    `UPDATE consent SET withdrawn_at = now(), withdrawn_by = $2, withdrawn_channel = 'network'
     WHERE id = ANY($1::uuid[]) AND withdrawn_at IS NULL`,
    [given, source],
  );
  const plans = restored.map((one) => planOf(one, known.get(one.id), networkId));
  await tx.query(RESTORE, [JSON.stringify(plans.map(({ row }) => row)), networkId]);
  await contacts.inCuratorContext(tx, by, networkId, (open) =>
    open.state(
      new Map(
        restored.map(({ id, before }) => [
          id,
          before.status === 'ended' ? NO_CONTACT : before.contact,
        ]),
      ),
    ),
  );
  await writeDerived(
    tx,
    plans.map(({ derived }) => derived),
    source,
  );
  await recordChanges(
    tx,
    plans.flatMap(({ id, revision, from, to }) =>
      changesBetween(from, to, {
        mediatorId: id,
        revision: revision + 1,
        source: networkId,
        by: by.name,
      }),
    ),
  );
  await recordSteps(
    tx,
    plans.flatMap(({ id, stateBefore: before, derived: { state: after } }) =>
      before === after
        ? []
        : [stepRow({ mediatorId: id, step: 'undo-import', before, after, networkId, by: by.name })],
    ),
  );
  await profilesChanged(tx, ids);
}

const RESTORE = `
UPDATE affiliation a SET role = r.role, since = r.since, status = r.status, until = r.until, asserted = r.asserted,
  asserted_digest = r.digest, asserted_at = CASE WHEN r.asserted IS NULL THEN NULL ELSE now() END
FROM jsonb_to_recordset($1) AS r(mediator_id uuid, external_id text, role text, since date, status text, until date,
  asserted jsonb, digest text)
WHERE a.network_id = $2 AND a.mediator_id = r.mediator_id AND a.external_id = r.external_id`;

/** The network's row and the profile as they are to be. */
function planOf({ id, before, now }: Restored, known: Sourced | undefined, networkId: string) {
  if (!known) throw new Error('A record that was locked is gone.');
  const isEnded = before.status === 'ended';
  const from = now.statement ?? {};
  const to = isEnded ? {} : keptSafe(before.statement ?? {}, from);
  const isWhole = sameTexts(to, before.statement ?? {});
  const memberships = known.memberships.flatMap((one) => {
    if (one.networkId !== networkId || one.mediatorId !== id) return [one];
    return isEnded ? [] : [{ ...one, statement: to }];
  });
  const sources = sourcesIn({ own: known.own, memberships });
  const unstated = derive({ id, isNew: false, state: known.state }, sources);
  const state = stateAfter(before.state, missingFields(unstated.profile).length === 0);
  const { externalId: external_id, role, since, status, until } = before;
  return {
    id,
    revision: known.revision,
    stateBefore: known.state,
    from,
    to,
    derived: { ...unstated, state },
    row: {
      mediator_id: id,
      external_id,
      role,
      since,
      status,
      until,
      asserted: isEnded ? null : to,
      // Of other words than in that import, so that the next one is compared with what is stated.
      digest: isEnded || !isWhole ? null : before.digest,
    },
  };
}

/** As before the import, but no profile is published that does not state what a published one does. */
function stateAfter(before: ProfileState, isComplete: boolean): ProfileState {
  return (before === 'published' || before === 'stale') && !isComplete ? 'draft' : before;
}

function sameTexts(one: Statement, other: Statement): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}
