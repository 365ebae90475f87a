import { foldText } from '#vocabulary';
import type { ProfileView } from '../profile/profile-view.js';
import { seenOf } from './across-records.js';
import type { FoundPair } from './found-pairs.js';
import type { LinkBar, LinkComparison } from './verdicts.js';

/** A pair across networks as it is kept: without counts, which would tell of third women. */
export function withoutCounts(pair: FoundPair): FoundPair {
  return { ...pair, bars: pair.bars.map((bar) => ({ ...bar, records: null, words: [] })) };
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
