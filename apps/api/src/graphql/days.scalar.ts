import { dayOf } from '#matching';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DAY = 'A day is written as 2026-11-30.';

/** A day of the calendar, as `YYYY-MM-DD`. Anything else is refused, never read as the nearest day. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar (ISO 8601), as `2026-11-30`. It has no time and no zone.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  parseValue: toDay,
  parseLiteral: (node) => toDay(node.kind === Kind.STRING ? node.value : null),
});

/** A moment, given out only. */
export const Instant = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment in UTC (ISO 8601), as `2026-11-30T12:00:00Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
});

function toDay(value: unknown): string {
  if (typeof value === 'string' && dayOf(value) !== null) return value;
  throw new GraphQLError(DAY);
}
