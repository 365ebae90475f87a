import { dayNumber } from '#kernel';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const DAY = 'A day is written as 2026-11-30.';

/** A day of the calendar, as `YYYY-MM-DD`. Anything else is refused, never read as the nearest day. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar (ISO 8601), as `2026-11-30`. It has no time and no zone.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  parseValue: (value) => toDay(value),
  parseLiteral: (node) => toDay(node.kind === Kind.STRING ? node.value : null, node),
});

/** A moment, given out only. */
export const Instant = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment in UTC (ISO 8601), as `2026-11-30T12:00:00Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
});

/** @param node where it stands in the document; `hint` may be repeated, for it holds nothing that was sent */
function toDay(value: unknown, node?: ValueNode): string {
  if (typeof value === 'string' && dayNumber(value) !== null) return value;
  throw new GraphQLError(DAY, { nodes: node, extensions: { hint: DAY } });
}
