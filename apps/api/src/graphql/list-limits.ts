import { refusal } from '#messages';
import type { Locale } from '#vocabulary';
import { type InputProblem, InvalidInputError, MOST_AT_ONCE } from '#kernel';
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { toRefusal } from './refusals.js';

/** Most items of a list in arguments. Whoever reads a list may want fewer, and says so; nobody is handed more. */
export const MOST_ITEMS = 100;

/** Lists that may be longer, by their place in the schema. */
export const LIST_LIMITS: Readonly<Record<string, number>> = {
  'CreateNetworkInput.territories': 300,
  'NetworkChangesInput.territories': 300,
  'HideMediatorsInput.mediatorIds': 1_000,
  'ImportCellFixesInput.fixes': 500,
  'ImportDefaultsInput.defaults': 500,
  'ImportMappingInput.columns': 500,
  'ImportMappingInput.sheets': 500,
  'ImportValueFixesInput.fixes': 500,
  'Mutation.askMembers(ids:)': MOST_AT_ONCE,
  'Mutation.inviteMembers(ids:)': MOST_AT_ONCE,
  'Mutation.inviteUsers(invitations:)': MOST_AT_ONCE,
  'OpenBreachInput.mediatorIds': 1_000,
  'Mutation.stepProfiles(ids:)': MOST_AT_ONCE,
  'Query.hidingPreview(mediatorIds:)': 1_000,
  'SaveWpsMeetingInput.hosts': 300,
  'SaveWpsMeetingInput.participants': 300,
  'SkipImportRowsInput.rows': 500,
};

/** Nobody needs to be told of more at once. */
const MOST_PROBLEMS = 10;

/**
 * Refuses lists in arguments that are longer than their limit before anything is done with them: with ValidationError where
 * the field can answer it, else with an error. Changes the schema and gives it back.
 */
export function withListLimits(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const lists = field.args.filter(({ type: of }) => holdsList(of));
      if (lists.length > 0) limit(type.name, field, lists);
    }
  }
  return schema;
}

function limit(
  type: string,
  field: GraphQLField<unknown, unknown, Record<string, unknown>>,
  lists: readonly GraphQLArgument[],
): void {
  const { resolve = defaultFieldResolver } = field;
  const named = getNamedType(field.type);
  const isRefusable =
    isUnionType(named) && named.getTypes().some(({ name }) => name === 'ValidationError');
  field.resolve = (source, args, context, info) => {
    const problems: InputProblem[] = [];
    for (const { name, type: of } of lists) {
      const place = `${type}.${field.name}(${name}:)`;
      // Services name what is wrong within the one input of a mutation without its name.
      findTooLong(of, args[name], place, name === 'input' ? [] : [name], problems);
    }
    if (problems.length === 0) return resolve(source, args, context, info);
    const error = new InvalidInputError(problems);
    if (isRefusable) return toRefusal(error, (context as { readonly locale: Locale }).locale);
    throw error;
  };
}

/** @param place of the list in the schema, if it is one */
function findTooLong(
  type: GraphQLInputType,
  value: unknown,
  place: string,
  path: readonly string[],
  problems: InputProblem[],
): void {
  if (value === null || value === undefined || problems.length >= MOST_PROBLEMS) return;
  const of = getNullableType(type);
  if (isListType(of)) {
    const items = value as readonly unknown[];
    const most = LIST_LIMITS[place] ?? MOST_ITEMS;
    if (items.length > most) {
      problems.push({
        path: path.join('.'),
        code: 'TOO_MANY',
        message: refusal('list.most', { most }),
      });
    } else if (holdsList(of.ofType)) {
      for (const [i, item] of items.entries()) {
        findTooLong(of.ofType, item, place, [...path, String(i)], problems);
      }
    }
  } else if (isInputObjectType(of)) {
    for (const [name, field] of listsIn(of)) {
      const inner = (value as Record<string, unknown>)[name];
      findTooLong(field.type, inner, `${of.name}.${name}`, [...path, name], problems);
    }
  }
}

const known = new WeakMap<GraphQLInputObjectType, readonly [string, GraphQLInputField][]>();

/** The fields of an input that are lists or have lists somewhere within. */
function listsIn(type: GraphQLInputObjectType): readonly [string, GraphQLInputField][] {
  const found = known.get(type);
  if (found) return found;
  // No input of the graph holds itself.
  const lists = Object.entries(type.getFields()).filter(([, field]) => holdsList(field.type));
  known.set(type, lists);
  return lists;
}

function holdsList(type: GraphQLInputType): boolean {
  const of = getNullableType(type);
  if (isListType(of)) return true;
  return isInputObjectType(of) && listsIn(of).length > 0;
}
