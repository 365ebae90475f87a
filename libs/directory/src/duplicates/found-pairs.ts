import { setImmediate } from 'node:timers/promises';
import type { ExplainedBar, LinkageRecord, PairSample } from '#linkage';
import type { LinkBar } from './verdicts.js';

/** So many others at most are suggested for one record, the likeliest: of a list that holds one row a hundred times, too. */
const MOST_OF_ONE = 10;
/** Milliseconds of work after which others have their turn. */
const TURN = 10;

/** Two records that are perhaps of one woman, the smaller id first. */
export interface FoundPair {
  readonly one: string;
  readonly other: string;
  readonly weight: number;
  readonly model: string;
  readonly bars: readonly LinkBar[];
}

interface Wanted {
  /** Pairs that are known to be two women. */
  readonly different?: readonly (readonly [string, string])[];
  /** Whether these two are worth a look at all; every pair is if absent. */
  readonly isWanted?: (one: string, other: string) => boolean;
}

/** The pairs of these records that are worth a look. */
export async function findPairs(
  records: readonly LinkageRecord[],
  wanted: Wanted = {},
): Promise<FoundPair[]> {
  const { look } = await poolOf(records);
  const inTurn = takingTurns();
  const found = new Map<string, FoundPair>();
  for (const { id } of records) {
    look(id, found, wanted);
    await inTurn();
  }
  return [...found.values()];
}

/**
 * The pairs of each guest with these records that are worth a look, by the guest's id. One guest at a time joins them, in the
 * place of a record with the same id, and weighs nothing for others.
 */
export async function findPairsOfGuests(
  records: readonly LinkageRecord[],
  guests: readonly LinkageRecord[],
): Promise<Map<string, FoundPair[]>> {
  const { pool, look } = await poolOf(records);
  const inTurn = takingTurns();
  const byId = new Map(records.map((record) => [record.id, record]));
  const found = new Map<string, FoundPair[]>();
  for (const guest of guests) {
    const ofHers = new Map<string, FoundPair>();
    pool.upsert(guest);
    look(guest.id, ofHers);
    found.set(guest.id, [...ofHers.values()]);
    const record = byId.get(guest.id);
    if (record) pool.upsert(record);
    else pool.remove(guest.id);
    await inTurn();
  }
  return found;
}

/** What says of one record more whether it is worth a look with any of these. */
export async function likeIn(
  records: AsyncIterable<LinkageRecord>,
): Promise<(guest: LinkageRecord) => Promise<boolean>> {
  const { pool, look } = await poolOf(records);
  const inTurn = takingTurns();
  return async (guest) => {
    const found = new Map<string, FoundPair>();
    pool.upsert(guest);
    look(guest.id, found);
    pool.remove(guest.id);
    await inTurn();
    return found.size > 0;
  };
}

/** Two records by themselves: how rare their values are plays no part but for what the model beforehand says of any. */
export async function weighAlone(one: LinkageRecord, other: LinkageRecord): Promise<FoundPair> {
  const { explain } = await poolOf([one, other]);
  const [a, b] = [one.id, other.id].toSorted();
  return explain(a!, b!);
}

/** Pairs of these records for people to label, by bands of weights. */
export async function samplePairsOf(
  records: readonly LinkageRecord[],
  request: { readonly seed: number; readonly size: number },
): Promise<PairSample> {
  const { samplePairs } = await import('#linkage');
  return samplePairs((await poolOf(records)).pool, request);
}

/** A pool of these records, and what adds the likeliest pairs of one of it to those found before. */
async function poolOf(records: Iterable<LinkageRecord> | AsyncIterable<LinkageRecord>) {
  // With its tables of letters, it is loaded where a list is searched and nowhere else.
  const { explainPair, LinkagePool, pairsOf } = await import('#linkage');
  const pool = new LinkagePool();
  const inTurn = takingTurns();
  for await (const record of records) {
    pool.upsert(record);
    await inTurn();
  }
  const explain = (one: string, other: string): FoundPair => {
    const explained = explainPair(pool, one, other);
    if (!explained) throw new Error('Both records are in the pool.');
    const { weight, model, bars } = explained;
    return { one, other, weight, model, bars: bars.map(toBar) };
  };
  const look = (
    id: string,
    found: Map<string, FoundPair>,
    { different = [], isWanted = () => true }: Wanted = {},
  ): void => {
    const pairs = pairsOf(pool, id, { different }).filter(({ a, b }) => isWanted(a, b));
    for (const { a, b } of pairs.slice(0, MOST_OF_ONE)) {
      const key = `${a} ${b}`;
      if (!found.has(key)) found.set(key, explain(a, b));
    }
  };
  return { pool, look, explain };
}

/** Lets whatever else waits in this process be done, every few milliseconds. */
function takingTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return;
    await setImmediate();
    since = performance.now();
  };
}

function toBar(bar: ExplainedBar): LinkBar {
  const nothing = { level: null, one: [], other: [], shared: null, records: null, words: [] };
  const { kind: comparison, bits: weight } = bar;
  switch (bar.kind) {
    case 'NAME': {
      const words = bar.parts.map(({ a, b, records, bits }) => ({
        one: a,
        other: b,
        records,
        weight: bits,
      }));
      return { ...nothing, comparison, weight, one: [bar.a], other: [bar.b], words };
    }
    case 'BIRTH': {
      // The day is contact data: that both are the same is said, and the years.
      const [one, other] = [[bar.a.slice(0, 4)], [bar.b.slice(0, 4)]];
      return { ...nothing, comparison, weight, level: bar.level, one, other };
    }
    case 'PRIOR':
    case 'PLACES':
    case 'RELATIVES':
      return { ...nothing, comparison, weight };
    default: {
      const { level, a, b, shared, records } = bar;
      return { comparison, weight, level, one: a, other: b, shared, records, words: [] };
    }
  }
}
