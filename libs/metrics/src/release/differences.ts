import { FEWEST } from '#engagement';
import { knowledgeOf } from '../cases/knowers.js';
import type { Owned, ProportionCode } from '../cases/scoped-case.js';
import { WHOLE, type Case, type FigureRow } from '../figures/figures.js';
import { metricOf, type MetricCode, type MetricDefinition } from '../metric-list.js';

/** The rule by which small numbers and differences are withheld; one more whenever less may be told than before. */
export const RULE = 2;

/**
 * Metrics that count the same events of mediators, those that matter most first: of two that cannot both be told, the first is. Metrics
 * of needs are not among them, and neither are reasons, of which one mediator gives several.
 */
export const OF_THE_SAME = [
  [
    'acceptance',
    'acceptance-as-told',
    'connect-to-deploy',
    'introduced-by-track',
    'introduced-by-role',
    'introduced-by-region',
    'expiry',
    'answered-in-window',
    'answer-time',
    'acknowledgement',
  ],
  [
    'deployed-by-track',
    'deployed-by-role',
    'deployed-by-region',
    'deployed-by-place',
    'mentored-places',
    'repeat-share',
  ],
  ['proposed-by-track', 'proposed-by-role', 'proposed-by-region', 'nominated-by-state'],
] as const satisfies readonly (readonly Exclude<MetricCode, ProportionCode>[])[];

type Code = (typeof OF_THE_SAME)[number][number];

/** A metric without rows that counts what one row of another counts, and that row. */
const AS_ROW: Partial<Record<Code, string>> = { 'mentored-places': 'lead' };
/** By what rows are formed that several metrics have. */
const SHARED_ROWS: ReadonlySet<MetricDefinition['by']> = new Set(['urgency', 'place']);
type Figures = Readonly<Partial<Record<MetricCode, readonly FigureRow[]>>>;

/** Cases as they are counted: all of them, and on which side each is where sides are told. */
type CountedCase = Case & Owned & { readonly hit?: boolean; readonly ended?: boolean };

/** What a number counts once: a case, or a mediator with all her cases in a row. */
interface Counted {
  readonly unit: string;
  readonly cases: readonly Owned[];
}

/** All that a number counts, and what it is of: everything, one urgency, or one place. */
interface Told {
  readonly name: string;
  readonly counted: readonly Counted[];
}

/** How often each unit is in a number, by the index of the unit. */
type Times = Uint32Array;

/**
 * Leaves metrics out until no two or three numbers have a difference that is of one to four mediators. Who subtracts those
 * who let their time go by from all who did not accept counts those who declined; who subtracts mediators from deployments counts
 * those who were deployed twice. Compared are the sums over all rows of a metric, and rows of the same urgency or place.
 *
 * @param isShared whether readers know cases of their own, which they can leave out of both numbers
 */
export function withoutDifferences<T extends Figures>(
  figures: T,
  cases: Readonly<Partial<Record<MetricCode, readonly CountedCase[]>>>,
  isShared: boolean,
): T {
  const left: Figures = { ...figures };
  for (const codes of OF_THE_SAME) {
    const all = codes.flatMap((code): readonly CountedCase[] => cases[code] ?? []);
    // Nobody knows a case, and each who knows some.
    const readers = [() => false, ...(isShared ? knowledgeOf(all) : [])];
    const numbers = codes.map((code) => numbersOf(code, figures[code] ?? [], cases[code] ?? []));
    const few = ofFew(numbers.flat(), readers);
    const kept = new Set<Told>();
    for (const [i, code] of codes.entries()) {
      const own = numbers[i] ?? [];
      const told = new Set([...kept, ...own]);
      if (
        own.every((number) => !few.get(number)?.some((one) => one.every((each) => told.has(each))))
      ) {
        for (const number of own) kept.add(number);
      } else Object.assign(left, { [code]: [] });
    }
  }
  return left as T;
}

