/**
 * Who sees what, in order: `PUBLIC` is anyone, `VETTED` a verified organizer or coordinator,
 * `CURATOR` a coordinator of one of her networks. A field of audience A is seen at clearance C when
 * C is A or higher.
 */
export const CLEARANCES = ['PUBLIC', 'VETTED', 'CURATOR'] as const;

export type Clearance = (typeof CLEARANCES)[number];

/** The lowest clearance that sees a field. */
export type Audience = Clearance;

/** The clearances of those who curate nothing: what may be indexed and ranked in advance. */
export type IndexedClearance = Exclude<Clearance, 'CURATOR'>;

/** Whether a viewer of this clearance is in that audience; nobody is in one that does not exist. */
export function admits(clearance: Clearance, audience: Audience): boolean {
  const lowest = CLEARANCES.indexOf(audience);
  return lowest >= 0 && CLEARANCES.indexOf(clearance) >= lowest;
}

/** The narrower of two audiences. */
export function narrower(a: Audience, b: Audience): Audience {
  return admits(a, b) ? a : b;
}
