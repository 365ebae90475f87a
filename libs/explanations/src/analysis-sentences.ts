import {
  CRITERIA,
  type Change,
  type ChangeOf,
  type ChangeableCriterion,
  type Comparison,
  type Criterion,
  type ExplainableCriterion,
  type HardCriterion,
  type InsideTop,
  type Lift,
  type NearlyEligible,
  type OutsideTop,
  type PlaceExplanation,
  type ScarceCombination,
  type Shortfall,
  type ShortfallOf,
  type Stability,
  type WaterfallStep,
} from '#matching';
import { type Translate, translator } from '#messages';
import type { Locale } from '#vocabulary';
import { headingOf } from './explain.js';
import { Format, fraction } from './format.js';

/** What the analyses found, in sentences of the reader's language; figures as its locale writes them. */
export class AnalysisSentences {
  private readonly t: Translate<'analysis'>;
  private readonly format: Format;

  constructor(private readonly locale: Locale = 'en') {
    this.t = translator('analysis', locale);
    this.format = new Format(locale);
  }

  /** What a criterion, soft or hard, is called. */
  heading(criterion: Criterion | HardCriterion): string {
    const isSoft = (name: string): name is Criterion => CRITERIA.some((each) => each === name);
    if (isSoft(criterion)) return headingOf(criterion, this.locale);
    return this.t(`headings.${criterion}`);
  }

  /** All there is to say of a place. */
  place(place: PlaceExplanation): string[] {
    if (place.standing === 'excluded') return place.shortfalls.map((each) => this.shortfall(each));
    const moves = place.standing === 'inside' ? this.margin(place) : this.counterfactual(place);
    return [...moves, this.stability(place.stability, place.top)];
  }

  /** What one change would bring, among the first k. */
  lift(lift: Lift): string {
    const text = this.t('lift.enough', this.lifted(lift));
    if (lift.alike.length === 0) return text;
    return `${text} ${this.t('lift.alike', { count: lift.alike.length })}`;
  }

  /** What would bring somebody among the first k: a sentence for each change, or that none does. */
  counterfactual({ counterfactual: { lifts, most }, top }: OutsideTop): string[] {
    if (lifts.length > 0) return lifts.map((lift) => this.lift(lift));
    return [
      most === null ? this.t('lift.none') : this.t('lift.most', { ...this.lifted(most), top }),
    ];
  }

  /** What somebody among the first k may lose: as a whole, then of each criterion that matters. */
  margin({ margin, rank, top, eligible }: InsideTop): string[] {
    if (margin === null) return [this.t('margin.safe', { rank, top, eligible })];
    return [
      this.t('margin.spare', { rank, top, spare: fraction(margin.score) }),
      ...margin.leastValues
        .filter(({ least }) => least > 0)
        .map(({ criterion, value, least }) =>
          this.t('margin.least', {
            top,
            heading: this.heading(criterion),
            value: fraction(value),
            least: fraction(least),
          }),
        ),
    ];
  }

  stability({ delta, samples, inside, share, interval, ranks }: Stability, top: number): string {
    return this.t('stability', {
      delta: delta / 100,
      top,
      inside,
      samples,
      share: fraction(share),
      low: fraction(interval.low),
      high: fraction(interval.high),
      ...ranks,
    });
  }

  /** Which of two is ahead and why, which is excluded, and which weight would reverse their order. */
  comparison(comparison: Comparison, names: { first: string; second: string }): string[] {
    const { t, format } = this;
    const { first, second, decidedBy, turns } = comparison;
    const [ahead, behind] =
      comparison.ahead === 'first' ? [names.first, names.second] : [names.second, names.first];
    const [turn] = turns;
    return [
      decidedBy === null
        ? t('comparison.tied', { ahead, behind })
        : t('comparison.decided', {
            ahead,
            behind,
            difference: fraction(Math.abs(comparison.difference)),
            heading: this.heading(decidedBy),
          }),
      ...[
        { name: names.first, ...first },
        { name: names.second, ...second },
      ].flatMap(({ name, stoppedBy }) => {
        if (stoppedBy.length === 0) return [];
        const criteria = format.all(stoppedBy.map((criterion) => this.heading(criterion)));
        return [t('comparison.stopped', { name, criteria })];
      }),
      turn
        ? t('comparison.turn', {
            behind,
            heading: this.heading(turn.criterion),
            from: turn.from,
            to: turn.to,
          })
        : t('comparison.fixed'),
    ];
  }

  step({ criterion, alone, removed, remaining, addedIfDropped: added }: WaterfallStep): string {
    return this.t('step', { heading: this.heading(criterion), alone, removed, remaining, added });
  }

