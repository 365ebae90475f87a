import { describe, expect, it } from '@jest/globals';
import { buildSchema, execute, GraphQLError, parse, type GraphQLSchema } from 'graphql';
import { CompiledDocuments } from './compiled-documents.js';

const SCHEMA = `
  enum Level { LOW HIGH }
  input Range { from: Int = 3, to: Int }
  interface Node { id: ID! }
  type Woman implements Node { id: ID!, name: String!, level: Level, codes: [String!]!, friends(first: Int = 2): [Woman!]! }
  type Place implements Node { id: ID!, label: String }
  type Query { women(range: Range): [Woman]!, node(id: ID!): Node, count: Int!, echo(text: String): String, levels(of: [Level]): String }
  type Mutation { change(name: String!): Woman }
`;

interface Row {
  readonly __typename: string;
  readonly id: string;
  readonly name: string | null;
  readonly level?: string;
  readonly codes: readonly string[];
}

const ROWS: readonly Row[] = [
  { __typename: 'Woman', id: '1', name: 'Amina', level: 'HIGH', codes: ['fr', 'ar'] },
  // What may not be null is: the answer says so and leaves her out.
  { __typename: 'Woman', id: '2', name: null, codes: [] },
];

function schemaWith(ran: string[] = []): GraphQLSchema {
  const schema = buildSchema(SCHEMA);
  const fields = schema.getQueryType()?.getFields() ?? {};
  fields['women']!.resolve = async (_root, { range }: { range?: { from?: number | null } }) =>
    // Nobody is there from a number that is null.
    Promise.resolve(range?.from === null ? [] : ROWS);
  fields['node']!.resolve = (_root, { id }: { id: string }) =>
    id === '9' ? { __typename: 'Place', id, label: 'Here' } : ROWS.find((row) => row.id === id);
  fields['count']!.resolve = () => {
    throw new GraphQLError('no', { extensions: { code: 'REFUSED' } });
  };
  fields['echo']!.resolve = (_root, args) => JSON.stringify(args);
  fields['levels']!.resolve = (_root, args) => JSON.stringify(args);
  const { friends } = (
    schema.getType('Woman') as unknown as {
      getFields(): Record<string, { resolve?: unknown }>;
    }
  ).getFields();
  friends!.resolve = (woman: Row, { first }: { first: number }) =>
    ROWS.slice(0, 1)
      .filter(() => first > 0)
      .map((row) => ({ ...row, name: `${row.name} of ${woman.id}` }));
  schema.getMutationType()!.getFields()['change']!.resolve = (
    _root,
    { name }: { name: string },
  ) => {
    ran.push(name);
    return { ...ROWS[0], name };
  };
  return schema;
}

describe('documents that are compiled', () => {
  it.each([
    ['fields, lists, enums and nulls', '{ women { id name level codes } }', {}],
    [
      'arguments, defaults and variables',
      'query Q($n: Int) { women { friends(first: $n) { name } } }',
      { n: 0 },
    ],
    [
      'an input with defaults',
      'query Q($range: Range) { women(range: $range) { id } }',
      { range: {} },
    ],
    ['variables left out', 'query Q($t: String) { echo(text: $t) }', {}],
    [
      'a required variable with a default, left out',
      'query Q($t: String! = "x") { echo(text: $t) }',
      {},
    ],
    ['a default of a list and an enum', 'query Q($l: [Level!]! = [HIGH]) { levels(of: $l) }', {}],
    [
      'a variable left out within an input',
      'query Q($from: Int) { women(range: { from: $from }) { id } }',
      {},
    ],
    [
      'variables that objects have, too',
      'query Q($toString: String) { echo(text: $toString) }',
      {},
    ],
    [
      'aliases, also odd ones',
      '{ a: echo(text: "x") constructor: echo b: women { toString: id } }',
      {},
    ],
    [
      'fragments and types',
      '{ a: node(id: "1") { ...W } b: node(id: "9") { __typename ... on Place { label } } } fragment W on Woman { id name }',
      {},
    ],
    [
      'conditions',
      'query Q($yes: Boolean!) { women { id @skip(if: $yes) codes @include(if: $yes) } }',
      { yes: true },
    ],
    [
      'conditions of what is asked for once more',
      'query Q($yes: Boolean!) { women @include(if: $yes) { ...W } women { id } } fragment W on Woman { codes }',
      { yes: false },
    ],
    [
      'conditions of fragments',
      'query Q($yes: Boolean!) { women { ...W @include(if: $yes) ...W @skip(if: $yes) } } fragment W on Woman { id }',
      { yes: false },
    ],
    [
      'conditions of types',
      'query Q($yes: Boolean!) { node(id: "1") { id ... on Woman @include(if: $yes) { name } } }',
      { yes: false },
    ],
    [
      'a condition that is null',
      'query Q($yes: Boolean = true) { count @skip(if: $yes) }',
      { yes: null },
    ],
    ['errors, and nulls that they cause', '{ count women { id } }', {}],
    ['fields that are merged', '{ women { id } women { level } }', {}],
    [
      'the schema',
      '{ __schema { queryType { name } } __type(name: "Level") { enumValues { name } } }',
      {},
    ],
  ])('give what graphql-js gives: %s', async (_what, text, variableValues) => {
    const schema = schemaWith();
    const document = parse(text);
    const asked = { document, operationName: null, contextValue: {}, variableValues };
    const expected = await execute({ schema, ...asked });
    const compiled = await new CompiledDocuments(schema, 1).run(asked);
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(JSON.parse(JSON.stringify(expected)));
    const told = (result: typeof expected) =>
      result.errors?.map(({ path, nodes, originalError, extensions }) => ({
        path,
        extensions,
        fields: nodes?.map((node) => ('name' in node ? node.name?.value : node.kind)),
        isThrown: originalError !== undefined,
      }));
    expect(
      told(compiled)?.map(({ path, fields, extensions }) => ({ path, fields, extensions })),
    ).toEqual(
      told(expected)?.map(({ path, fields, extensions }) => ({ path, fields, extensions })),
    );
  });

  it('are those that come often, and run as before until then', async () => {
    const documents = new CompiledDocuments(schemaWith(), 3);
    const document = parse('{ women { id } }');
    const asked = { document, operationName: null, contextValue: {}, variableValues: {} };
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(JSON.stringify(await documents.run(asked)));
    expect(new Set(answers).size).toBe(1);
  });

  it('run a mutation once', async () => {
    const ran: string[] = [];
    const documents = new CompiledDocuments(schemaWith(ran), 1);
    const document = parse(
      'mutation { a: change(name: "x") { name } b: change(name: "y") { name } }',
    );
    const asked = { document, operationName: null, contextValue: {}, variableValues: {} };
    expect(JSON.parse(JSON.stringify(await documents.run(asked)))).toEqual({
      data: { a: { name: 'x' }, b: { name: 'y' } },
    });
    expect(ran).toEqual(['x', 'y']);
  });

  it('leave the choice among several operations to graphql-js', async () => {
    const documents = new CompiledDocuments(schemaWith(), 1);
    const document = parse('query A { echo(text: "a") } query B { echo(text: "b") }');
    const asked = { document, operationName: 'B', contextValue: {}, variableValues: {} };
    expect((await documents.run(asked)).data).toEqual({ echo: '{"text":"b"}' });
  });
});
