import { CandidatePool, InvalidNeed } from '#matching';
import type { FromThread, ToThread } from './messages.js';
import { OPERATIONS } from './operations.js';

/** All pools of one thread: it answers one message after the other, each to its end. */
export class PoolHolder {
  private readonly pools = new Map<string, CandidatePool>();

  answer(message: ToThread): FromThread {
    try {
      if (message.kind === 'ask') {
        const operation = OPERATIONS[message.operation] as (
          pool: CandidatePool,
          ...args: readonly unknown[]
        ) => unknown;
        const result = operation(this.poolOf(message.clearance), ...message.args);
        return { kind: 'done', result };
      }
      for (const { clearance, upserts, removals } of message.changes) {
        const pool = this.poolOf(clearance);
        for (const candidate of upserts) pool.upsert(candidate);
        for (const id of removals) pool.remove(id);
      }
      return { kind: 'done', result: this.sizes() };
    } catch (error) {
      if (error instanceof InvalidNeed) return { kind: 'invalid', problems: error.problems };
      const { name, message: text } = error as Error;
      return { kind: 'failed', name, message: text };
    }
  }

  /** How many candidates each pool has. */
  private sizes(): Record<string, number> {
    return Object.fromEntries([...this.pools].map(([name, { size }]) => [name, size]));
  }

  private poolOf(clearance: string): CandidatePool {
    const pool = this.pools.get(clearance) ?? new CandidatePool();
    this.pools.set(clearance, pool);
    return pool;
  }
}
