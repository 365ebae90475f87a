import { mergeAssertions } from '../../assertion/merge-assertions.js';
import { sourcesIn, type Sourced } from '../../assertion/sources-of.js';
import { changesBetween, stepRow } from '../../curation/history.js';
import { importedState, missingFields } from '../../curation/states.js';
import { problem } from '#messages';
import { ImportRefusedError } from '../import-refused-error.js';
import type { Origin } from './origin.js';
import type { Update, Write } from './write.js';

/** What beside her sources decides about her state. */
export interface Standing {
  /** A network that lists her has the four-eyes rule. */
  readonly fourEyes: boolean;
  /** She has said no to being listed, whatever a list states. */
  readonly objects: boolean;
}

/** What a row does to a woman who is new: she has no other source, and has refused nothing. */
export function firstUpdateOf(write: Omit<Write, 'first'>, origin: Origin): Update {
  return updateOf(write, undefined, { fourEyes: origin.fourEyes, objects: false }, origin);
}

/** @param known her record and its other sources; absent for a woman who is new */
export function updateOf(
  write: Omit<Write, 'first'>,
  known: Sourced | undefined,
  { fourEyes, objects }: Standing,
  origin: Origin,
): Update {
  const { id, isNew, statement } = write;
  if (!isNew && (!known || known.mergedInto !== null)) throw changedMeanwhile();
  const after = known ? withStatement(known, write, origin) : null;
  const sources = after ? sourcesIn(after) : [{ key: origin.networkId, statement }];
  const before = known?.state ?? null;
  const { profile, conflicts } = mergeAssertions(sources);
  const state = importedState({
    state: before,
    listed: write.draft.consents.includes('LISTED') && !objects,
    complete: missingFields(profile).length === 0,
    fourEyes,
    confirmed: before === 'stale' && known !== undefined && isConfirmed(known, after),
  });
  const { by, networkId } = origin;
  return {
    derived: { id, isNew, state, profile, conflicts },
    changes: known
      ? changesBetween(statementOf(known, networkId), statement, {
          mediatorId: id,
          revision: known.revision + 1,
          source: networkId,
          by: by.name,
        })
      : [],
    steps:
      state === before
        ? []
        : [
            stepRow({
              mediatorId: id,
              step: 'import',
              before,
              after: state,
              networkId,
              by: by.name,
            }),
          ],
  };
}

/** The batch is undone: what it was compared with has changed since. */
export function changedMeanwhile(): ImportRefusedError {
  return new ImportRefusedError(problem('refused.changedMeanwhile'));
}

function statementOf({ memberships }: Sourced, networkId: string) {
  return memberships.find((one) => one.networkId === networkId)?.statement ?? {};
}

function withStatement(
  known: Sourced,
  { id, statement }: Pick<Write, 'id' | 'statement'>,
  { networkId }: Origin,
): Sourced {
  const { memberships } = known;
  const at = memberships.findIndex((one) => one.networkId === networkId && one.mediatorId === id);
  // A network that had left comes back with the last word.
  const renewed = { affiliationId: '', mediatorId: id, networkId, statement };
  if (at === -1) return { ...known, memberships: [...memberships, renewed] };
  return {
    ...known,
    memberships: memberships.map((one, i) => (i === at ? { ...one, statement } : one)),
  };
}

function isConfirmed(before: Sourced, after: Sourced | null): boolean {
  const on = (her: Sourced | null) =>
    (her && mergeAssertions(sourcesIn(her)).profile.confirmedOn) ?? '';
  return on(after) > on(before);
}
