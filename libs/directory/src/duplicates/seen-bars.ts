import { foldText } from '#vocabulary';
import type { ProfileView } from '../profile/profile-view.js';
import { seenOf } from './across-records.js';
import type { LinkBar, LinkComparison } from './verdicts.js';

/** What is compared as keys, and of which a network learns nothing about another's mediator but what all of it weighs. */
const CONTACT: ReadonlySet<LinkComparison> = new Set(['BIRTH', 'MAIL', 'TELEPHONE']);

/**
 * The bars of a pair of two networks, as they are kept: one bar for all contact data, and no counts, which would tell of
 * third women. The weights add up to the same sum.
 */
export function withoutContact(bars: readonly LinkBar[]): LinkBar[] {
  const kept = bars.flatMap((bar) =>
    CONTACT.has(bar.comparison) ? [] : [{ ...bar, records: null, words: [] }],
  );
  const ofContact = bars.filter(({ comparison }) => CONTACT.has(comparison));
  if (ofContact.length === 0) return kept;
  const weight = ofContact.reduce((sum, bar) => sum + bar.weight, 0);
  const nothing = { level: null, one: [], other: [], shared: null, records: null, words: [] };
  return [...kept, { ...nothing, comparison: 'CONTACT', weight }];
}

/** The bars with those values only that verified organizers see of both women now: she may have narrowed a field since. */
export function seenNow(
  bars: readonly LinkBar[],
  one: ProfileView | null,
  other: ProfileView | null,
): LinkBar[] {
  const [ofOne, ofOther] = [one, other].map((view) => (view ? valuesOf(view) : {}));
  return bars.map((bar) => {
    const seen = (values: Values | undefined) => (value: string) =>
      values?.[bar.comparison]?.has(value) ?? false;
    const [inOne, inOther] = [seen(ofOne), seen(ofOther)];
    return {
      ...bar,
      one: bar.one.filter(inOne),
      other: bar.other.filter(inOther),
      shared: bar.shared !== null && inOne(bar.shared) && inOther(bar.shared) ? bar.shared : null,
    };
  });
}

type Values = Partial<Record<LinkComparison, ReadonlySet<string>>>;

function valuesOf(view: ProfileView): Values {
  const { names, nationalities, residence, languages, texts } = seenOf(view);
  return {
    NAME: new Set(names),
    NATIONALITY: new Set(nationalities),
    RESIDENCE: new Set(residence ? [residence] : []),
    LANGUAGE: new Set(languages),
    TEXT: new Set(texts?.flatMap((text) => foldText(text).split(' '))),
  };
}
