import { holdFile, OPEN_STATES, type OwnAskView } from '#introductions';
import { NotFoundError } from '#kernel';
import type { FastifyReply } from 'fastify';

/**
 * The days of an ask as a file for her calendar, under a name that says nothing. It is tentative while the ask is open
 * or she is connected, and cancelled afterwards.
 *
 * @throws NotFoundError where the terms name no days
 */
export function sendHold(reply: FastifyReply, ask: OwnAskView, now: Date): string {
  const { id, revision, state } = ask;
  const { startsOn, endsOn } = ask.terms;
  if (startsOn === null || endsOn === null) throw new NotFoundError('hold');
  const open = state === 'connected' || OPEN_STATES.some((one) => one === state);
  void reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', 'attachment; filename="hold.ics"');
  return holdFile({ id, startsOn, endsOn, open, revision, now });
}
