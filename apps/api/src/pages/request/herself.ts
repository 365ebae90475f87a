import { NotPermittedError } from '#identity';
import type { Visit } from './visit.js';

/** The id of the profile whose own page this is: that of the session, and never one that was sent. */
export function herself({ viewer: { mediatorId, userId } }: Visit): string {
  if (mediatorId === null) throw new NotPermittedError(userId !== null);
  return mediatorId;
}
