/** The engine cannot be used. The message is a sentence for the operator and holds no key. */
export class SearchUnavailableError extends Error {
  override readonly name = 'SearchUnavailableError';

  constructor(
    message: string,
    /** Whether it said anything: one that is silent has no opinion of a document either. */
    readonly answered = true,
  ) {
    super(message);
  }
}

/** The engine has as many searches to do as it takes: this one was not begun. */
export class SearchBusyError extends SearchUnavailableError {
  constructor(
    /** After how many seconds it may be tried again. */
    readonly seconds: number,
  ) {
    super('The search engine has too many searches to do.');
  }
}
