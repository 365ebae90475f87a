import { mergeAssertions } from '../assertion/merge-assertions.js';
import { STATED_FIELDS, type StatedFields } from '../fields/stated.js';
import { sameWords, statementOf, type Statement } from '../assertion/statement.js';
import type { BeforeMerge } from './before-merge.js';

/** What she said herself in two records, as one: the kept record's word first, no safety lost. */
export function mergedWords(kept: Statement, other: Statement): Statement {
  const { profile } = mergeAssertions([
    { key: 'herself', statement: kept },
    { key: 'herself', statement: other },
  ]);
  return statementOf(profile);
}

/** Her own words in the kept record once the other is unmerged from it: what was said since stays. */
export function unmergedWords(
  now: Statement,
  { keptOwn, mergedOwn }: Pick<BeforeMerge, 'keptOwn' | 'mergedOwn'>,
): Statement {
  const words = STATED_FIELDS.map((field) => {
    const since = !sameWords(now[field], mergedOwn[field]);
    return [field, since ? now[field] : keptOwn[field]] as const;
  });
  return statementOf(Object.fromEntries(words) as Partial<StatedFields>);
}
