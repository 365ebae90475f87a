import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
} from 'graphql';

/** By a standard of GraphQL, and not ours to describe. */
const STANDARD = new Set(['Boolean', 'Float', 'ID', 'Int', 'String', 'Query', 'Mutation']);

interface Described {
  /** As in the specification's schema coordinates: `Type.field(argument:)`. */
  readonly coordinate: string;
  readonly name: string;
  readonly description: string;
}

describe('the descriptions of docs/schema.graphql', () => {
  let described: Described[];
  beforeAll(async () => {
    const schema = buildSchema(await readFile('docs/schema.graphql', 'utf8'));
    described = Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap(descriptionsOf);
  });

  it('are sentences of at least 20 characters, for every type, field and argument', () => {
    expect(described.length).toBeGreaterThan(1_500);
    expect(described.filter((one) => !isSentence(one)).map(toLine)).toEqual([]);
  });

  it('say more than the name does', () => {
    expect(described.filter((one) => !saysMore(one)).map(toLine)).toEqual([]);
  });

  it('are told from those that do not help', () => {
    const one = (name: string, description: string) => ({ coordinate: name, name, description });
    expect(isSentence(one('email', 'Her address.'))).toBe(false);
    expect(isSentence(one('email', 'the address of the account.'))).toBe(false);
    expect(isSentence(one('email', 'The address of the account'))).toBe(false);
    expect(isSentence(one('email', 'The address of the account.'))).toBe(true);
    expect(saysMore(one('ShortlistState', 'The state of the shortlist.'))).toBe(false);
    expect(saysMore(one('ShortlistState', 'Whether a shortlist was sent.'))).toBe(true);
  });
});

/** Whether it begins with a capital letter or with what it quotes, ends with a full stop, and is long enough. */
function isSentence({ description }: Described): boolean {
  return /^[\p{Lu}`"].{18,}\.$/u.test(description);
}

function saysMore({ name, description }: Described): boolean {
  const named = new Set(wordsOf(name));
  return !wordsOf(description).every((word) => named.has(word) || EMPTY_WORDS.has(word));
}

/** Words that say nothing by themselves. */
const EMPTY_WORDS = new Set(
  'a an the of for and or in on to by it its her his their this that is are has with one'.split(
    ' ',
  ),
);

/** The words of a name or a sentence, in small letters: `perNetwork` is `per network`. */
function wordsOf(text: string): string[] {
  return text
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
}

/** A type and what belongs to it, each with its description or none. */
function descriptionsOf(type: GraphQLNamedType): Described[] {
  const found: Described[] = [];
  const add = (coordinate: string, name: string, description: string | null | undefined) =>
    found.push({ coordinate, name, description: description?.replaceAll(/\s+/g, ' ') ?? '' });
  if (!STANDARD.has(type.name)) add(type.name, type.name, type.description);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const { name, description, args } of Object.values(type.getFields())) {
      add(`${type.name}.${name}`, name, description);
      for (const arg of args) add(`${type.name}.${name}(${arg.name}:)`, arg.name, arg.description);
    }
  } else if (isInputObjectType(type)) {
    for (const { name, description } of Object.values(type.getFields()))
      add(`${type.name}.${name}`, name, description);
  } else if (isEnumType(type)) {
    // Most values are told by the description of their enum; where one has its own, it is a sentence.
    for (const { name, description } of type.getValues())
      if (description) add(`${type.name}.${name}`, name, description);
  }
  return found;
}

function toLine({ coordinate, description }: Described): string {
  return `${coordinate}: ${description}`;
}
