import type { Checks } from './checks.js';

/** With what a wording was compared, and on which day. */
export interface WordingCheck {
  /** The document, the place in it, and where it was read. */
  readonly against: string;
  /** In ISO 8601. */
  readonly on: string;
}

/**
 * What a file says of a wording: that it was compared; that it is the own one of whoever wrote the file, so that there is no
 * document; or nothing, which is null.
 */
export type StatedCheck = WordingCheck | 'own' | null;

/** What is held of a wording. What is its publisher’s own is checked against nothing. */
export interface HeldCheck {
  readonly checked: boolean;
  readonly checkedAgainst: string | null;
  readonly checkedOn: string | null;
}

export const UNCHECKED: HeldCheck = { checked: false, checkedAgainst: null, checkedOn: null };

export function toHeldCheck({ against, on }: WordingCheck): HeldCheck {
  return { checked: true, checkedAgainst: against.trim(), checkedOn: on };
}

/**
 * What is to be held once a file was read. A file that says nothing leaves what was said of the same wording, also by the
 * operator; of another wording nobody has said anything yet.
 */
export function heldAfter(
  stated: StatedCheck,
  held: HeldCheck | null,
  isSameWording: boolean,
): HeldCheck {
  if (stated === 'own') return { ...UNCHECKED, checked: true };
  if (stated !== null) return toHeldCheck(stated);
  if (held === null || !isSameWording) return UNCHECKED;
  const { checked, checkedAgainst, checkedOn } = held;
  return { checked, checkedAgainst, checkedOn };
}

const LONGEST_AGAINST = 500;

/** Finds what is wrong with what is said of a wording. */
export function checkStated(stated: StatedCheck, checks: Checks): void {
  if (stated === null || stated === 'own') return;
  checks.text('against', stated.against, LONGEST_AGAINST, true);
  checks.day('on', stated.on);
}
