import {
  agreement,
  compareEvaluations,
  type Evaluation,
  holm,
  meanInterval,
  type Qrels,
  type Run,
} from '#evaluation';
import { areaLabel, areaRegion } from '#vocabulary';
import { careerPool } from './career-pool.js';
import { measureCareers, type CareerSet } from './career-set.js';

const DECISIVE = 'nDCG@10';

const WAYS = [
  ['model 1', 1],
  ['model 2, asked only what model 1 knows', 'fields of model 1'],
  ['model 2', 2],
] as const;

type Topic = Pick<Need, 'topic'>;

/** The numbers of model 2 were chosen before the needs after this one were written. */
const LAST_OF_FIRST_ROUND = 'C40';
const isAdded = ({ topic }: Topic) => topic > LAST_OF_FIRST_ROUND;
const isKeptOut = ({ split }: Need) => split === 'held-out';
const isAny = () => true;

/** Needs that were written and judged at one time, by the same readers. */
const ROUNDS: readonly (readonly [name: string, is: (need: Topic) => boolean])[] = [
  ['C01 to C40', (need) => !isAdded(need)],
  ['C41 to C56', (need) => isAdded(need) && need.topic <= 'C56'],
  ['C57 to C80', ({ topic }) => topic > 'C56'],
];

/** Weights of the briefs that are compared; one of them is the model's. */
const TEXT_WEIGHTS = [10, 20, 40, 80, 160];

type Need = CareerSet['needs'][number];
type Way = readonly [name: string, Awaited<ReturnType<typeof measureCareers>>];

/** Tables of docs/evaluation.md on the second judged set, made from the set itself: a change of model or data changes them. */
export class CareerReport {
  private constructor(
    private readonly set: CareerSet,
    private readonly measured: readonly Way[],
    private readonly bySecond: readonly Way[],
    private readonly withBriefs: readonly Way[],
  ) {}

  static async of(set: CareerSet): Promise<CareerReport> {
    const measured = await measuredBy(set);
    const bySecond = await measuredBy({ ...set, grades: set.second });
    const withBriefs: Way[] = [];
    for (const weight of TEXT_WEIGHTS) {
      withBriefs.push([String(weight), await measureCareers(set, 2, weight)]);
    }
    return new CareerReport(set, measured, bySecond, withBriefs);
  }

  /** Each way to rank in both halves, and whether it is better than model 1 in the half kept out. */
  quality(): string {
    return this.compared('way to rank', this.measured);
  }

  /** The same by the grades of the second reader. */
  qualityBySecond(): string {
    return this.compared('way to rank', this.bySecond);
  }

  /** Model 2 with the briefs at several weights, each against model 2 without them, in the half kept out. */
  briefs(): string {
    const without: Way = ['no brief', this.measured.at(-1)![1]];
    return this.compared('weight of the brief', [without, ...this.withBriefs]);
  }

  /** Ways to rank, and whether each is better than the first in the half kept out. */
  private compared(what: string, ways: readonly Way[]): string {
    const [first, ...others] = ways;
    const heldOut = (evaluation: Evaluation) => this.within(evaluation, isKeptOut);
    const compared = others.map(([, { evaluation }]) => {
      const [found] = compareEvaluations(heldOut(evaluation), heldOut(first![1].evaluation), [
        DECISIVE,
      ]);
      return found!;
    });
    const corrected = holm(compared.map(({ p }) => p));
    return table(
      [what, 'train', 'held out', 'judged@10', 'held out: wins, losses, ties', 'p', 'p, corrected'],
      ways.map(([name, { evaluation }], i) => {
        const versus = compared[i - 1];
        return [
          name,
          digits(this.mean(evaluation, 'train')),
          digits(this.mean(evaluation, 'held-out')),
          digits(evaluation.mean['judged@10'] ?? 0),
          versus ? `${versus.wins}, ${versus.losses}, ${versus.ties}` : '',
          versus ? versus.p.toFixed(5) : '',
          versus ? corrected[i - 1]!.toFixed(5) : '',
        ];
      }),
    );
  }

