/** What became of a woman on a shortlist. */
export const VERDICTS = ['kept', 'dropped'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why: the closed list, and with which verdict each reason can go. */
export const REASONS = {
  'language-level': ['kept', 'dropped'],
  'region-knowledge': ['kept', 'dropped'],
  'expertise-depth': ['kept', 'dropped'],
  experience: ['kept', 'dropped'],
  'not-available': ['dropped'],
  'conflict-of-interest': ['dropped'],
  'chosen-another': ['dropped'],
  declined: ['dropped'],
  security: ['dropped'],
  other: ['kept', 'dropped'],
} as const satisfies Readonly<Record<string, readonly Verdict[]>>;

export type FeedbackReason = keyof typeof REASONS;
export const FEEDBACK_REASONS = Object.keys(REASONS) as FeedbackReason[];

/** Reasons that say nothing of how far a woman was right for a need. */
const NOT_OF_FIT: ReadonlySet<FeedbackReason> = new Set([
  'not-available',
  'chosen-another',
  'declined',
  'security',
]);

/** Whether what was said tells how far a woman was right: a drop for such reasons alone does not. */
export function tellsOfFit(verdict: Verdict, reasons: readonly FeedbackReason[]): boolean {
  return verdict === 'kept' || reasons.some((reason) => !NOT_OF_FIT.has(reason));
}

export function goesWith(reason: FeedbackReason, verdict: Verdict): boolean {
  const verdicts: readonly Verdict[] = REASONS[reason];
  return verdicts.includes(verdict);
}
