import { InvalidInputError, type InputProblem } from '#kernel';
import { refusal } from '#messages';
import { mergeAssertions } from '../assertion/merge-assertions.js';
import { sourcesIn, type Membership, type Sourced } from '../assertion/sources-of.js';
import { sameWords, statementOf, type Statement } from '../assertion/statement.js';
import { DEFINITIONS, STATED_FIELDS, typeOf, type StatedField } from '../fields/stated.js';

/** Whose value of a field the merged record is to have; of what is a set, it can be both. */
export const MERGE_KEEPS = ['kept', 'other', 'both'] as const;
export type MergeKeep = (typeof MERGE_KEEPS)[number];

export interface MergeChoice {
  readonly field: StatedField;
  readonly keep: MergeKeep;
}

/** What a network states differently because somebody chose so, to be given back when the merge is undone. */
export interface ChosenStatement {
  readonly affiliationId: string;
  readonly networkId: string;
  readonly before: Statement;
  readonly merged: Statement;
}

/** What two records say once they are one. */
export interface MergedWords {
  /** What she says herself. */
  readonly own: Statement;
  /** What the network of the person who merges states differently; null if it states what it did. */
  readonly statement: ChosenStatement | null;
  /** All sources together. */
  readonly profile: Statement;
}

type Record = Pick<Sourced, 'own' | 'memberships'>;

/** Fields that protect her: what is stricter counts, and nobody chooses. */
const UNCHOSEN: ReadonlySet<StatedField> = new Set([
  ...DEFINITIONS.flatMap(([field, { united }]) => (united ? [field] : [])),
  'codeName',
]);

/**
 * What the records say as one: the kept record's word first, no safety lost, and for chosen fields what was chosen. Of
 * her own two words, a choice takes one. What networks state it changes only in the name of a network of whoever merges:
 * where she, or a network that joined before, states something else, the choice is refused.
 *
 * @param networkIds of whoever merges
 * @throws InvalidInputError, with a problem for each choice that cannot be had
 */
export function mergedWords(
  kept: Record,
  other: Record,
  networkIds: readonly string[],
  choices: readonly MergeChoice[],
): MergedWords {
  const [ofKept, ofOther] = [allOf(kept), allOf(other)];
  const own = ownWords(kept.own, other.own, choices);
  const memberships = [...kept.memberships, ...other.memberships];
  const ofViewer = memberships.find(({ networkId }) => networkIds.includes(networkId)) ?? null;
  const wanted = choices.flatMap(({ field, keep }) =>
    UNCHOSEN.has(field) ? [] : [[field, valueOf(field, keep, ofKept, ofOther)] as const],
  );
  const unsettled = mergeAssertions(sourcesIn({ own, memberships })).profile;
  const differing = wanted.filter(([field, value]) => !sameWords(unsettled[field], value));
  const statement = ofViewer && changed(ofViewer, differing);
  const profile = allOf({
    own,
    memberships: memberships.map((one) =>
      statement !== null && one === ofViewer ? { ...one, statement: statement.merged } : one,
    ),
  });
  const problems = choices.flatMap(({ field }, i): InputProblem[] => {
    const [, value] = wanted.find(([one]) => one === field) ?? [];
    const isHad = value !== undefined && sameWords(profile[field], value);
    return isHad ? [] : [{ path: `choices.${i}.keep`, code: 'NOT_ELIGIBLE', message: NOT_HAD }];
  });
  if (problems.length > 0) throw new InvalidInputError(problems);
  return { own, statement, profile };
}

const NOT_HAD = refusal('merges.cannotChoose');

/** The choices that could be made for a field of two records, each alone. */
export function choicesFor(
  field: StatedField,
  kept: Record,
  other: Record,
  networkIds: readonly string[],
): MergeKeep[] {
  return MERGE_KEEPS.filter((keep) => {
    try {
      mergedWords(kept, other, networkIds, [{ field, keep }]);
      return true;
    } catch (error) {
      if (error instanceof InvalidInputError) return false;
      throw error;
    }
  });
}

/** A network's words once the merge is undone: what it stated since stays, and what was chosen is as it was. */
export function unmergedStatement(
  now: Statement,
  { before, merged }: Pick<ChosenStatement, 'before' | 'merged'>,
): Statement {
  return statementOf(
    Object.fromEntries(
      STATED_FIELDS.map((field) => [
        field,
        sameWords(now[field], merged[field]) ? before[field] : now[field],
      ]),
    ),
  );
}

function allOf(record: Record): Statement {
  return mergeAssertions(sourcesIn(record)).profile;
}

/** What she said herself in two records, as one: the kept record's word first, no safety lost. */
function ownWords(kept: Statement, other: Statement, choices: readonly MergeChoice[]): Statement {
  const { profile } = mergeAssertions([
    { key: 'herself', statement: kept },
    { key: 'herself', statement: other },
  ]);
  const chosen = choices.flatMap(({ field, keep }) => {
    const isHers = kept[field] !== undefined && other[field] !== undefined;
    return isHers && !UNCHOSEN.has(field)
      ? [[field, valueOf(field, keep, kept, other) ?? profile[field]] as const]
      : [];
  });
  return statementOf({ ...profile, ...Object.fromEntries(chosen) });
}

/** Undefined where there is no such value: both of what is no set. */
function valueOf(field: StatedField, keep: MergeKeep, kept: Statement, other: Statement): unknown {
  if (keep !== 'both') return (keep === 'kept' ? kept : other)[field];
  const [ofKept, ofOther] = [kept[field], other[field]];
  if (ofKept === undefined || ofOther === undefined) return undefined;
  const { kind } = typeOf(field);
  if (kind === 'texts') return { ...(ofOther as object), ...(ofKept as object) };
  if (!SETS.has(kind)) return undefined;
  const [first, second] = [ofKept as readonly unknown[], ofOther as readonly unknown[]];
  const both = [...first, ...second.filter((one) => first.every((had) => !isSame(had, one)))];
  // Codes are stated in one order.
  return kind === 'codes' ? both.toSorted() : both;
}

const SETS: ReadonlySet<string> = new Set(['names', 'codes', 'skills', 'experience']);

/** The same entry: of a skill, its code says so and its level does not. */
function isSame(a: unknown, b: unknown): boolean {
  const codes = [a, b].map((one) =>
    typeof one === 'object' && one !== null && 'level' in one && 'code' in one ? one.code : one,
  );
  return sameWords(codes[0], codes[1]);
}

function changed(
  { affiliationId, networkId, statement }: Membership,
  words: readonly (readonly [StatedField, unknown])[],
): ChosenStatement | null {
  if (words.length === 0) return null;
  const merged = statementOf({ ...statement, ...Object.fromEntries(words) });
  return { affiliationId, networkId, before: statement, merged };
}
