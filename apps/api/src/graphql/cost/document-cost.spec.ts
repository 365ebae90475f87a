import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, type FragmentDefinitionNode } from 'graphql';
import { documentCost, type DocumentCost } from './document-cost.js';
import { needCost } from './field-cost.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Mediator implements Node { id: ID! name: String languages: [Skill!]! area: Area network: Network }
  type Skill { code: String level: String }
  type Area { code: String }
  type Network implements Node { id: ID! slug: String mediators(first: Int, last: Int): MediatorConnection! }
  type MediatorEdge { cursor: String node: Mediator! }
  type MediatorConnection { edges: [MediatorEdge!]! totalCount: Int facets: [Facet!]! }
  type Facet { code: String counts: [Skill!]! }
  type ValidationError { message: String }
  union MatchResult = MediatorConnection | ValidationError
  input Need { brief: String }
  type Query {
    node(id: ID!): Node
    mediators(first: Int = 5, last: Int): MediatorConnection!
    match(need: Need, needId: ID, first: Int): MatchResult!
  }
  type Mutation { change(name: String): Mediator }
`);
const query = schema.getQueryType()?.getFields() ?? {};
if (query.match) query.match.extensions = { cost: needCost(100) };
const facet = schema.getType('Facet') as { getFields(): typeof query } | undefined;
const counts = facet?.getFields().counts;
if (counts) counts.extensions = { cost: { items: 50 } };

function cost(text: string, variables: Record<string, unknown> = {}): DocumentCost {
  const { definitions } = parse(text);
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('The test asks nothing.');
  const fragments = definitions.filter(
    (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
  );
  const byName = new Map(fragments.map((one) => [one.name.value, one]));
  return documentCost({ schema, operation, fragments: byName, variables }, 100);
}
const total = (text: string, variables?: Record<string, unknown>) => cost(text, variables).total;

describe('what a document costs', () => {
  it('is 10 for a question, 100 for a change, and 1 for every other field', () => {
    expect(total('{ node(id: "1") { id } }')).toBe(11);
    expect(total('mutation { change { id name } }')).toBe(102);
    expect(total('{ __typename }')).toBe(10);
  });

  it('counts a page where its edges are, by the size asked for, and nothing beside them', () => {
    expect(total('{ mediators(first: 20) { totalCount edges { node { name } } } }')).toBe(
      10 + 1 + 1 + 20 * 2,
    );
    expect(total('{ mediators(last: 3, first: null) { edges { cursor } } }')).toBe(10 + 1 + 3);
    expect(total('{ mediators(first: 0) { totalCount edges { cursor } } }')).toBe(10 + 1 + 1);
    expect(total('{ mediators { edges { cursor } } }')).toBe(10 + 1 + 5);
    expect(total('{ match { ... on MediatorConnection { edges { cursor } } } }')).toBe(
      100 + 1 + 20,
    );
  });

  it('takes no more than the largest page, which is refused anyway, and nothing below none', () => {
    expect(total('{ mediators(first: 300000) { edges { cursor } } }')).toBe(10 + 1 + 100);
    expect(total('{ mediators(first: -5) { edges { cursor } } }')).toBe(10 + 1);
  });

  it('takes sizes from variables, given or by default', () => {
    const text = 'query ($n: Int) { mediators(first: $n) { edges { cursor } } }';
    expect(total(text, { n: 50 })).toBe(10 + 1 + 50);
    expect(total(text)).toBe(10 + 1 + 5);
  });

  it('multiplies what is nested, and lists without pages by what they say or 3', () => {
    expect(total('{ mediators(first: 2) { edges { node { languages { code } } } } }')).toBe(
      10 + 1 + 2 * (1 + 1 + 3),
    );
    expect(total('{ mediators(first: 2) { facets { counts { code } } } }')).toBe(
      10 + 1 + 3 * (1 + 50),
    );
    const nested =
      '{ mediators(first: 10) { edges { node { network { mediators(first: 100) { edges { node { id } } } } } } } }';
    expect(total(nested)).toBe(10 + 1 + 10 * (1 + 1 + 1 + 1 + 100 * 2));
    expect(cost(nested).profiles).toBe(10 + 10 * 100);
  });

  it('adds aliases, and is the same whatever fragments hide them', () => {
    const one = 'match(need: { brief: "peace" }) { ...page }';
    const page = 'fragment page on MediatorConnection { edges { node { id } } }';
    const alone = total(`{ ${one} } ${page}`);
    const twenty = Array.from({ length: 20 }, (_, i) => `a${i}: ${one}`).join(' ');
    expect(total(`{ ${twenty} } ${page}`)).toBe(20 * alone);
    expect(total(`{ ...all } fragment all on Query { ${twenty} } ${page}`)).toBe(20 * alone);
    expect(total(`{ ... { ... on Query { ${twenty} } } } ${page}`)).toBe(20 * alone);
  });

  it('grows with the brief, and counts that of a stored need as the longest', () => {
    const text = 'query ($need: Need, $id: ID) { match(need: $need, needId: $id) { __typename } }';
    expect(total(text, { need: {} })).toBe(101);
    expect(total(text, { need: { brief: '  ' } })).toBe(101);
    expect(total(text, { need: { brief: 'x'.repeat(100) } })).toBe(101 + 300 + 150);
    expect(total(text, { need: { brief: 'x'.repeat(2_000) } })).toBe(101 + 3_300);
    expect(total(text, { need: { brief: 'x'.repeat(90_000) } })).toBe(101 + 3_300);
    expect(total(text, { id: 'x' })).toBe(101 + 3_300);
  });

  it('leaves out what is skipped or not included', () => {
    const text =
      'query ($on: Boolean!) { node(id: "1") @include(if: $on) { id } mediators @skip(if: $on) { totalCount } }';
    expect(total(text, { on: true })).toBe(11);
    expect(total(text, { on: false })).toBe(11);
    expect(total('{ ... @skip(if: true) { node(id: "1") { id } } __typename }')).toBe(10);
  });

  it('names the field at the top that costs most', () => {
    const { dearest } = cost('{ a: node(id: "1") { id } b: match { __typename } }');
    expect(dearest?.node.alias?.value).toBe('b');
  });

  it('counts who is read, behind an interface too', () => {
    expect(cost('{ node(id: "1") { id } }').profiles).toBe(1);
    expect(cost('{ mediators(first: 7) { edges { node { id } } } }').profiles).toBe(7);
    expect(cost('{ mediators(first: 7) { totalCount } }').profiles).toBe(0);
  });
});
