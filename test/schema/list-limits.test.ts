import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '#kernel';
import {
  buildSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { LIST_LIMITS, MOST_ITEMS, withListLimits } from '../../apps/api/src/graphql/list-limits.js';

type AnyField = GraphQLField<unknown, unknown, Record<string, unknown>>;

/** A list in an argument, however deep. */
interface Place {
  /** As in the specification's schema coordinates. */
  readonly coordinate: string;
  readonly field: AnyField;
  /** Arguments of which this list has so many items. */
  readonly args: (items: number) => Record<string, unknown>;
}

/** Refusals are said in the language of the request. */
const CONTEXT = { locale: 'en' };

describe('lists in arguments', () => {
  let schema: GraphQLSchema;
  let places: Place[];

  beforeAll(async () => {
    schema = buildSchema(await readFile('docs/schema.graphql', 'utf8'));
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__')
        ? Object.values(type.getFields()).map((field) => ({ type: type.name, field }))
        : [],
    );
    for (const { field } of fields) field.resolve = () => 'asked';
    withListLimits(schema);
    places = fields.flatMap(({ type, field }) => placesOf(type, field as AnyField));
  });

  it('are found in the whole schema, and every exception is one of them', () => {
    const coordinates = new Set(places.map(({ coordinate }) => coordinate));
    expect(coordinates.size).toBeGreaterThan(120);
    expect(Object.keys(LIST_LIMITS).filter((one) => !coordinates.has(one))).toEqual([]);
  });

  it('are refused when they are too long, before anything is asked', () => {
    const wrong = places.filter(({ coordinate, field, args }) => {
      const most = LIST_LIMITS[coordinate] ?? MOST_ITEMS;
      return !isRefused(field, args(most + 1)) || isRefused(field, args(most));
    });
    expect(wrong.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it('are refused at their places, ten at most', () => {
    const { field } = places.find(({ coordinate }) => coordinate === 'SaveWpsMeetingInput.hosts')!;
    const long = Array.from({ length: 301 }, () => 'x');
    const answer = field.resolve!(
      null,
      { input: { hosts: long, participants: [], documents: long } },
      CONTEXT,
      null as never,
    );
    expect(answer).toMatchObject({
      __typename: 'ValidationError',
      fields: [
        { path: 'documents', code: 'TOO_MANY' },
        { path: 'hosts', code: 'TOO_MANY', message: 'At most 300.' },
      ],
    });
  });
});

function isRefused({ resolve }: AnyField, args: Record<string, unknown>): boolean {
  try {
    const answer = resolve!(null, args, CONTEXT, null as never);
    return (answer as { __typename?: string }).__typename === 'ValidationError';
  } catch (error) {
    if (error instanceof InvalidInputError) return true;
    throw error;
  }
}

function placesOf(type: string, field: AnyField): Place[] {
  return field.args.flatMap(({ name, type: of }) =>
    within(of, `${type}.${field.name}(${name}:)`).map(({ coordinate, value }) => ({
      coordinate,
      field,
      args: (items: number) => ({ [name]: value(items) }),
    })),
  );
}

/** The lists within an input, and a value of it in which that one list has so many items. */
function within(
  type: GraphQLInputType,
  coordinate: string,
): { readonly coordinate: string; readonly value: (items: number) => unknown }[] {
  const of = getNullableType(type);
  if (isListType(of)) {
    const item = smallest(of.ofType);
    return [
      { coordinate, value: (items) => Array.from({ length: items }, () => item) },
      ...within(of.ofType, coordinate).map((inner) => ({
        ...inner,
        value: (items: number) => [inner.value(items)],
      })),
    ];
  }
  if (!isInputObjectType(of)) return [];
  return Object.values(of.getFields()).flatMap((field) =>
    within(field.type, `${of.name}.${field.name}`).map((inner) => ({
      ...inner,
      value: (items: number) => ({
        ...(smallest(of) as object),
        [field.name]: inner.value(items),
      }),
    })),
  );
}

/** The least that an input takes. */
function smallest(type: GraphQLInputType): unknown {
  const of = getNullableType(type);
  if (isListType(of)) return [];
  if (isEnumType(of)) return of.getValues()[0]?.value;
  if (!isInputObjectType(of)) return 'x';
  const needed = Object.values(of.getFields()).filter(({ type: inner }) => isNonNullType(inner));
  return Object.fromEntries(needed.map(({ name, type: inner }) => [name, smallest(inner)]));
}
