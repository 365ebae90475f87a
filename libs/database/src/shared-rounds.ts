import { deadline, orDeadline, withinRequest, withoutRequest } from './request-scope.js';

/**
 * Work that many requests want and that can be done once for all of them, such as asking what has changed.
 *
 * Guarantee: whoever joins is given what a round found that began after she joined. One that is under way may have looked
 * too early for her; all who join meanwhile share the next one. So at most one round runs at a time, and none waits
 * for longer than two.
 */
export class SharedRounds<T> {
  private running: Promise<T> | null = null;
  private next: Promise<T> | null = null;

  /** @param seconds after which a round is given up; where left out it takes as long as it takes */
  constructor(
    private readonly round: () => Promise<T>,
    private readonly seconds: number | null = null,
  ) {}

  /** What the next round finds, or the reason why this request has ended before. */
  async join(): Promise<T> {
    deadline()?.throwIfAborted();
    return orDeadline(this.shared());
  }

  private async shared(): Promise<T> {
    if (!this.running) return this.begin();
    const begin = (): Promise<T> => this.begin();
    this.next ??= quiet(this.running.then(begin, begin));
    return this.next;
  }

  private begin(): Promise<T> {
    this.next = null;
    const running = quiet(
      this.apart().finally(() => {
        // Where others wait, it stands until theirs begins, so that nobody begins one beside it.
        if (!this.next) this.running = null;
      }),
    );
    this.running = running;
    return running;
  }

  /** Not part of the request that happens to begin it, for others wait for it too. */
  private apart(): Promise<T> {
    if (this.seconds === null) return withoutRequest(this.round);
    return withinRequest(AbortSignal.timeout(this.seconds * 1_000), this.round);
  }
}

/** Whoever waits is told of a failure; where all have gone meanwhile, it must not end the process. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
