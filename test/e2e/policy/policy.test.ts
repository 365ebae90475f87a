import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { isUuid } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { MUTATIONS, QUERIES, type World } from './asked.js';
import { openEveryone, VIEWERS, type ViewerName } from './everyone.js';
import { EXPECTED } from './expected.js';

type Answer = Awaited<ReturnType<TestApi['ask']>>;

/** Those to whom nothing of the world belongs but what is public. */
const STRANGERS = ['no role', 'coordinator of another network', 'another mediator'] as const;
/** Of the world, what a stranger may see. */
const PUBLIC: ReadonlySet<keyof World> = new Set([
  'womanOutside',
  'otherOutside',
  'acacia',
  'lesson',
  'directory',
  'wpsActor',
  'meeting',
  'indicator',
  'wpsForm',
]);
const MADE_UP = '01900000-0000-7000-8000-000000000abc';

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

  const answerTo = async (document: string, viewer: ViewerName) => {
    const session = document.startsWith('query') ? everyone.headersToRead : everyone.headers;
    const headers = { ...(await session(viewer)), 'apollo-require-preflight': '1' };
    // Else the answer would hang on how many have guessed before, and when.
    await api.services.database.query('DELETE FROM attempt');
    return api.ask(document, {}, headers);
  };

  const letterTo = (document: string, viewer: ViewerName, answer: Answer): string => {
    const { data, errors } = answer;
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
      const about = (named: World) => `${root} { ${question(named)}${selection} }`;
      const letters: string[] = [];
      const answers = new Map<ViewerName, Answer>();
      for (const viewer of VIEWERS) {
        const answer = await answerTo(about(world), viewer);
        answers.set(viewer, answer);
        letters.push(letterTo(about(world), viewer, answer));
      }
      expect(letters).toEqual(expectedOf(field));
      // To a stranger, what is hidden is what is not there, down to the words and in whichever place it stands.
      const hidden = [...namedBy(question)].filter((name) => isHiddenId(name, world[name]));
      for (const viewer of STRANGERS) {
        if (letters[VIEWERS.indexOf(viewer)] === 'y') continue;
        for (const name of hidden) {
          const twin = about({ ...world, [name]: MADE_UP });
          expect([name, viewer, await answerTo(twin, viewer)]).toEqual([
            name,
            viewer,
            answers.get(viewer),
          ]);
        }
      }
    });
  }
});

function isHiddenId(name: keyof World, value: World[keyof World]): boolean {
  return !PUBLIC.has(name) && isUuid(String(value));
}

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
