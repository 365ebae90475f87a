import type { FocalPointDraft } from './views.js';

type OfficeOfTerm = Pick<FocalPointDraft, 'office' | 'deputy' | 'from' | 'until'>;

/**
 * The office that answers for an actor on a day: that of the focal point of this day, a deputy if there is nobody else. Null if there
 * is none.
 *
 * @param terms in the order of their first days
 */
export function officeOn(terms: readonly OfficeOfTerm[], day: string): string | null {
  const ofDay = terms.filter(({ from, until }) => from <= day && (until ?? day) >= day);
  return (ofDay.findLast(({ deputy }) => !deputy) ?? ofDay.at(-1))?.office ?? null;
}
