import {
  coerceInputValue,
  getVariableValues,
  GraphQLError,
  isInputType,
  isNonNullType,
  typeFromAST,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { saidProblems, type InputProblem } from '#kernel';
import { refusal, type Refusal } from '#messages';
import type { Locale } from '#vocabulary';

/** Nobody needs to be told of more at once. */
const MOST_PROBLEMS = 10;

/**
 * The variables of an operation as their types want them, defaults filled in.
 *
 * @throws GraphQLError that says where a value is wrong. It repeats no value, for it may be a password, and
 * no name that was sent inside one, and suggests nothing.
 */
export function variablesOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
  locale: Locale,
): Record<string, unknown> {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
    maxErrors: 1,
  });
  if (coerced) return coerced;
  const problems = new Map(
    saidProblems(problemsOf(schema, operation, given), locale).map((problem) => [
      problem.message,
      problem,
    ]),
  );
  const fields = [...problems.values()].slice(0, MOST_PROBLEMS);
  throw new GraphQLError(fields.map(({ message }) => message).join(' '), {
    extensions: { code: 'BAD_USER_INPUT', fields, http: { status: 400 } },
  });
}

function problemsOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): InputProblem[] {
  return variableDefinitions.flatMap(({ variable, type: node, defaultValue }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    if (!isInputType(type)) return [];
    if (!Object.hasOwn(given, name)) {
      const needed = isNonNullType(type) && !defaultValue;
      const message = refusal('graph.variableMissing', { name });
      return needed ? [{ path: name, code: 'MISSING', message }] : [];
    }
    const problems: InputProblem[] = [];
    coerceInputValue(given[name], type, (path, _value, { extensions: { hint } }) => {
      const place = [name, ...path].join('.');
      const message = hint
        ? refusal('graph.variableWrongHint', { name, place, hint: hint as Refusal })
        : refusal('graph.variableWrong', { name, place });
      problems.push({ path: place, code: 'MALFORMED', message });
    });
    return problems;
  });
}