  /** The needs with which model 2 was made, and those that were added later, apart and together, by each reader. */
  rounds(): string {
    const groups: readonly (readonly [string, (need: Need) => boolean])[] = [
      ...ROUNDS.flatMap(
        ([name, is]) =>
          [
            [`${name}, train`, (need: Need) => is(need) && !isKeptOut(need)],
            [`${name}, held out`, (need: Need) => is(need) && isKeptOut(need)],
          ] as const,
      ),
      ['added, held out', (need) => isAdded(need) && isKeptOut(need)],
      ['added, both halves', isAdded],
      ['all, held out', isKeptOut],
    ];
    return table(
      [
        'needs',
        'reader',
        'number',
        ...WAYS.map(([name]) => name),
        'difference, model 2 to 1',
        '95% interval',
        'wins, losses, ties',
        'p',
      ],
      groups.flatMap(([name, is]) =>
        [this.measured, this.bySecond].map((ways, reader) => {
          const [one, other, two] = ways.map(([, { evaluation }]) => this.within(evaluation, is));
          const [found] = compareEvaluations(two!, one!, [DECISIVE]);
          const { wins, losses, ties, p } = found!;
          const { differences } = this.differences(ways, is);
          return [
            name,
            reader === 0 ? 'first' : 'second',
            String(two!.topics.length),
            ...[one!, other!, two!].map((evaluation) => digits(meanOf(evaluation))),
            digits(average(differences)),
            intervalOf(differences),
            `${wins}, ${losses}, ${ties}`,
            p.toFixed(5),
          ];
        }),
      ),
    );
  }

  /** The added needs that were kept out, one by one. */
  added(): string {
    const added = this.set.needs.filter((need) => isAdded(need) && isKeptOut(need));
    return table(
      ['need', 'kinds', 'model 1', 'model 2', 'difference', 'difference, second reader'],
      added.map(({ topic, kinds = [] }) => {
        const [first, second] = [this.measured, this.bySecond].map((ways) =>
          this.differences(ways, (need) => need.topic === topic),
        ) as [Compared, Compared];
        const cells = [first.before, first.after, first.differences, second.differences];
        return [topic, kinds.join(', '), ...cells.map(([value]) => digits(value!))];
      }),
    );
  }

  /** Models 1 and 2 by kind of need, in the half kept out: by each reader, and by the mean of both, with the interval that so few needs allow. */
  kinds(): string {
    return this.byKind(isAny);
  }

  /** The same among the needs that were added after the numbers of model 2 had been chosen. */
  kindsOfAdded(): string {
    return this.byKind(isAdded);
  }

  private byKind(isAmong: (need: Need) => boolean): string {
    const among = this.set.needs.filter((need) => isKeptOut(need) && isAmong(need));
    const kinds = [...new Set(among.flatMap((need) => need.kinds ?? []))].toSorted();
    const is = (kind: string) => (need: Need) =>
      among.includes(need) && (need.kinds ?? []).includes(kind);
    const reader = ['difference', '95% interval'];
    return table(
      [
        'kind of need',
        'needs held out',
        ...reader.map((cell) => `${cell}, first reader`),
        ...reader.map((cell) => `${cell}, second reader`),
        ...reader.map((cell) => `${cell}, mean of both`),
      ],
      [
        this.kind('all', (need) => among.includes(need)),
        ...kinds.map((kind) => this.kind(kind, is(kind))),
      ],
    );
  }

  private kind(name: string, is: (need: Need) => boolean): string[] {
    const [first, second] = [this.measured, this.bySecond].map(
      (ways) => this.differences(ways, is).differences,
    ) as [number[], number[]];
    const mean = first.map((difference, i) => (difference + second[i]!) / 2);
    return [
      name,
      String(first.length),
      ...[first, second, mean].flatMap((differences) => [
        digits(average(differences)),
        intervalOf(differences),
      ]),
    ];
  }

