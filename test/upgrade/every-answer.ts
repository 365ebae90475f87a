/**
 * Everything that an older version answers without an id, as documents that are made of its own schema: what it answered
 * before the migrations of a later version it must answer after them.
 */
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Door } from './visitor.js';

/** How many types deep a document asks: a connection, its edges, their nodes, and what belongs to them. */
const DEPTH = 4;

/** Values of arguments that are always needed; a field that needs another one is left out. */
const GIVEN: Readonly<Record<string, string>> = {
  first: '3',
  network: '"acacia"',
  slug: '"acacia"',
  archived: 'false',
  ownOrganization: 'false',
};

/** Fields that tell of processes and of what they last did, or follow the database at a distance (`changes`). */
const OF_PROCESSES: ReadonlySet<string> = new Set(['changes', 'jobs', 'retention', 'settings']);

/** A document for each field of the query type that needs no id, by the name of the field. */
export function documentsOf(schema: GraphQLSchema): Map<string, string> {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    ({ name }) => !OF_PROCESSES.has(name),
  );
  return new Map(
    fields.flatMap((field): [string, string][] => {
      const asked = fieldText(schema, field, DEPTH, '');
      return asked === null ? [] : [[field.name, `{ ${asked} }`]];
    }),
  );
}

/** Null where it cannot be asked: it needs an argument, or nothing of it can be. */
function fieldText(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  alias: string,
): string | null {
  const given = field.args.filter((arg) => isRequiredArgument(arg) || arg.name === 'first');
  if (given.some(({ name }) => GIVEN[name] === undefined)) return null;
  const args = given.map(({ name }) => `${name}: ${GIVEN[name]}`).join(', ');
  const type = getNamedType(field.type);
  const body = isCompositeType(type) ? bodyText(schema, type, depth - 1) : '';
  if (body === null) return null;
  return `${alias}${field.name}${args === '' ? '' : `(${args})`}${body}`;
}

function bodyText(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string | null {
  if (depth < 0) return null;
  if (isUnionType(type)) {
    // Fields of one name and different types may not stand beside each other.
    const members = type.getTypes().map((member, i) => {
      const fields = Object.values(member.getFields());
      const asked = fields.map((field) => fieldText(schema, field, depth, `m${i}_${field.name}: `));
      return `... on ${member.name} { __typename ${asked.filter((text) => text !== null).join(' ')} }`;
    });
    return ` { ${members.join(' ')} }`;
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const fields = Object.values(type.getFields());
  const asked = fields.map((field) => fieldText(schema, field, depth, ''));
  return ` { __typename ${asked.filter((text) => text !== null).join(' ')} }`;
}

/** Who asks: null stands for nobody who has signed in. */
export type Asker = readonly [who: string, token: string | null];

/** Answers as JSON, by who asks and what. */
export type Answers = ReadonlyMap<string, string>;

/** Asks everything as everybody. */
export async function everyAnswer(
  door: Door,
  documents: ReadonlyMap<string, string>,
  askers: readonly Asker[],
): Promise<Answers> {
  const answers = new Map<string, string>();
  for (const [who, token] of askers) {
    for (const [name, query] of documents) {
      const headers: Record<string, string> =
        token === null ? {} : { authorization: `Bearer ${token}` };
      const { data, errors } = await door.graph({ query }, headers);
      const codes = errors?.map(({ message, extensions }) => extensions?.code ?? message);
      answers.set(`${name} as ${who}`, JSON.stringify({ codes, data }));
    }
  }
  return answers;
}

/**
 * What is answered otherwise than before.
 *
 * @param before asked twice: what differs there, such as moments, stands for nothing
 */
export function changed(before: readonly [Answers, Answers], after: Answers): string[] {
  const [first, second] = before;
  return [...first]
    .filter(([name, answer]) => second.get(name) === answer && after.get(name) !== answer)
    .map(([name]) => name);
}

/** What ended in an error of the service. */
export function broken(answers: Answers): string[] {
  return [...answers].filter(([, answer]) => isBroken(answer)).map(([name]) => name);
}

/** How many were answered with data. */
export function answered(answers: Answers): number {
  return [...answers.values()].filter((answer) => !answer.startsWith('{"codes"')).length;
}

function isBroken(answer: string): boolean {
  return /^\{"codes":\[[^\]]*"(INTERNAL_SERVER_ERROR|DATABASE_UNAVAILABLE|TIMEOUT)"/.test(answer);
}
