/** The questions of a gender-sensitive conflict analysis, in their order. */
export const ANALYSIS_QUESTIONS = [
  /** Who takes part in the conflict and in making peace, by sex and age. */
  'actors',
  /** What is expected of women and men, and who has power over what. */
  'norms',
  /** How the conflict touches women, men, girls and boys. */
  'effects',
  /** What women do for peace already. */
  'peace-work',
  /** How those who gain from the conflict use gender. */
  'spoilers',
  /** What could harm whom, and what protects. Measures and kinds of risk, never a person or an incident. */
  'protection',
  /** Where work for peace can begin. */
  'entry-points',
  /** What is not known, and who could know it. */
  'data-gaps',
  /** Who was consulted: by office, role or organization. */
  'consulted',
  /** What could do harm, and how that is avoided. */
  'do-no-harm',
] as const;
export type AnalysisQuestion = (typeof ANALYSIS_QUESTIONS)[number];

/** Whether an analysis was made before what it is for was designed, or after. */
export const ANALYSIS_TIMINGS = ['before-design', 'after-design'] as const;
export type AnalysisTiming = (typeof ANALYSIS_TIMINGS)[number];

/** For what an analysis was used. */
export const ANALYSIS_USES = ['plan', 'need', 'process'] as const;
export type AnalysisUse = (typeof ANALYSIS_USES)[number];
