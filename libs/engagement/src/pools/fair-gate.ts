import { deadline, requestTurn } from '#database';
import { BusyError } from '#identity';
import { FairQueue } from './fair-queue.js';

/** Seconds after which a full queue has mostly room again. */
const PAUSE = 2;

/** How time passes; a test has its own. */
export interface Time {
  /** Milliseconds since any moment. */
  now(): number;
  after(milliseconds: number, then: () => void): void;
}

const realTime: Time = {
  now: () => performance.now(),
  after: (milliseconds, then) => void setTimeout(then, milliseconds),
};

/**
 * Lets so many do something at a time; the others wait, and clients take turns. Where somebody waits, a place rests
 * after each piece of work for as long as that took: however many wait, half of the time is left to everybody else.
 */
export class FairGate {
  private readonly queue: FairQueue<() => void>;
  private inside = 0;

  constructor(
    private readonly width: number,
    most: { readonly all: number; readonly each: number },
    private readonly time = realTime,
  ) {
    this.queue = new FairQueue(most);
  }

  /** @throws BusyError where too many wait already; the reason of the deadline where the request ends before */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    const begun = this.time.now();
    try {
      return await work();
    } finally {
      this.leave(this.time.now() - begun);
    }
  }

  private leave(rest: number): void {
    const next = (): void => {
      this.inside -= 1;
      this.queue.take()?.();
    };
    if (this.queue.length === 0) next();
    else this.time.after(rest, next);
  }

  private enter(): Promise<void> {
    if (this.inside < this.width) {
      this.inside += 1;
      return Promise.resolve();
    }
    const signal = deadline();
    const turn = requestTurn();
    return new Promise((resolve, reject) => {
      const go = (): void => {
        signal?.removeEventListener('abort', ended);
        this.inside += 1;
        resolve();
      };
      const ended = (): void => {
        this.queue.remove(turn, go);
        reject(signal?.reason as Error);
      };
      if (signal?.aborted) return ended();
      if (!this.queue.push(turn, go)) return reject(new BusyError(PAUSE));
      signal?.addEventListener('abort', ended, { once: true });
    });
  }
}
