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
