import type { Change } from '../../analysis/changes.js';
import type { HardCriterion } from '../../model.js';
import type { Part } from '../../scarcity/scarcity.js';

/** A level of something, higher than hers or where she had none. */
type Raised = Record<'raised' | 'gained', string>;

/**
 * What analyses say, in one locale. `{rank}`, `{top}` and counts are numbers, `{score}` and shares
 * percentages; `{name}` and lists of names come with articles of no language.
 */
export interface AnalysisPhrases {
  separator: string;
  /** The hard criteria that are not called as a soft one is. */
  headings: Record<Exclude<HardCriterion, 'LANGUAGE' | Change['criterion']>, string>;
  /** A single change, after "with"; `{from}` and `{to}` are levels, counts with their unit, or dates. */
  change: {
    LANGUAGE: Raised;
    REGION: string;
    EXPERTISE: Raised;
    ROLE: Record<'stated' | 'served', string>;
    TRACK: string;
    PROCESS: string;
    YEARS: string;
    AVAILABILITY: string;
    FRESHNESS: string;
    NETWORK: string;
  };
  /**
   * `enough`: a change that brings her among the first; `alike`: others bring as much; `most`: none
   * suffices, and this comes nearest.
   */
  lift: Record<'enough' | 'alike' | 'most' | 'none', string>;
  /** `spare`: what she may lose; `safe`: nobody can overtake her; `least`: of one criterion. */
  margin: Record<'spare' | 'safe' | 'least', string>;
  stability: string;
  /** `decided` and `tied` are of two names; `turn` and `fixed` of the weights. */
  comparison: Record<'decided' | 'tied' | 'stopped' | 'turn' | 'fixed', string>;
  step: string;
  /** What she lacks for a hard criterion. */
  lack: {
    LANGUAGE: Record<'lower' | 'none', string>;
    CONFLICT_OF_INTEREST: Record<'territories' | 'networks', string>;
    AVAILABILITY: string;
    ROLE: string;
    TRACK: string;
    NETWORK: string;
    YEARS: string;
  };
  /** `{heading}` and `{clauses}` of one hard criterion. */
  shortfall: string;
  nearly: string;
  scarcity: string;
  bottleneck: Record<Part | 'none', string>;
}
