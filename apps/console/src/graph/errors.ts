/** What was wrong with one field of an input. */
export interface FieldProblem {
  /** The place of the field, such as `soft.languages.0.code`. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Why the service did not answer a question. Its message is in the language of the request. */
export class GraphError extends Error {
  constructor(
    message: string,
    /** The code of the GraphQL error, or `HTTP_<status>`. */
    readonly code: string,
    /** The id under which the operator finds the request in the log. */
    readonly requestId: string | null,
    /** After so many seconds it may be tried again. Null if nothing is known. */
    readonly seconds: number | null = null,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
    this.name = 'GraphError';
  }
}

/** The service gave no answer. */
export class OfflineError extends Error {
  /**
   * @param mayBeDone whether it may have got a change nevertheless: the answer may be what was lost
   * @param isOnce whether the change can be sent again without being made twice
   */
  constructor(
    readonly mayBeDone = false,
    readonly isOnce = false,
  ) {
    super('The service cannot be reached.');
    this.name = 'OfflineError';
  }
}

/** Nobody is signed in any more. */
export class SignedOutError extends Error {
  constructor() {
    super('The session has ended.');
    this.name = 'SignedOutError';
  }
}
