import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What belongs to the request that is served, wherever in the code that is: when it ends, and who takes
 * turns with whom in queues. Never who asks or what she may see: that is the viewer, whom every method is given.
 */
interface RequestScope {
  readonly id: string | null;
  readonly signal: AbortSignal;
  turn: string;
  readonly done: Map<string, Promise<unknown>>;
}

const requests = new AsyncLocalStorage<RequestScope | undefined>();

/**
 * Runs work for a request that ends when the signal is aborted: its statements are cancelled then, and fail
 * with the signal's reason.
 *
 * @param turn who it takes turns as in a queue: the same for all requests of one client
 * @param id what its answer calls it, for the log
 */
export function withinRequest<T>(
  signal: AbortSignal,
  work: () => T,
  turn = '',
  id: string | null = null,
): T {
  return requests.run({ id, signal, turn, done: new Map() }, work);
}

/** Runs work that other requests wait for too, so that it does not end with the one that began it. */
export function withoutRequest<T>(work: () => T): T {
  return requests.run(undefined, work);
}

/** What the answer calls the request that is served here; null for jobs and the command line. */
export function requestId(): string | null {
  return requests.getStore()?.id ?? null;
}

/** Ends the request that is served here; none for jobs and the command line. */
export function deadline(): AbortSignal | undefined {
  return requests.getStore()?.signal;
}

/** Who the request that is served here takes turns as; nobody of its own for jobs and the command line. */
export function requestTurn(): string {
  return requests.getStore()?.turn ?? '';
}

/** From now on the request takes turns as an account, wherever that asks from. */
export function takeTurnsAs(turn: string): void {
  const scope = requests.getStore();
  if (scope) scope.turn = turn;
}

/** Does what a request needs several times only once for it. */
export function oncePerRequest<T>(key: string, work: () => Promise<T>): Promise<T> {
  const done = requests.getStore()?.done;
  const found = done?.get(key) as Promise<T> | undefined;
  if (found) return found;
  const begun = work();
  done?.set(key, begun);
  return begun;
}

/** What work gives that other requests wait for too, or the reason why this request has ended before. */
export async function orDeadline<T>(shared: Promise<T>): Promise<T> {
  const signal = deadline();
  if (!signal) return shared;
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([shared, ended]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
