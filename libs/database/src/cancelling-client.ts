import { AsyncResource } from 'node:async_hooks';
import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { isTracing } from '#telemetry';
import pg from 'pg';
import { brokeConnection, UnknownOutcomeError } from './database-problem.js';
import { deadline } from './request-scope.js';
import { traceStatement } from './statement-span.js';

/**
 * Milliseconds after which a server that has not cancelled a statement, or not ended a transaction, is frozen, and the
 * connection is broken off.
 */
const FROZEN_MS = 2_000;

/** Ends a transaction: said also when its request has ended. */
const END = /^\s*(ROLLBACK|COMMIT)\b/i;
const COMMIT = /^\s*COMMIT\b/i;

/** Of jobs and the command line, which end by themselves. */
const NEVER = new AbortController().signal;

type Callback = (error: Error | null, result?: unknown) => void;

type Tell = Parameters<pg.Pool['connect']>[0];

/** What pg's client has, and its types leave out. */
interface ClientParts {
  readonly processID: number;
  readonly connection: EventEmitter & { readonly stream: Socket };
}

/**
 * Pool in which what had to wait for a connection goes on as what it was. The plain one goes on in the
 * context of whoever gave the connection back, so that a statement could end with another's request.
 *
 * A connection that breaks fails its statements and nothing else. graphile-worker listens on one: if it breaks while
 * the workers stop, they give it back twice, and nobody hears its error. Either would end the process.
 */
export class ContextPool extends pg.Pool {
  constructor(options: pg.PoolConfig) {
    super(options);
    this.on('connect', (client) => client.on('error', () => undefined));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(tell: Tell): void;
  override connect(tell?: Tell): Promise<pg.PoolClient> | void {
    if (!tell) return super.connect();
    const told: Tell = (error, client, release) => {
      let isBack = false;
      tell(error, client, (...given) => {
        if (isBack) return;
        isBack = true;
        release(...given);
      });
    };
    return super.connect(AsyncResource.bind(told));
  }
}

/**
 * Client whose statements are cancelled in the server when the request that they are for has ended, and
 * then fail with the reason. Nothing of a request that has ended begins; what it has begun is rolled back.
 *
 * @param cancel cancels what a server process runs now
 */
export function cancellingClient(cancel: (processId: number) => Promise<void>): typeof pg.Client {
  class CancellingClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      (this as unknown as ClientParts).connection.prependListener('error', brokeConnection);
    }

    // pg's own signature has an overload for each way to call it; this one passes on whatever it is given.
    override query(...given: unknown[]): never {
      const send = super.query.bind(this) as (...args: unknown[]) => unknown;
      const run = isTracing()
        ? (...args: unknown[]) => traceStatement(textOf(args[0]), args, send)
        : send;
      const signal = deadline();
      const isCommit = COMMIT.test(textOf(given[0]));
      if ((!signal && !isCommit) || isSubmittable(given[0])) return run(...given) as never;
      const callback = given.at(-1);
      const args = typeof callback === 'function' ? given.slice(0, -1) : given;
      const answer = this.within(signal ?? NEVER, args, run);
      if (typeof callback !== 'function') return answer as never;
      const tell = callback as Callback;
      answer.then(
        (result) => process.nextTick(tell, null, result),
        (error: Error) => process.nextTick(tell, error),
      );
      return undefined as never;
    }

    private async within(
      signal: AbortSignal,
      args: unknown[],
      run: (...args: unknown[]) => unknown,
    ): Promise<unknown> {
      if (END.test(textOf(args[0]))) return this.ended(signal, args, run);
      signal.throwIfAborted();
      const cancelling: Promise<void>[] = [];
      let frozen: NodeJS.Timeout | undefined;
      const stop = (): void => {
        const { processID, connection } = this as unknown as ClientParts;
        cancelling.push(cancel(processID));
        frozen = setTimeout(() => connection.stream.destroy(), FROZEN_MS);
      };
      signal.addEventListener('abort', stop, { once: true });
      try {
        return await run(...args);
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      } finally {
        signal.removeEventListener('abort', stop);
        clearTimeout(frozen);
        // Not before it has been delivered: the next statement of this connection may be another request's.
        await Promise.all(cancelling);
      }
    }

    /** Ends a transaction. It is not cancelled, but neither waited for without end once its request has ended. */
    private async ended(
      signal: AbortSignal,
      args: unknown[],
      run: (...args: unknown[]) => unknown,
    ): Promise<unknown> {
      const isCommit = COMMIT.test(textOf(args[0]));
      if (isCommit) signal.throwIfAborted();
      let frozen: NodeJS.Timeout | undefined;
      const stop = (): void => {
        const { stream } = (this as unknown as ClientParts).connection;
        frozen = setTimeout(() => stream.destroy(), FROZEN_MS);
      };
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      try {
        return await run(...args);
      } catch (error) {
        // What PostgreSQL refuses to commit, it says. If it ends the connection instead, it may have committed.
        const isKnown =
          !isCommit || (error instanceof pg.DatabaseError && error.severity === 'ERROR');
        throw isKnown ? error : new UnknownOutcomeError({ cause: error });
      } finally {
        signal.removeEventListener('abort', stop);
        clearTimeout(frozen);
      }
    }
  }
  return CancellingClient;
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  return (statement as { text?: string } | undefined)?.text ?? '';
}

/** A statement that brings its own way to be sent, such as a stream. */
function isSubmittable(statement: unknown): boolean {
  return typeof (statement as { submit?: unknown } | undefined)?.submit === 'function';
}
