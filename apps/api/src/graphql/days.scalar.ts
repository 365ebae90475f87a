import { dayNumber } from '#kernel';
import { refusal, say, type Refusal } from '#messages';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const INSTANT = refusal('days.moment');

const INSTANT_FORM =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const DAY = refusal('days.written');

/** A day of the calendar, as `YYYY-MM-DD`. Anything else is refused, never read as the nearest day. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar (ISO 8601), as `2026-11-30`. It has no time and no zone.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  parseValue: (value) => toDay(value),
  parseLiteral: (node) => toDay(node.kind === Kind.STRING ? node.value : null, node),
});

/** A moment. It is taken with its zone only, and never read as the nearest moment. */
export const Instant = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment in UTC (ISO 8601), as `2026-11-30T12:00:00Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  parseValue: (value) => toInstant(value),
  parseLiteral: (node) => toInstant(node.kind === Kind.STRING ? node.value : null, node),
});

/** @param node where it stands in the document */
function toInstant(value: unknown, node?: ValueNode): string {
  const written = typeof value === 'string' ? INSTANT_FORM.exec(value) : null;
  const isMoment = written !== null && dayNumber(written[1] ?? '') !== null;
  const moment = isMoment ? new Date(written[0]) : null;
  if (moment !== null && !Number.isNaN(moment.getTime())) return moment.toISOString();
  throw unlike(INSTANT, node);
}

/** @param node as for a moment */
function toDay(value: unknown, node?: ValueNode): string {
  if (typeof value === 'string' && dayNumber(value) !== null) return value;
  throw unlike(DAY, node);
}

/** The hint may be repeated, for it holds nothing that was sent. */
function unlike(hint: Refusal, node?: ValueNode): GraphQLError {
  return new GraphQLError(say(hint, 'en'), { nodes: node, extensions: { hint } });
}