  /** What somebody lacks for a hard criterion. */
  shortfall(shortfall: Shortfall): string {
    const { t, format } = this;
    const lacks = LACKS[shortfall.criterion] as Clauses<ExplainableCriterion>;
    return t('shortfall', {
      heading: this.heading(shortfall.criterion),
      clauses: lacks(shortfall, t, format).join(t('separator')),
    });
  }

  nearly({ shortfall, score }: Pick<NearlyEligible, 'shortfall' | 'score'>): string {
    return this.t('nearly', { shortfall: this.shortfall(shortfall), score: fraction(score) });
  }

  /** How scarce a combination is, and what most women lack for it. */
  scarcity(found: ScarceCombination): string[] {
    const { t, format } = this;
    const { bottleneck } = found;
    return [
      t('scarcity', {
        language: format.levelled('language', found.language),
        expertise: format.levelled('expertise', found.expertise),
        area: format.area(found.area),
        available: found.available,
        minimum: found.available + found.missing,
        asked: found.asked,
      }),
      bottleneck === null
        ? t('bottleneck.none')
        : t(`bottleneck.${bottleneck}`, { count: found.lackOnly[bottleneck] }),
    ];
  }

  private lifted({ change, rank, score }: Lift): { change: string; rank: number; score: number } {
    const clause = CHANGES[change.criterion] as (
      change: Change,
      t: Translate<'analysis'>,
      format: Format,
    ) => string;
    return { change: clause(change, this.t, this.format), rank, score: fraction(score) };
  }
}

/** A single change, as what she would have. */
export const CHANGES: {
  [C in ChangeableCriterion]: (
    change: ChangeOf<C>,
    t: Translate<'analysis'>,
    format: Format,
  ) => string;
} = {
  LANGUAGE: ({ code, from, to }, t, format) =>
    t(`change.LANGUAGE.${from === null ? 'gained' : 'raised'}`, {
      name: format.name('language', code),
      from: from === null ? '' : format.proficiency(from),
      to: format.proficiency(to),
    }),
  REGION: ({ code }, t, format) => t('change.REGION', { name: format.area(code) }),
  EXPERTISE: ({ code, from, to }, t, format) =>
    t(`change.EXPERTISE.${from === null ? 'gained' : 'raised'}`, {
      name: format.name('expertise', code),
      from: from === null ? '' : format.name('expertise-level', String(from)),
      to: format.name('expertise-level', String(to)),
    }),
  ROLE: ({ role, to }, t, format) => t(`change.ROLE.${to}`, { name: format.name('role', role) }),
  TRACK: ({ code }, t, format) => t('change.TRACK', { name: format.name('track', code) }),
  PROCESS: ({ type, phase }, t, format) =>
    t('change.PROCESS', { name: format.process({ type, phase }) }),
  YEARS: ({ from, to }, t) => t('change.YEARS', { from, to }),
  AVAILABILITY: ({ from, to }, t) => t('change.AVAILABILITY', { from, to }),
  FRESHNESS: ({ to }, t) => t('change.FRESHNESS', { to: new Date(to) }),
  NETWORK: ({ slug }, t) => t('change.NETWORK', { name: slug }),
};

/** What she lacks for a hard criterion, in clauses. */
export type Clauses<C extends ExplainableCriterion> = (
  shortfall: ShortfallOf<C>,
  t: Translate<'analysis'>,
  format: Format,
) => string[];

export const LACKS: { [C in ExplainableCriterion]: Clauses<C> } = {
  LANGUAGE: ({ missing }, t, format) =>
    missing.map((item) =>
      t(`lack.LANGUAGE.${item.found === null ? 'none' : 'lower'}`, {
        wanted: format.levelled('language', item),
        found: item.found === null ? '' : format.proficiency(item.found),
      }),
    ),
  CONFLICT_OF_INTEREST: ({ territories, networks }, t, format) => {
    const areas = format.all(territories.map((code) => format.area(code)));
    return [
      ...(territories.length === 0
        ? []
        : [t('lack.CONFLICT_OF_INTEREST.territories', { found: areas })]),
      ...(networks.length === 0
        ? []
        : [t('lack.CONFLICT_OF_INTEREST.networks', { found: format.all(networks) })]),
    ];
  },
  AVAILABILITY: ({ days, needed, period }, t) => [
    t('lack.AVAILABILITY', { needed, period, found: days }),
  ],
  ROLE: ({ accepted }, t, format) => [
    t('lack.ROLE', { wanted: format.eitherOf('role', accepted) }),
  ],
  TRACK: ({ accepted }, t, format) => [
    t('lack.TRACK', { wanted: format.eitherOf('track', accepted) }),
  ],
  NETWORK: ({ accepted }, t, format) => [t('lack.NETWORK', { wanted: format.either(accepted) })],
  YEARS: ({ found, minimum }, t) => [t('lack.YEARS', { wanted: minimum, found })],
};
