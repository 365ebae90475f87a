import type { MipModel, Progress, Solved } from './mip-model.js';

/** What the worker thread is given when it starts. */
export interface WorkerStart {
  /** One number, shared: not 0 asks the thread to stop, which it sees though it is busy. */
  readonly stop: SharedArrayBuffer;
}

/** A model to solve until a moment, in milliseconds since 1970: loading the solver counts too. */
export interface SolveRequest {
  readonly mip: MipModel;
  readonly until: number;
}

/** What the thread tells while it solves, and at the end. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'incumbent'; readonly values: readonly number[] }
  | { readonly kind: 'solved'; readonly solved: Solved }
  | { readonly kind: 'failed'; readonly message: string };