  /** Who has the first ten places of all needs. */
  fairness(): string {
    const profiles = new Map(careerPool().map((profile) => [profile.docno, profile]));
    const groups: readonly (readonly [string, (docno: string) => string])[] = [
      [
        'region of residence',
        (docno) => {
          const home = profiles.get(docno)?.candidate.residence ?? null;
          const region = home === null ? null : areaRegion(home);
          return region === null ? 'not shown' : areaLabel(region, 'en');
        },
      ],
      [
        'age band',
        (docno) => (profiles.get(docno)?.candidate.youngLeader ? 'under 36' : '36 and over'),
      ],
      ['name', (docno) => (profiles.get(docno)?.isCoded ? 'by a code name' : 'by her name')],
      [
        'nationality',
        (docno) =>
          profiles.get(docno)?.candidate.nationalities.length === 0 ? 'not shown' : 'shown',
      ],
    ];
    const [one, , two] = this.measured.map(([, { run }]) => run);
    return table(
      ['group', '', 'of the pool', 'of the first ten, model 1', 'model 2'],
      groups.flatMap(([name, groupOf]) => {
        const all = shares([...profiles.keys()], groupOf);
        const [before, after] = [one, two].map((run) => shares(firstTen(run!), groupOf));
        return [...all.keys()]
          .toSorted()
          .map((group) => [
            name,
            group,
            ...[all, before!, after!].map((of) => percent(of.get(group))),
          ]);
      }),
    );
  }

  /** How far the two readers agree. */
  agreement(): string {
    const groups = [...ROUNDS, ['all', isAny] as const];
    return table(
      [
        'needs',
        'number',
        'pairs',
        'same grade',
        'second lower',
        'second higher',
        'within one',
        'kappa, linear weights',
      ],
      groups.map(([name, is]) => {
        const among = (all: Qrels) => new Map([...all].filter(([topic]) => is({ topic })));
        const [grades, second] = [among(this.set.grades), among(this.set.second)];
        const { pairs, same, withinOne, kappa } = agreement(grades, second);
        const steps = [...grades].flatMap(([topic, judged]) =>
          [...judged].map(([docno, grade]) => (second.get(topic)?.get(docno) ?? grade) - grade),
        );
        const share = (counts: (step: number) => boolean) =>
          percent(steps.filter(counts).length / pairs);
        return [
          name,
          String(second.size),
          String(pairs),
          percent(same),
          share((step) => step < 0),
          share((step) => step > 0),
          percent(withinOne),
          digits(kappa),
        ];
      }),
    );
  }

  /** Models 1 and 2, need by need. */
  private differences([one, , two]: readonly Way[], is: (need: Need) => boolean): Compared {
    const [before, after] = [one!, two!].map(([, { evaluation }]) =>
      this.within(evaluation, is).topics.map(({ measures }) => measures[DECISIVE] ?? 0),
    ) as [number[], number[]];
    return { before, after, differences: after.map((value, i) => value - before[i]!) };
  }

  private mean(evaluation: Evaluation, split: string): number {
    return meanOf(this.within(evaluation, (need) => need.split === split));
  }

  private within(evaluation: Evaluation, is: (need: Need) => boolean): Evaluation {
    const kept = new Set(this.set.needs.filter(is).map(({ topic }) => topic));
    const topics = evaluation.topics.filter(({ topic }) => kept.has(topic));
    return { ...evaluation, topics };
  }
}

async function measuredBy(set: CareerSet): Promise<Way[]> {
  const measured: Way[] = [];
  for (const [name, version] of WAYS) measured.push([name, await measureCareers(set, version)]);
  return measured;
}

/** The measure of two ways to rank by need, and by how much the second is better. */
type Compared = Record<'before' | 'after' | 'differences', number[]>;

function meanOf({ topics }: Evaluation): number {
  return average(topics.map(({ measures }) => measures[DECISIVE] ?? 0));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function intervalOf(differences: readonly number[]): string {
  const interval = meanInterval(differences);
  return interval ? `${digits(interval.low)} to ${digits(interval.high)}` : 'one need';
}

const firstTen = (run: Run): string[] =>
  [...run.values()].flatMap((ranking) => ranking.slice(0, 10));

function shares(
  docnos: readonly string[],
  groupOf: (docno: string) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const docno of docnos) {
    const group = groupOf(docno);
    counts.set(group, (counts.get(group) ?? 0) + 1 / docnos.length);
  }
  return counts;
}

const digits = (value: number) => value.toFixed(4);
const percent = (share = 0) => `${(100 * share).toFixed(1)}%`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
