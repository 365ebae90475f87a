import { GraphQLError } from 'graphql';

/** What is wrong with one field of the arguments. */
export interface FieldProblem {
  /** Where: `filter.languages.0.code`. */
  readonly path: string;
  /** A sentence for the person who wrote it. */
  readonly message: string;
  /** For programs: UNKNOWN, MALFORMED, OUT_OF_RANGE and the like. */
  readonly code: string;
}

/** The arguments of a field are wrong: every problem at once, each with its path. */
export class InputError extends GraphQLError {
  override readonly name = 'InputError';

  constructor(readonly problems: readonly FieldProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join(' '), {
      extensions: { code: 'VALIDATION_ERROR', fields: problems },
    });
  }
}
