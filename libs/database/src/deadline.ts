import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<AbortSignal | undefined>();

/**
 * Runs work for a request that ends when the signal is aborted: its statements are cancelled then, and fail
 * with the signal's reason.
 */
export function withinDeadline<T>(signal: AbortSignal, work: () => T): T {
  return requests.run(signal, work);
}

/** Runs work that other requests wait for too, so that it does not end with the one that began it. */
export function withoutDeadline<T>(work: () => T): T {
  return requests.run(undefined, work);
}

/** Of the request that is served here; none for jobs and the command line. */
export function deadline(): AbortSignal | undefined {
  return requests.getStore();
}
