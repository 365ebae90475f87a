/** An operation that the service stores: it is asked for by its hash. */
export interface Operation<Result, Variables> {
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  /** SHA-256 of the document, in hexadecimal digits. */
  readonly hash: string;
  /** Only for the compiler. */
  readonly types?: (variables: Variables) => Result;
}
