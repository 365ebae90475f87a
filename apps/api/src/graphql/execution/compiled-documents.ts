import {
  execute,
  Kind,
  locatedError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { defaultsOf, isCompilable } from './compilable.js';
import { fieldNodesAt } from './field-nodes-at.js';

/**
 * How often a document has to come before it is compiled, which takes some ten times as long as to run it once. What comes
 * so often is sent by a program.
 */
const OFTEN = 10;

/** What is known of a document that is kept parsed. */
interface Known {
  uses: number;
  /** Null where it is not compiled, because it came too seldom or cannot be. */
  compiled: Compiled | null;
}

interface Compiled {
  readonly query: CompiledQuery['query'];
  /** Of variables that a client may leave out. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

/** An operation that may be run: parsed, valid, and not too expensive. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly contextValue: unknown;
  readonly variableValues: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Runs documents. Queries that come again and again are compiled to functions, which give the same results several times
 * faster; all else is run by graphql-js. What is compiled lives as long as the parsed document is kept.
 */
export class CompiledDocuments {
  private readonly known = new WeakMap<DocumentNode, Known>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly often = OFTEN,
  ) {}

  async run(asked: Asked): Promise<ExecutionResult> {
    const compiled = this.compiledOf(asked.document);
    if (!compiled) return execute({ schema: this.schema, ...asked });
    const { query, defaults } = compiled;
    const variables = { ...defaults, ...asked.variableValues };
    const result = await query(undefined, asked.contextValue, variables);
    return result.errors ? { ...result, errors: withNodes(asked.document, result.errors) } : result;
  }

  private compiledOf(document: DocumentNode): Compiled | null {
    const known = this.known.get(document) ?? { uses: 0, compiled: null };
    this.known.set(document, known);
    known.uses += 1;
    if (known.uses === this.often) known.compiled = compiledQuery(this.schema, document);
    return known.compiled;
  }
}

/**
 * Null for what is not one query: mutations are seldom, and graphql-js says what is wrong with a choice of several. Null as well for
 * what the compiler would run in another way.
 */
function compiledQuery(schema: GraphQLSchema, document: DocumentNode): Compiled | null {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  const isQuery =
    operation?.kind === Kind.OPERATION_DEFINITION &&
    operation.operation === OperationTypeNode.QUERY;
  if (operations.length !== 1 || !isQuery || !isCompilable(document, operation)) return null;
  const compiled = compileQuery(schema, document);
  return isCompiledQuery(compiled)
    ? { query: compiled.query, defaults: defaultsOf(operation) }
    : null;
}

/** Errors as graphql-js makes them: the compiler's know the place in the text, but no longer which field it was. */
function withNodes(
  document: DocumentNode,
  errors: NonNullable<ExecutionResult['errors']>,
): NonNullable<ExecutionResult['errors']> {
  return errors.map((error) => {
    const { path = [], originalError } = error;
    return locatedError(
      originalError ?? new Error(error.message),
      fieldNodesAt(document, path),
      path,
    );
  });
}
