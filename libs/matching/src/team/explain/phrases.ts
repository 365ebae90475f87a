import type { RequirementKind } from '../team-request.js';

/** The sentences of one locale about what a team must have and what gives way. */
export interface TeamPhrases {
  /** `{what}`, with the numbers `{asked}` and `{found}`. */
  covered: string;
  /** `{what}`, with the numbers `{asked}` and `{possible}`. */
  relaxed: string;
  /** What is counted, with `{name}` where it names something. */
  what: Record<RequirementKind, string>;
}
