import { describe, expect, it } from '@jest/globals';
import {
  GraphQLInt,
  GraphQLObjectType,
  GraphQLSchema,
  Kind,
  parse,
  validate,
  type OperationDefinitionNode,
} from 'graphql';
import { Day, Instant } from './days.scalar.js';
import { variablesOf } from './variables.js';

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: { on: { type: GraphQLInt, args: { day: { type: Day } } } },
  }),
});

describe('Date', () => {
  it('takes a day as a variable and as it is written in a document', () => {
    expect(Day.parseValue('2028-02-29')).toBe('2028-02-29');
    expect(Day.parseLiteral({ kind: Kind.STRING, value: '2026-11-30' })).toBe('2026-11-30');
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '26-11-30',
    '2026-11-30 ',
    '2026-11-30T00:00Z',
    '',
    5,
    null,
  ])('refuses %j', (value) => {
    expect(() => Day.parseValue(value)).toThrow('A day is written as 2026-11-30.');
  });

  it('says where in the document a wrong day stands', () => {
    const [error] = validate(schema, parse('{\n  on(day: "2026-02-30")\n}'));
    expect(error).toMatchObject({
      message: 'A day is written as 2026-11-30.',
      locations: [{ line: 2, column: 11 }],
    });
  });

  it('says in a variable how a day is written', () => {
    const { definitions } = parse('query ($day: Date) { on(day: $day) }');
    const operation = definitions[0] as OperationDefinitionNode;
    expect(() => variablesOf(schema, operation, { day: '30.11.2026' }, 'en')).toThrow(
      'Variable "$day" is not as its type wants it at "day". A day is written as 2026-11-30.',
    );
  });

  it('refuses a number in a document', () => {
    expect(() => Day.parseLiteral({ kind: Kind.INT, value: '2026' })).toThrow('A day is written');
  });
});

describe('DateTime', () => {
  it('is given out as it is', () => {
    expect(Instant.serialize('2026-11-30T12:00:00Z')).toBe('2026-11-30T12:00:00Z');
  });

  it.each([
    ['2026-11-30T12:00:00Z', '2026-11-30T12:00:00.000Z'],
    ['2026-11-30T01:00+02:00', '2026-11-29T23:00:00.000Z'],
    ['2028-02-29T23:59:59.5-03:30', '2028-03-01T03:29:59.500Z'],
  ])('takes %s with its zone', (written, moment) => {
    expect(Instant.parseValue(written)).toBe(moment);
    expect(Instant.parseLiteral({ kind: Kind.STRING, value: written })).toBe(moment);
  });

  it.each([
    '2026-11-30T12:00:00',
    '2026-02-29T12:00Z',
    '2026-11-30T24:00Z',
    '2026-11-30T12:60Z',
    '2026-11-30 12:00Z',
    '2026-11-30',
    ' 2026-11-30T12:00Z',
    5,
    null,
  ])('refuses %j', (value) => {
    expect(() => Instant.parseValue(value)).toThrow('A moment is written with its zone');
  });
});
