import { type Contribution, shareOut } from '../criteria/evidence.js';
import { type Criterion, MODEL } from '../model.js';
import type { Need } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import type { CandidatePool } from './candidate-pool.js';
import { Eligibility, type Uncheckable } from './eligibility.js';
import { TieKeys } from './order.js';
import { Screening } from './screening.js';
import { KeptScorer, KeptShare, measureKept, type Scorer } from './scorers.js';
import { unavailability } from './soft-criteria-2.js';
import { compileCriteria, type WeightedCriterion } from './soft-criteria.js';

/** A scorer and its weight: a criterion of the model, or the term that rotation adds. */
export interface WeightedTerm {
  scorer: Scorer;
  weight: number;
}

/**
 * A valid need, compiled once for one version of a pool: its hard criteria, its soft criteria and its tie
 * keys, each when it is first asked for. Rankings, teams and analyses are made from it.
 */
export class CompiledNeed {
  readonly tieKeys: TieKeys;
  private hard: Eligibility | undefined;
  private soft: readonly WeightedCriterion[] | undefined;
  private stops: Screening | undefined;
  private share: KeptShare | undefined;
  private isUnavailable: ((row: number) => boolean) | null = null;

  constructor(
    readonly pool: CandidatePool,
    readonly need: Need,
  ) {
    this.tieKeys = new TieKeys(pool, need);
  }

  /** @throws InvalidNeed with all problems of the need */
  static checked(pool: CandidatePool, need: Need): CompiledNeed {
    checkNeed(need);
    return new CompiledNeed(pool, need);
  }

  get eligibility(): Eligibility {
    return (this.hard ??= new Eligibility(this.pool, this.need));
  }

  get screening(): Screening {
    return (this.stops ??= new Screening(this.pool, this.eligibility));
  }

  /** The soft criteria that the need states, in the model's order. */
  get criteria(): readonly WeightedCriterion[] {
    return (this.soft ??= this.compile());
  }

  private compile(): readonly WeightedCriterion[] {
    const whole = compileCriteria(this.pool, this.need);
    const essential = whole.flatMap((criterion) => criterion.essential ?? []);
    this.isUnavailable = unavailability(this.pool, this.need);
    if (essential.length === 0 && this.isUnavailable === null) return whole;
    const kept = (this.share = new KeptShare(essential, this.isUnavailable));
    return whole.map((one) => ({ ...one, scorer: new KeptScorer(one.scorer, kept) }));
  }

  /** What is kept of a row's score, in micro-units: less than 1 where something essential is lacking or she is not available. */
  keptOf(row: number): number {
    return this.criteria.length > 0 && this.share ? this.share.of(row) : MODEL.unit;
  }

  /** W. */
  get totalWeight(): number {
    return this.criteria.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** S of a row, or another weighted sum. */
  totalOf(row: number, terms: readonly WeightedTerm[] = this.criteria): number {
    const kept = this.keptOf(row);
    return terms.reduce(
      (sum, { scorer, weight }) => sum + weight * measureKept(scorer, row, kept),
      0,
    );
  }

  /** What a criterion gives a row before something essential that is lacking takes its part; 0 where it is not stated. */
  wholeValue(criterion: Criterion, row: number): number {
    const scorer = this.criteria.find((each) => each.criterion === criterion)?.scorer;
    const whole = scorer instanceof KeptScorer ? scorer.whole : scorer;
    return whole?.measure(row) ?? 0;
  }

  /** Her score, what of it each criterion brought from what, and what only her network can check. */
  explain(row: number): {
    score: number;
    contributions: Contribution[];
    toBeChecked: Uncheckable[];
  } {
    const facts = this.pool.factsAt(row);
    const kept = this.keptOf(row);
    const values = this.criteria.map(({ scorer }) => measureKept(scorer, row, kept));
    const products = this.criteria.map(({ weight }, i) => weight * values[i]!);
    const { score, parts } = shareOut(products, this.totalWeight);
    const contributions = this.criteria.map(
      ({ criterion, wanted, weight, find, isUnstated }, i) =>
        ({
          criterion,
          wanted,
          found: find(facts, row),
          value: values[i]!,
          weight,
          contribution: parts[i]!,
          ...(isUnstated?.(row) && { unstated: true }),
          ...(kept < MODEL.unit && { kept }),
          ...(this.isUnavailable?.(row) && { notAvailable: true }),
        }) as Contribution,
    );
    return { score, contributions, toBeChecked: this.eligibility.unchecked(row) };
  }

  /** Gives back what the scorers borrowed, when no row is measured any more. */
  release(): void {
    for (const { scorer } of this.criteria) scorer.release?.();
    this.share?.release();
  }
}
