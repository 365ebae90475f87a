import {
  BREAK,
  Kind,
  valueFromASTUntyped,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

/**
 * Whether the compiler runs a document as graphql-js does. It does not where
 *
 * - a variable stands inside an input object: left out, it is null there instead of absent;
 * - a field or fragment has a condition and something else asks for the same: it is run although it was left out, and so without
 *   being counted in the cost;
 * - a condition may be null;
 * - a variable is called as something that every object has.
 *
 * Found by comparing both on documents by chance.
 */
export function isCompilable(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const variables = operation.variableDefinitions ?? [];
  const mayBeNull = new Set(variables.filter(isNullable).map(nameOf));
  if (variables.some((variable) => nameOf(variable) in {})) return false;
  const asked = new Map<string, number>();
  const conditional = new Set<string>();
  let isPlain = true;
  const leave = (): typeof BREAK => {
    isPlain = false;
    return BREAK;
  };
  const noVariable = { Variable: leave };
  visit(document, {
    Field: (field) => {
      const key = keyOf(field);
      asked.set(key, (asked.get(key) ?? 0) + 1);
      if (field.directives?.length) conditional.add(key);
    },
    FragmentSpread: ({ directives }) => (directives?.length ? leave() : undefined),
    InlineFragment: ({ directives }) => (directives?.length ? leave() : undefined),
    Directive: (directive) => (mayBeNull.has(variableOf(directive) ?? '') ? leave() : undefined),
    ObjectValue: (object) => void visit(object, noVariable),
  });
  return isPlain && [...conditional].every((key) => asked.get(key) === 1);
}

/** Variables with a default, as a client would send it: the compiler wants each that is required to be sent. */
export function defaultsOf({
  variableDefinitions = [],
}: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap((variable) => {
      const { defaultValue } = variable;
      return defaultValue ? [[nameOf(variable), valueFromASTUntyped(defaultValue)]] : [];
    }),
  );
}

function nameOf({ variable }: VariableDefinitionNode): string {
  return variable.name.value;
}

function isNullable({ type }: VariableDefinitionNode): boolean {
  return type.kind !== Kind.NON_NULL_TYPE;
}

/** What a field is called in the answer. */
function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** The variable by which a condition is decided; null if there is none. */
function variableOf({ arguments: given = [] }: DirectiveNode): string | null {
  const [condition] = given;
  return condition?.value.kind === Kind.VARIABLE ? condition.value.name.value : null;
}
