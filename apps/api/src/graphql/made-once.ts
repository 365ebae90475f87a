import type { ExecutionContext } from '@nestjs/common';

/** Makes a change once for all requests of an account that carry the same `Idempotency-Key`. */
export abstract class MadeOnce {
  /**
   * What the mutation gives or, where it was made under its key before, what it made then, as the viewer may see it now.
   *
   * @throws InvalidInputError where the key is none, or was used for another change
   * @throws ConflictError where what was made is no node of the graph, or not hers to see any more
   */
  abstract run(execution: ExecutionContext, mutation: () => Promise<unknown>): Promise<unknown>;
}
