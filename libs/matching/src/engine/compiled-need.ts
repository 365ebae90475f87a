import { type Contribution, shareOut } from '../criteria/evidence.js';
import type { Need } from '../need/need.js';
import type { CandidatePool } from './candidate-pool.js';
import { Eligibility } from './eligibility.js';
import { TieKeys } from './order.js';
import { compileCriteria, type WeightedCriterion } from './soft-criteria.js';

/**
 * A valid need, compiled once for one version of a pool: its hard criteria, its soft criteria and its tie
 * keys, each when it is first asked for. Rankings, teams and analyses are made from it.
 */
export class CompiledNeed {
  readonly tieKeys: TieKeys;
  private hard: Eligibility | undefined;
  private soft: readonly WeightedCriterion[] | undefined;

  constructor(
    readonly pool: CandidatePool,
    readonly need: Need,
  ) {
    this.tieKeys = new TieKeys(pool, need);
  }

  get eligibility(): Eligibility {
    return (this.hard ??= new Eligibility(this.pool, this.need));
  }

  /** The soft criteria that the need states, in the model's order. */
  get criteria(): readonly WeightedCriterion[] {
    return (this.soft ??= compileCriteria(this.pool, this.need));
  }

  /** W. */
  get totalWeight(): number {
    return this.criteria.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** Her score, and what of it each criterion brought from what. */
  explain(row: number): { score: number; contributions: Contribution[] } {
    const candidate = this.pool.candidateAt(row);
    const values = this.criteria.map(({ scorer }) => scorer.measure(row));
    const products = this.criteria.map(({ weight }, i) => weight * values[i]!);
    const { score, parts } = shareOut(products, this.totalWeight);
    const contributions = this.criteria.map(
      ({ criterion, wanted, weight, find }, i) =>
        ({
          criterion,
          wanted,
          found: find(candidate, row),
          value: values[i]!,
          weight,
          contribution: parts[i]!,
        }) as Contribution,
    );
    return { score, contributions };
  }

  /** Gives back what the scorers borrowed, when no row is measured any more. */
  release(): void {
    for (const { scorer } of this.criteria) scorer.release?.();
  }
}