/** All numbers that are told of a metric: of each row and of their sum, and of either side where it is told. */
function numbersOf(
  code: Code,
  rows: readonly FigureRow[],
  cases: readonly CountedCase[],
): readonly Told[] {
  const { kind, by } = metricOf(code);
  const parts = rows.map(({ of, ended }) => ({
    name: AS_ROW[code] ?? of.join('+'),
    isSided: ended !== null,
    some: cases.filter(({ row }) => (of.length === 0 ? row === WHOLE : of.includes(row))),
  }));
  const once = kind === 'count' ? byUnit : byCase;
  const hasNames = SHARED_ROWS.has(by) || code in AS_ROW;
  const names = [WHOLE, ...(hasNames ? parts.map(({ name }) => name) : [])];
  return names
    .flatMap((name) => {
      const of = parts.filter((part) => name === WHOLE || part.name === name);
      const told = (isTold: (one: CountedCase) => boolean): Told => ({
        name,
        counted: of.flatMap(({ some }) => once(some.filter(isTold))),
      });
      const isOnSide = (each: CountedCase) => (kind === 'share' ? each.hit : each.ended) === true;
      const areSided = of.every(({ isSided }) => isSided);
      return [
        told(() => true),
        ...(areSided ? [told(isOnSide), told((each) => !isOnSide(each))] : []),
      ];
    })
    .filter(({ counted }) => counted.length > 0);
}

function byCase(cases: readonly CountedCase[]): Counted[] {
  return cases.map((each) => ({ unit: each.unit, cases: [each] }));
}

function byUnit(cases: readonly CountedCase[]): Counted[] {
  const hers = new Map<string, CountedCase[]>();
  for (const each of cases) hers.set(each.unit, [...(hers.get(each.unit) ?? []), each]);
  return [...hers].map(([unit, some]) => ({ unit, cases: some }));
}

/**
 * For each number those of the same name, one or two, from which it is subtracted, or that are subtracted from it, with a result of one
 * to four, for any reader. Each number is counted once for each reader, and one reader after the other, so that the counts of one
 * alone are held.
 */
function ofFew(
  numbers: readonly Told[],
  readers: readonly ((one: Owned) => boolean)[],
): ReadonlyMap<Told, readonly (readonly Told[])[]> {
  const units = new Map<string, number>();
  for (const { counted } of numbers) {
    for (const { unit } of counted) if (!units.has(unit)) units.set(unit, units.size);
  }
  const few = new Map<Told, (readonly Told[])[]>(numbers.map((number) => [number, []]));
  let open = numbers.flatMap((from) => {
    const others = numbers.filter((other) => other !== from && other.name === from.name);
    return others.flatMap((one, i) =>
      [[one], ...others.slice(i + 1).map((other) => [one, other])].map((less) => ({ from, less })),
    );
  });
  for (const knows of readers) {
    const times = new Map(numbers.map((number) => [number, timesOf(number, units, knows)]));
    const of = (number: Told) => times.get(number) as Times;
    open = open.filter(({ from, less }) => {
      if (areApart(of(from), less.map(of))) return true;
      const all = [from, ...less];
      for (const each of all) few.get(each)?.push(all);
      return false;
    });
  }
  return few;
}

/** Who is in a number, and how often, without what a reader knows. */
function timesOf(
  { counted }: Told,
  units: ReadonlyMap<string, number>,
  knows: (one: Owned) => boolean,
): Times {
  const times = new Uint32Array(units.size);
  for (const { unit, cases } of counted) {
    const index = units.get(unit) as number;
    if (!cases.some(knows)) times[index] = (times[index] ?? 0) + 1;
  }
  return times;
}

/** Whether what is left of a number after one or two others is of nobody, or of five or more. */
function areApart(from: Times, [one, other]: readonly Times[]): boolean {
  let different = 0;
  for (let i = 0; i < from.length && different < FEWEST; i++) {
    if ((from[i] ?? 0) !== (one?.[i] ?? 0) + (other?.[i] ?? 0)) different++;
  }
  return different === 0 || different >= FEWEST;
}
