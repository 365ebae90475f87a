/** Whose word a write is: of staff, whose tokens are fresh in each round, or of a woman with an account of her own. */
export type Writer = StaffMember | { readonly authorization: string };
export type StaffMember = 'administrator' | 'coordinator' | 'focalPoint' | 'organizer';

/** What a write asks of the service; each is asked once. */
export interface AskedWrite {
  readonly path: '/graphql' | '/imports';
  readonly who: Writer;
  /** The mutation, where it is one. */
  readonly field?: string;
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  /** Of anything else. */
  readonly body?: Buffer;
  /** Its `Idempotency-Key`: it is sent twice, and again while nobody answers. */
  readonly key?: string;
}

/** A kind of write: how it is asked, and how often it stands in the database. */
export interface KindOfWrite {
  readonly name: string;
  /** @param mark a word that no other write has */
  ask(mark: string): Promise<AskedWrite> | AskedWrite;
  /** Selects the mark of each that was made, as `mark`; once for each time. */
  readonly made: string;
  /** Whether only so many may be under way, and others are refused. */
  readonly isLimited?: true;
  /** Removes those that are finished, where only so many may be kept, and gives their marks as `mark`. */
  readonly tidy?: string;
  /** Selects the marks of those that stand and wait for something that no job will do any more. */
  readonly unfinished?: string;
}

/** A mutation that may be refused. @param given each argument with its type */
export function mutation(
  who: Writer,
  field: string,
  given: Readonly<Record<string, readonly [type: string, value: unknown]>>,
): AskedWrite {
  const all = Object.entries(given);
  const declared = all.map(([name, [type]]) => `$${name}: ${type}`).join(', ');
  const passed = all.map(([name]) => `${name}: $${name}`).join(', ');
  return {
    path: '/graphql',
    who,
    field,
    query: `mutation (${declared}) { ${field}(${passed}) { __typename ... on Refusal { code message } } }`,
    variables: Object.fromEntries(all.map(([name, [, value]]) => [name, value])),
  };
}

/** A name has no digits. */
export function lettersOf(mark: string): string {
  return mark.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
}
