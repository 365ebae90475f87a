import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { STANDARD_SIZE } from '../page.js';
import type { FieldCost } from './field-cost.js';

/** Of a field that says nothing itself: reading something, changing something, and any other. */
const OWN = { query: 10, mutation: 100, other: 1 } as const;

/** Items of a list without pages that says nothing itself: languages, territories, expertise of one woman. */
const UNPAGED_ITEMS = 3;

/** Introspection is of a schema that does not grow. */
const INTROSPECTED_ITEMS = 5;

/** What counts as reading a profile. */
const MEDIATOR = 'Mediator';

/** What an operation costs, how many profiles it reads at most, and the field at its top that costs most. */
export interface DocumentCost {
  readonly total: number;
  readonly profiles: number;
  readonly dearest: { readonly node: FieldNode; readonly cost: number } | null;
}

/** A document that is valid, the operation of it that is run, and its variables, coerced. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What an operation costs before it is run, after the cost specification of IBM (`@cost`, `@listSize`):
 * a field costs its own weight and, for each item it gives, what is selected under it. The items of a
 * page are its `first` or `last`, counted where the `edges` are; those of a list without pages are what
 * its `Cost` says. Each use of a field counts, by whatever alias or fragment.
 *
 * Takes time proportional to the fields, fragments expanded: `documentLimits` has bounded them.
 */
export function documentCost(request: Operation, largestPage: number): DocumentCost {
  const { schema, operation, fragments, variables } = request;
  const root = schema.getRootType(operation.operation);
  const mediator = schema.getType(MEDIATOR);
  let total = 0;
  let profiles = 0;
  let dearest: DocumentCost['dearest'] = null;

  const sizeOf = (args: Readonly<Record<string, unknown>>): number => {
    const { first, last } = args;
    const size = typeof first === 'number' ? first : typeof last === 'number' ? last : null;
    return Math.max(0, Math.min(size ?? STANDARD_SIZE, largestPage));
  };

  /** @param page size of the page that the next `edges` below are; null where there is none */
  const countField = (
    parent: GraphQLNamedType,
    node: FieldNode,
    times: number,
    page: number | null,
  ): void => {
    const field = fieldOf(schema, parent, node.name.value);
    if (!field) return;
    const args = field.args.length === 0 ? {} : getArgumentValues(field, node, variables);
    const { own, items } = (field.extensions.cost ?? {}) as FieldCost;
    const weight = typeof own === 'function' ? own(args) : (own ?? ownCost(schema, parent));
    total += times * weight;
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return;
    const given = field.args.some(({ name }) => name === 'first') ? sizeOf(args) : page;
    const isList = isListType(getNullableType(field.type));
    const isPage = isList && field.name === 'edges' && given !== null;
    const each = isPage ? given : isList ? (items ?? standardItems(type)) : 1;
    if (type === mediator || (isAbstractType(type) && isOf(schema, type, mediator))) {
      profiles += times * each;
    }
    countSet(type, node.selectionSet, times * each, isPage ? null : given);
  };

  const countSet = (
    parent: GraphQLNamedType,
    { selections }: SelectionSetNode,
    times: number,
    page: number | null,
  ): void => {
    for (const selection of selections) {
      if (!isIncluded(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const before = total;
        countField(parent, selection, times, page);
        if (parent === root && total - before > (dearest?.cost ?? -1)) {
          dearest = { node: selection, cost: total - before };
        }
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const named = fragment?.typeCondition?.name.value;
      const type = named === undefined ? parent : schema.getType(named);
      if (fragment && type) countSet(type, fragment.selectionSet, times, page);
    }
  };

  if (root) countSet(root, operation.selectionSet, 1, null);
  return { total, profiles, dearest };
}

function ownCost(schema: GraphQLSchema, parent: GraphQLNamedType): number {
  if (parent === schema.getMutationType()) return OWN.mutation;
  return parent === schema.getQueryType() ? OWN.query : OWN.other;
}

/** graphql-js itself bounds how deep introspection goes. */
function standardItems({ name }: GraphQLNamedType): number {
  return name.startsWith('__') ? INTROSPECTED_ITEMS : UNPAGED_ITEMS;
}

function isOf(
  schema: GraphQLSchema,
  type: GraphQLAbstractType,
  mediator: GraphQLNamedType | undefined,
): boolean {
  return isObjectType(mediator) && schema.isSubType(type, mediator);
}

function fieldOf(
  schema: GraphQLSchema,
  parent: GraphQLNamedType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  return parent.getFields()[name];
}

function isIncluded(
  selection: SelectionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  if (!selection.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return skip?.if !== true && include?.if !== false;
}
