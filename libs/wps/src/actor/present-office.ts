import type { ActorView } from './views.js';

/** The office that answers for an actor today: that of its last focal point who is no deputy; null if none is shown. */
export function presentOffice({ focalPoints }: Pick<ActorView, 'focalPoints'>): string | null {
  return focalPoints.findLast(({ until, deputy }) => until === null && !deputy)?.office ?? null;
}
