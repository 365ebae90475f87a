import { MS_PER_DAY } from '#kernel';

/** Days after the end of a deployment after which feedback is released, though one side said nothing. */
export const BLIND_DAYS = 21;

/** What decides when feedback is released. */
export interface Round {
  /** When the deployment ended. */
  readonly endedAt: Date;
  /** When each side said it the first time; null if it has not. */
  readonly organizerAt: Date | null;
  readonly mediatorAt: Date | null;
}

/** The moment after which nobody gives feedback any more, and what was said is released. */
export function closesAt({ endedAt }: Pick<Round, 'endedAt'>): Date {
  return new Date(endedAt.getTime() + BLIND_DAYS * MS_PER_DAY);
}

/**
 * When both sides may read what was said: when both have said it, else 21 days after the end. Until then neither learns
 * whether the other has said anything, so that neither answers to the other.
 */
export function releasedAt(round: Round): Date {
  const { organizerAt, mediatorAt } = round;
  if (organizerAt === null || mediatorAt === null) return closesAt(round);
  return organizerAt > mediatorAt ? organizerAt : mediatorAt;
}

/** Whether it is released. After that it is neither given nor changed; each side may reply to the other. */
export function isReleased(round: Round, now: Date): boolean {
  return now >= releasedAt(round);
}
