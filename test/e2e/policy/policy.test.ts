import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { openTestApi, type TestApi } from '../../support/api.js';
import { MUTATIONS, QUERIES, type World } from './asked.js';
import { openEveryone, VIEWERS, type ViewerName } from './everyone.js';
import { EXPECTED } from './expected.js';

const INVITED =
  '... on InvitationOutcomes { outcomes { result { __typename ... on NotPermitted { signedIn } } } }';
const SELECTIONS: Record<string, string> = {
  askMembers:
    '... on AskOutcomes { outcomes { result { __typename ... on NotPermitted { signedIn } } } }',
  inviteMembers: INVITED,
  inviteUsers: INVITED,
  stepProfiles:
    '... on ProfileStepOutcomes { outcomes { result { __typename ... on NotPermitted { signedIn } } } }',
};

describe('every field of the schema, asked by everyone', () => {
  let api: TestApi;
  let everyone: Awaited<ReturnType<typeof openEveryone>>;
  /** For all queries, which leave it as it is. */
  let read: World;
  beforeAll(async () => {
    api = await openTestApi();
    everyone = await openEveryone(api);
    read = await everyone.world();
  });
  afterAll(async () => api.close());

  it('leaves no field of the schema out', () => {
    const schema = buildSchema(readFileSync('docs/schema.graphql', 'utf8'));
    const fieldsOf = (type?: GraphQLObjectType | null) =>
      Object.keys(type?.getFields() ?? {}).toSorted();
    expect(Object.keys(QUERIES).toSorted()).toEqual(fieldsOf(schema.getQueryType()));
    expect(Object.keys(MUTATIONS).toSorted()).toEqual(fieldsOf(schema.getMutationType()));
  });

  const ask = async (document: string, viewer: ViewerName): Promise<string> => {
    const session = document.startsWith('query') ? everyone.headersToRead : everyone.headers;
    const headers = { ...(await session(viewer)), 'apollo-require-preflight': '1' };
    const { data, errors } = await api.ask(document, {}, headers);
    if (!errors) {
      const [value] = Object.values(data ?? {});
      const { __typename: type = '', code, message } = (value ?? {}) as Record<string, unknown>;
      // Every refusal of a mutation says what it is in the words of errors, and why in a sentence.
      if (document.startsWith('mutation') && CODES[String(type)]) {
        expect({ type, code, message }).toEqual({
          type,
          code: expect.stringMatching(CODES[String(type)] ?? ''),
          message: expect.stringMatching(/\S/),
        });
      }
      return letterOf(value);
    }
    const { message, extensions } = errors[0] ?? {};
    const letter = ERRORS[extensions?.code ?? ''];
    if (!letter) throw new Error(`${viewer}: ${document}: ${message}`);
    return letter;
  };

  for (const [root, asked] of [
    ['query', QUERIES],
    ['mutation', MUTATIONS],
  ] as const) {
    it.each(Object.keys(asked))(`${root} %s`, async (field) => {
      const question = asked[field] as (world: World) => string;
      const more = SELECTIONS[field] ?? '';
      const selection =
        root === 'mutation'
          ? ` { __typename ... on NotPermitted { signedIn } ... on Refusal { code message } ${more} }`
          : '';
      const world = root === 'query' ? read : await everyone.world(namedBy(question));
      const document = `${root} { ${question(world)}${selection} }`;
      const letters: string[] = [];
      for (const viewer of VIEWERS) {
        // Else the answer would hang on how many have guessed before, and when.
        await api.services.database.query('DELETE FROM attempt');
        letters.push(await ask(document, viewer));
      }
      expect(letters).toEqual(expectedOf(field));
    });
  }
});

/** The fields of the world that a question names. */
function namedBy(question: (world: World) => string): ReadonlySet<keyof World> {
  const named = new Set<keyof World>();
  const world = new Proxy({} as World, {
    get: (_, field) => {
      named.add(field as keyof World);
      return '';
    },
  });
  question(world);
  return named;
}

/** The letters of a row, by viewer. */
function expectedOf(field: string): string[] {
  return (EXPECTED[field] ?? '').split(/[ |]+/);
}

/** By the type of a refusal. */
const CODES: Record<string, RegExp> = {
  ValidationError: /^VALIDATION_ERROR$/,
  NotPermitted: /^(NOT_PERMITTED|UNAUTHENTICATED)$/,
  NotFound: /^NOT_FOUND$/,
  InvalidState: /^INVALID_STATE$/,
  Conflict: /^CONFLICT$/,
  InvalidCredentials: /^INVALID_CREDENTIALS$/,
  TooManyAttempts: /^TOO_MANY_ATTEMPTS$/,
};

const ERRORS: Record<string, string> = { UNAUTHENTICATED: 's', NOT_PERMITTED: 'n', NOT_FOUND: '-' };

/** See EXPECTED. */
function letterOf(value: unknown): string {
  if (value === null || value === undefined) return '-';
  const {
    __typename: type,
    signedIn,
    outcomes,
  } = value as {
    __typename?: string;
    signedIn?: boolean;
    outcomes?: readonly { readonly result: unknown }[];
  };
  if (outcomes) return letterOf(outcomes[0]?.result);
  if (type === 'NotPermitted') return signedIn === false ? 's' : 'n';
  if (type === 'ValidationError') return 'v';
  return type === 'NotFound' ? '-' : 'y';
}
