import type { Reader } from '#database';
import type { LinkageRecord } from '#linkage';
import { foldedWords } from '#vocabulary';
import { ProfileReader } from '../profile/profile-reader.js';
import { projectProfile, type ProfileView } from '../profile/profile-view.js';
import { seenOf, toRecord } from './across-records.js';
import { weighAlone, type FoundPair } from './found-pairs.js';
import type { LinkBar, LinkComparison } from './verdicts.js';

/** A bit, in thousandths. */
const BIT = 1_000;

/**
 * A pair across networks as networks are shown it: without counts, which would tell of third women, and in whole bits. From
 * thousandths of a bit anybody could compute how many have a value.
 */
export function forNetworks(pair: FoundPair): FoundPair {
  const bars = pair.bars.map((bar) => ({
    ...bar,
    weight: Math.round(bar.weight / BIT) * BIT,
    records: null,
    words: [],
  }));
  return { ...pair, bars, weight: bars.reduce((sum, { weight }) => sum + weight, 0) };
}

/** Two records, by their ids. */
export type PairOfRecords = Pick<FoundPair, 'one' | 'other'>;

/**
 * Pairs across networks as networks may be shown them at this moment, in the same order. What verified organizers no longer see of a woman
 * has no part in any number either: such a pair is weighed again by itself, until the next search.
 */
export async function seenNow(
  reader: Reader,
  pairs: readonly FoundPair[],
  today: Date,
): Promise<FoundPair[]> {
  const viewOf = await viewsOf(reader, pairs, today);
  return Promise.all(
    pairs.map(async (pair) =>
      isSeen(pair.bars, viewOf(pair.one), viewOf(pair.other)) ? pair : weighedAs(pair, viewOf),
    ),
  );
}

/** Two records weighed by themselves, by what verified organizers see of them at this moment. */
export async function weighedAsSeen(
  reader: Reader,
  pair: PairOfRecords,
  today: Date,
): Promise<FoundPair> {
  return weighedAs(pair, await viewsOf(reader, [pair], today));
}

type ViewOf = (id: string) => ProfileView | null;

async function viewsOf(
  reader: Reader,
  pairs: readonly PairOfRecords[],
  today: Date,
): Promise<ViewOf> {
  const ids = new Set(pairs.flatMap(({ one, other }) => [one, other]));
  const profiles = await new ProfileReader(reader).byIds([...ids]);
  const views = new Map(
    profiles.map((profile) => [profile.id, projectProfile(profile, 'VETTED', today)]),
  );
  return (id) => views.get(id) ?? null;
}

async function weighedAs({ one, other }: PairOfRecords, viewOf: ViewOf): Promise<FoundPair> {
  return forNetworks(await weighAlone(recordOf(one, viewOf(one)), recordOf(other, viewOf(other))));
}

function recordOf(id: string, view: ProfileView | null): LinkageRecord {
  const record = view && toRecord(view);
  if (!record) return { id, list: 'none', names: [] };
  // A code name says nothing of what she is called.
  return view.pseudonymous ? { ...record, names: [] } : record;
}

/** Comparisons that have no values of their own, but those of the others. */
const WITHOUT_VALUES: ReadonlySet<LinkComparison> = new Set(['PRIOR', 'PLACES', 'RELATIVES']);

/** All values that have a part in these bars are seen. */
function isSeen(bars: readonly LinkBar[], one: ProfileView | null, other: ProfileView | null) {
  const [ofOne, ofOther] = [one, other].map((view) => (view ? valuesOf(view) : {}));
  return bars.every(({ comparison, one: hers, other: its }) => {
    if (WITHOUT_VALUES.has(comparison)) return true;
    const areSeen = (values: readonly string[], seen: Values | undefined) =>
      values.length > 0 && values.every((value) => seen?.[comparison]?.has(value));
    return areSeen(hers, ofOne) && areSeen(its, ofOther);
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
    TEXT: new Set(texts?.flatMap((text) => foldedWords(text))),
  };
}
