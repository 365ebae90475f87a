import { parentPort } from 'node:worker_threads';
import { CandidatePool, InvalidNeed } from '#matching';
import type { FromThread, ToThread } from './messages.js';
import { OPERATIONS } from './operations.js';

// The thread that holds the pools: one message after the other, each to its end.

const pools = new Map<string, CandidatePool>();

function poolOf(clearance: string): CandidatePool {
  const pool = pools.get(clearance) ?? new CandidatePool();
  pools.set(clearance, pool);
  return pool;
}

function answer(message: ToThread): FromThread {
  try {
    if (message.kind === 'ask') {
      const operation = OPERATIONS[message.operation] as (
        pool: CandidatePool,
        ...args: readonly unknown[]
      ) => unknown;
      return { kind: 'done', result: operation(poolOf(message.clearance), ...message.args) };
    }
    for (const { clearance, upserts, removals } of message.changes) {
      const pool = poolOf(clearance);
      for (const candidate of upserts) pool.upsert(candidate);
      for (const id of removals) pool.remove(id);
    }
    return { kind: 'done', result: null };
  } catch (error) {
    if (error instanceof InvalidNeed) return { kind: 'invalid', problems: error.problems };
    const { name, message: text } = error as Error;
    return { kind: 'failed', name, message: text };
  }
}

parentPort?.on('message', (message: ToThread) => {
  parentPort?.postMessage(answer(message), []);
});
