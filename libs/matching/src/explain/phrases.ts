import type {
  Evidence,
  FoundExpertise,
  FoundLanguage,
  FoundTerritory,
  FoundTrack,
} from '../criteria/evidence.js';
import type { Criterion } from '../model.js';

/** One template for each way in which something wanted can be found, and `none`. */
type Templates<Way extends string> = Record<Way | 'none', string>;

type Standing = NonNullable<Evidence['ROLE']['found']>['standing'];
type SameProcess = NonNullable<Evidence['PROCESS']['found']>['same'];

/**
 * The sentences of one locale. `{wanted}` and `{found}` are filled with labels, dates, numbers with
 * their unit, or lists of them; `{fit}` with a percentage; the rest says what it is.
 */
export interface Phrases {
  /** The whole: `{heading}` and `{clauses}`, which `separator` joins. */
  sentence: string;
  separator: string;
  /** What a criterion is called, before the colon. */
  headings: Record<Criterion, string>;
  /** A code with its level: `{name} ({level})`. */
  levelled: string;
  LANGUAGE: Templates<FoundLanguage['relation']>;
  REGION: Templates<FoundTerritory['relation']>;
  EXPERTISE: Templates<FoundExpertise['relation']>;
  ROLE: Templates<Standing>;
  TRACK: Templates<FoundTrack['relation']>;
  PROCESS: Templates<SameProcess>;
  YEARS: string;
  /** Also `{from}` and `{to}`; `limited` and `unknown` where her profile names no days. */
  AVAILABILITY: Record<'days' | 'limited' | 'unknown', string>;
  /** Also `{age}`, from the confirmation to the date of the need; `later` where it is negative. */
  FRESHNESS: Templates<'confirmed' | 'later'>;
  TEXT: Templates<'matched'>;
  NETWORK: Templates<'member'>;
}
