import { FEWEST } from '#engagement';
import { knowledgeOf } from '../cases/knowers.js';
import type { Owned, ProportionCode } from '../cases/scoped-case.js';
import { WHOLE, type Case, type FigureRow } from '../figures/figures.js';
import { METRICS, type MetricCode, type MetricDefinition } from '../metric-list.js';

/**
 * Metrics that count the same events of mediators, those that matter most first: of two that cannot both be told, the first is. Metrics
 * of needs are not among them, and neither are reasons, of which one mediator gives several.
 */
const OF_THE_SAME = [
  [
    'acceptance',
    'acceptance-as-told',
    'connect-to-deploy',
    'expiry',
    'answered-in-window',
    'answer-time',
    'acknowledgement',
  ],
  ['deployed-by-track', 'deployed-by-role', 'deployed-by-place', 'mentored-places', 'repeat-share'],
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

/**
 * Leaves metrics out until no two numbers of different metrics have a difference that is of one to four mediators. Who subtracts those
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
    const kept: Told[] = [];
    for (const code of codes) {
      const numbers = numbersOf(code, figures[code] ?? [], cases[code] ?? []);
      const isApart = numbers.every((number) =>
        kept.every((other) => other.name !== number.name || areApart(number, other, readers)),
      );
      if (isApart) kept.push(...numbers);
      else Object.assign(left, { [code]: [] });
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
  const { kind, by } = METRICS.find((metric) => metric.code === code) as MetricDefinition;
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

/** Whether the difference of two numbers is of nobody, or of five or more, for each reader. */
function areApart(one: Told, other: Told, readers: readonly ((one: Owned) => boolean)[]): boolean {
  return readers.every((knows) => {
    const [left, right] = [one, other].map((number) => timesOf(number, knows)) as [
      ReadonlyMap<string, number>,
      ReadonlyMap<string, number>,
    ];
    const units = new Set([...left.keys(), ...right.keys()]);
    const different = [...units].filter((unit) => left.get(unit) !== right.get(unit)).length;
    return different === 0 || different >= FEWEST;
  });
}

/** Who is in a number, and how often, without what a reader knows. */
function timesOf({ counted }: Told, knows: (one: Owned) => boolean): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { unit, cases } of counted) {
    if (!cases.some(knows)) times.set(unit, (times.get(unit) ?? 0) + 1);
  }
  return times;
}
