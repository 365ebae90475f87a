import type { Locale } from '#vocabulary';
import type { Change } from '../../analysis/changes.js';
import type { Comparison } from '../../analysis/compare.js';
import type { Lift } from '../../analysis/counterfactual.js';
import type { InsideTop, OutsideTop, PlaceExplanation } from '../../analysis/explain-place.js';
import type { NearlyEligible } from '../../analysis/nearly-eligible.js';
import type { ExplainableCriterion, Shortfall } from '../../analysis/shortfall.js';
import type { Stability } from '../../analysis/stability.js';
import type { WaterfallStep } from '../../analysis/waterfall.js';
import { CRITERIA, type Criterion, type HardCriterion, MODEL } from '../../model.js';
import type { ScarceCombination } from '../../scarcity/scarcity.js';
import { Format } from '../format.js';
import { PHRASES } from '../locales.js';
import { fill } from '../template.js';
import { ar } from './ar.js';
import { CHANGES, type Clauses, LACKS, levelled } from './clauses.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { AnalysisPhrases } from './phrases.js';
import { pt } from './pt.js';
import { sw } from './sw.js';

export const ANALYSIS_PHRASES: Record<Locale, AnalysisPhrases> = { ar, en, es, fr, pt, sw };

/** What the analyses found, in sentences of the reader's language; figures as its locale writes them. */
export class AnalysisSentences {
  private readonly phrases: AnalysisPhrases;
  private readonly format: Format;

  constructor(private readonly locale: Locale = 'en') {
    this.phrases = ANALYSIS_PHRASES[locale];
    this.format = new Format(locale);
  }

  /** What a criterion, soft or hard, is called. */
  heading(criterion: Criterion | HardCriterion): string {
    const isSoft = (name: string): name is Criterion => CRITERIA.some((each) => each === name);
    if (isSoft(criterion)) return PHRASES[this.locale].headings[criterion];
    return this.phrases.headings[criterion];
  }

  /** All there is to say of a place. */
  place(place: PlaceExplanation): string[] {
    if (place.standing === 'excluded') return place.shortfalls.map((each) => this.shortfall(each));
    const moves = place.standing === 'inside' ? this.margin(place) : this.counterfactual(place);
    return [...moves, this.stability(place.stability, place.top)];
  }

  /** What one change would bring, among the first k. */
  lift(lift: Lift): string {
    const { enough, alike } = this.phrases.lift;
    const text = fill(enough, this.lifted(lift));
    if (lift.alike.length === 0) return text;
    return `${text} ${fill(alike, { count: this.format.number(lift.alike.length) })}`;
  }

  /** What would bring somebody among the first k: a sentence for each change, or that none does. */
  counterfactual({ counterfactual: { lifts, most }, top }: OutsideTop): string[] {
    const { phrases, format } = this;
    if (lifts.length > 0) return lifts.map((lift) => this.lift(lift));
    if (most === null) return [phrases.lift.none];
    return [fill(phrases.lift.most, { ...this.lifted(most), top: format.number(top) })];
  }

  /** What somebody among the first k may lose: as a whole, then of each criterion that matters. */
  margin({ margin, rank, top, eligible }: InsideTop): string[] {
    const { phrases, format } = this;
    const common = { rank: format.number(rank), top: format.number(top) };
    if (margin === null) {
      return [fill(phrases.margin.safe, { ...common, eligible: format.number(eligible) })];
    }
    return [
      fill(phrases.margin.spare, { ...common, spare: format.percent(margin.score) }),
      ...margin.leastValues
        .filter(({ least }) => least > 0)
        .map(({ criterion, value, least }) =>
          fill(phrases.margin.least, {
            ...common,
            heading: this.heading(criterion),
            value: format.percent(value),
            least: format.percent(least),
          }),
        ),
    ];
  }

  stability({ delta, samples, inside, share, interval, ranks }: Stability, top: number): string {
    const { format } = this;
    return fill(this.phrases.stability, {
      delta: format.percent((delta * MODEL.unit) / 100),
      top: format.number(top),
      inside: format.number(inside),
      samples: format.number(samples),
      share: format.percent(share),
      low: format.percent(interval.low),
      high: format.percent(interval.high),
      best: format.number(ranks.best),
      worst: format.number(ranks.worst),
    });
  }

  /** Who is ahead and by what, who is excluded, and which weight would turn the order. */
  comparison(comparison: Comparison, names: { first: string; second: string }): string[] {
    const { phrases, format } = this;
    const { first, second, decidedBy, turns } = comparison;
    const [ahead, behind] =
      comparison.ahead === 'first' ? [names.first, names.second] : [names.second, names.first];
    const [turn] = turns;
    return [
      decidedBy === null
        ? fill(phrases.comparison.tied, { ahead, behind })
        : fill(phrases.comparison.decided, {
            ahead,
            behind,
            difference: format.percent(Math.abs(comparison.difference)),
            heading: this.heading(decidedBy),
          }),
      ...[
        { name: names.first, ...first },
        { name: names.second, ...second },
      ].flatMap(({ name, stoppedBy }) => {
        if (stoppedBy.length === 0) return [];
        const criteria = format.all(stoppedBy.map((criterion) => this.heading(criterion)));
        return [fill(phrases.comparison.stopped, { name, criteria })];
      }),
      turn
        ? fill(phrases.comparison.turn, {
            behind,
            heading: this.heading(turn.criterion),
            from: format.number(turn.from),
            to: format.number(turn.to),
          })
        : phrases.comparison.fixed,
    ];
  }

  step({ criterion, alone, removed, remaining, addedIfDropped }: WaterfallStep): string {
    const { format } = this;
    return fill(this.phrases.step, {
      heading: this.heading(criterion),
      alone: format.number(alone),
      removed: format.number(removed),
      remaining: format.number(remaining),
      added: format.number(addedIfDropped),
    });
  }

  /** What somebody lacks for a hard criterion. */
  shortfall(shortfall: Shortfall): string {
    const { phrases, format } = this;
    const lacks = LACKS[shortfall.criterion] as Clauses<ExplainableCriterion>;
    return fill(phrases.shortfall, {
      heading: this.heading(shortfall.criterion),
      clauses: lacks(shortfall, phrases.lack, format).join(phrases.separator),
    });
  }

  nearly({ shortfall, score }: Pick<NearlyEligible, 'shortfall' | 'score'>): string {
    return fill(this.phrases.nearly, {
      shortfall: this.shortfall(shortfall),
      score: this.format.percent(score),
    });
  }

  /** How scarce a combination is, and what most women lack for it. */
  scarcity(found: ScarceCombination): string[] {
    const { phrases, format } = this;
    const { bottleneck } = found;
    return [
      fill(phrases.scarcity, {
        language: levelled(format, 'language', found.language),
        expertise: levelled(format, 'expertise', found.expertise),
        area: format.area(found.area),
        available: format.number(found.available),
        minimum: format.number(found.available + found.missing),
        asked: format.number(found.asked),
      }),
      fill(phrases.bottleneck[bottleneck ?? 'none'], {
        count: bottleneck === null ? '' : format.number(found.lackOnly[bottleneck]),
      }),
    ];
  }

  private lifted({ change, rank, score }: Lift): Record<string, string> {
    const { phrases, format } = this;
    const clause = CHANGES[change.criterion] as (
      change: Change,
      phrases: AnalysisPhrases['change'],
      format: Format,
    ) => string;
    return {
      change: clause(change, phrases.change, format),
      rank: format.number(rank),
      score: format.percent(score),
    };
  }
}
