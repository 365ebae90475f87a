import { isDeepStrictEqual } from 'node:util';
import type { Reader, Transaction } from '#database';
import { refusal } from '#messages';
import { changeRecord, recordAudit, type Viewer } from '#identity';
import { InvalidInputError } from '#kernel';
import { derive } from '../assertion/derived-profile.js';
import { mergeAssertions } from '../assertion/merge-assertions.js';
import { networkIdsOf, sourcesIn, type Sourced } from '../assertion/sources-of.js';
import type { Statement } from '../assertion/statement.js';
import { writeDerived } from '../assertion/write-derived.js';
import type { ProfileState } from '../fields/closed-lists.js';
import { changesBetween, recordChanges, recordSteps, stepRow } from './history.js';
import { withStatement, type DataSource } from './locked-record.js';
import { editedState, type Step } from './states.js';
import { codeNameProblem } from '../pseudonym/code-name.js';
import { profilesChanged } from '../pseudonym/follow-pseudonyms.js';

/** What a source states of a mediator from now on, and what else comes of it. */
export interface ProfileEdit {
  readonly source: DataSource;
  readonly statement: Statement;
  /** As the audit log names what is done. */
  readonly action: string;
  /** The step that is taken with it, where there is one. */
  readonly step?: { readonly name: Step; readonly state: ProfileState };
}

/**
 * Writes what a source states, the profile that follows, its history and its state. Returns the new
 * revision; nothing is written, and the old one is returned, if the source stated the same before.
 */
export async function applyProfileEdit(
  tx: Transaction,
  viewer: Viewer,
  record: Sourced,
  { source, statement, action, step }: ProfileEdit,
): Promise<number> {
  const { id, revision } = record;
  const herself = source.membership === null;
  const present = source.membership?.statement ?? record.own;
  const changes = changesBetween(present, statement, {
    mediatorId: id,
    revision: revision + 1,
    source: source.key,
    by: viewer.name,
  });
  if (changes.length === 0 && step === undefined) return revision;
  const after = withStatement(record, source, statement);
  const before = mergeAssertions(sourcesIn(record)).profile;
  const state =
    step?.state ?? editedState(record.state, await anyFourEyes(tx, networkIdsOf(record)));
  const derived = derive({ id, isNew: false, state }, sourcesIn(after));
  requireCodeName(before, derived.profile);

  const { membership } = source;
  await tx.query(
    membership
      ? 'UPDATE affiliation SET asserted = $2, asserted_at = now() WHERE id = $1'
      : 'UPDATE mediator SET asserted = $2, asserted_at = now() WHERE id = $1',
    [membership?.affiliationId ?? id, JSON.stringify(statement)],
  );
  await writeDerived(tx, [derived], `${action}:${source.key}`);
  await recordChanges(tx, changes);
  if (step !== undefined || state !== record.state) {
    const name = step?.name ?? 'edit';
    const networkId = membership?.networkId ?? null;
    const { name: by } = viewer;
    await recordSteps(tx, [
      stepRow({
        mediatorId: id,
        step: name,
        before: record.state,
        after: state,
        by,
        herself,
        networkId,
      }),
    ]);
  }
  await profilesChanged(tx, [id]);
  await recordAudit(tx, viewer, [
    changeRecord(action, 'mediator', { id, ...before }, { id, ...derived.profile }),
  ]);
  return revision + 1;
}

/** Whether a network of these has the four-eyes rule. */
export async function anyFourEyes(tx: Reader, networkIds: readonly string[]): Promise<boolean> {
  const [row] = await tx.query<{ any: boolean | null }>(
    'SELECT bool_or(four_eyes) AS any FROM network WHERE id = ANY($1::uuid[])',
    [networkIds],
  );
  return row?.any ?? false;
}

/** Who becomes pseudonymous needs a name to be shown by, and one that does not tell who she is. */
function requireCodeName(before: Statement, after: Statement): void {
  if (after.pseudonymous !== true) return;
  if (after.codeName === undefined) {
    if (before.pseudonymous === true && before.codeName === undefined) return;
    const message = refusal('profiles.needsCodeName');
    throw new InvalidInputError([{ path: 'codeName', code: 'MISSING', message }]);
  }
  // One that was accepted before this was checked does not stand in the way of other changes.
  if (SHOWN_AND_HIDDEN.every((field) => isDeepStrictEqual(before[field], after[field]))) return;
  const telling = codeNameProblem(after);
  if (telling === null) return;
  const message = telling;
  throw new InvalidInputError([{ path: 'codeName', code: 'CONTRADICTION', message }]);
}

const SHOWN_AND_HIDDEN = [
  'pseudonymous',
  'codeName',
  'fullName',
  'displayName',
  'nameVariants',
] as const;
