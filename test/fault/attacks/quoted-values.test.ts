import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  coerceInputValue,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { openTestApi, type TestApi } from '../../support/api.js';

/** Stands where a password, a code, a token or a text about somebody would. */
const SECRET = 'hunter2-correct-horse';
const NUMBER = 271_828_182;

/** Values of each wrong shape that a client may send by mistake, each with a secret in it. */
const WRONG: readonly unknown[] = [
  [SECRET],
  [[SECRET]],
  { [SECRET]: SECRET },
  { value: SECRET },
  NUMBER,
  NUMBER + 0.5,
  SECRET,
];

/** The schema's own names are not for strangers, and no suggestion tells what was almost right. */
describe('a wrong value in production', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi({ NODE_ENV: 'production' });
  });
  afterAll(() => api.close());

  const mutations = (): GraphQLField<unknown, unknown>[] => {
    const { schema } = api.app.get(GraphQLSchemaHost, { strict: false });
    return Object.values(schema.getMutationType()?.getFields() ?? {});
  };

  it('is neither quoted nor suggested upon, through any argument of any mutation', async () => {
    let refused = 0;
    for (const field of mutations()) {
      const { args, name } = field;
      if (args.length === 0) continue;
      const defined = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const query = `mutation (${defined}) { ${name}(${passed})${selectionOf(field)} }`;
      for (const { name: wrong, type } of args) {
        const good = Object.fromEntries(args.map((arg) => [arg.name, sample(arg.type, 'x')]));
        for (const value of WRONG.flatMap((one) => [one, sample(type, one)])) {
          if (isOf(type, value)) continue;
          const { errors } = await api.ask(query, { ...good, [wrong]: value });
          const text = JSON.stringify(errors);
          expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
          expect(text).not.toContain('hunter2');
          expect(text).not.toContain(String(NUMBER));
          expect(text).not.toMatch(/did you mean/i);
          refused += 1;
        }
      }
    }
    expect(refused).toBeGreaterThan(300);
  });

  it.each([
    `mutation { signIn(email: "a@example.org", password: ${NUMBER}) { __typename } }`,
    `mutation { signIn(email: "a@example.org", password: { a: "${SECRET}" }) { __typename } }`,
    `mutation { signIn(email: "a@example.org", password: ["${SECRET}"]) { __typename } }`,
    `mutation { signIn(email: "a@example.org", password: hunter2) { __typename } }`,
    `mutation { signIn(email: "a@example.org", password "${SECRET}") { __typename } }`,
    `mutation { signIn(email: "a@example.org" password: """a""" "${SECRET}") { __typename } }`,
    `mutation { signIn "${SECRET}" }`,
    `mutation { signIn(password: "x") { __typename } } ${NUMBER}`,
    `{ mediators(sort: "${SECRET}") { totalCount } }`,
    `{ mediators(sort: hunter2) { totalCount } }`,
    `{ mediators(first: "${SECRET}") { totalCount } }`,
  ])('is not quoted in a document either: %s', async (query) => {
    const { errors } = await api.ask(query);
    expect(errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
    expect(JSON.stringify(errors)).not.toContain(String(NUMBER));
  });

  it('is said to be wrong at its place', async () => {
    const query =
      'query ($f: MediatorFilter, $n: Int!) { mediators(filter: $f, first: $n) { totalCount } }';
    const { errors } = await api.ask(query, { f: { territories: ['ML', { a: SECRET }] } });
    expect(errors?.map(({ message }) => message)).toEqual([
      'Variable "$f" is not as its type wants it at "f.territories.1". Variable "$n" is required and was not given.',
    ]);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

function selectionOf({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  return isUnionType(named) || isCompositeType(named) ? ' { __typename }' : '';
}

/** Whether a value is one of a type, so that sending it would be no mistake. */
function isOf(type: GraphQLInputType, value: unknown): boolean {
  let right = true;
  coerceInputValue(value, type, () => {
    right = false;
  });
  return right;
}

/** A value of a type that is right but for `wrong`, which stands in every leaf where it is given. */
function sample(type: GraphQLInputType, wrong: unknown): unknown {
  if (isNonNullType(type)) return sample(type.ofType, wrong) ?? 'x';
  if (isListType(type)) return [sample(type.ofType, wrong)];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map((field) => [
      field.name,
      sample(field.type, wrong),
    ]);
    return Object.fromEntries(fields) as unknown;
  }
  return isLeafType(type) ? wrong : null;
}
