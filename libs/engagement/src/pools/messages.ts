import type { InputProblem } from '#kernel';
import type { IndexedClearance } from '#identity';
import type { Candidate } from '#matching';
import type { Operation } from './operations.js';

/** What became of women in one pool. */
export interface PoolChange {
  readonly clearance: IndexedClearance;
  readonly upserts: readonly Candidate[];
  readonly removals: readonly string[];
}

/** What a thread is told. It does one after the other, in order. */
export type ToThread =
  | { readonly kind: 'change'; readonly changes: readonly PoolChange[] }
  | {
      readonly kind: 'ask';
      readonly clearance: IndexedClearance;
      readonly operation: Operation;
      readonly args: readonly unknown[];
    };

/** What it answers to each. Errors lose their class between threads; problems are what the asker made. */
export type FromThread =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'invalid'; readonly problems: readonly InputProblem[] }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };
