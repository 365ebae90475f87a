/** How data came into wrong hands. A closed list, which a woman reads in her language. */
export const BREACH_CAUSES = [
  'misused-account',
  'lost-device',
  'leaked-list',
  'attack',
  'mistake',
  'other',
] as const;
export type BreachCause = (typeof BREACH_CAUSES)[number];

/**
 * Kinds of data that somebody may have seen of a woman: how to reach her and what concerns her safety; her profile with what
 * networks note beside it; what she was asked and where she works.
 */
export const BREACH_FACTS = ['contact', 'profile', 'work'] as const;
export type BreachFact = (typeof BREACH_FACTS)[number];

/** What a woman can do. */
export const BREACH_ADVICE = [
  'call-your-network',
  'change-number',
  'change-address',
  'change-password',
  'expect-false-messages',
  'change-routine',
] as const;
export type BreachAdvice = (typeof BREACH_ADVICE)[number];

/** By which way a woman is told. */
export const BREACH_CHANNELS = ['mail', 'message', 'person'] as const;
export type BreachChannel = (typeof BREACH_CHANNELS)[number];

/** Hours from knowing of it until an authority is told (Regulation (EU) 2016/679, article 33(1)). */
export const HOURS_UNTIL_REPORT = 72;

const MS_PER_HOUR = 3_600_000;

/** Until when an authority is told, where that law applies. */
export function reportDueAt(knownAt: Date): Date {
  return new Date(knownAt.getTime() + HOURS_UNTIL_REPORT * MS_PER_HOUR);
}
