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

export function goesWith(reason: FeedbackReason, verdict: Verdict): boolean {
  const verdicts: readonly Verdict[] = REASONS[reason];
  return verdicts.includes(verdict);
}
