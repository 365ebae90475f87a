import type { Database } from '#database';
import { randomUUID } from 'node:crypto';
import { TooManyRequestsError } from '../errors.js';

/** What is counted, and over how many seconds. */
export const WINDOWS = { cost: 60, profiles: 3_600 } as const;

export type UsageKind = keyof typeof WINDOWS;

/** The words of the column `request_usage.kind`. */
export const USAGE_KINDS = Object.keys(WINDOWS) as UsageKind[];

/** Use of one kind by one subject in the window under way. */
interface Count {
  /** Number of the window since 1970. */
  window: number;
  /** Of all processes, as far as the database knew when it was last asked. */
  settled: number;
  /** Of this process, and not yet told to the database. */
  fresh: number;
}

/** What a subject may still use of one kind. */
export interface Remainder {
  readonly left: number;
  /** Until it may use all again. */
  readonly seconds: number;
}

interface Running {
  here: number;
  elsewhere: number;
  /** Whether the database holds a number of this process. */
  told: boolean;
}

/** How often processes tell each other. One client gets at most so much longer more than is allowed. */
const SETTLE_MS = 500;

/** Senders have networks without end; memory has not. */
const MOST_SUBJECTS = 100_000;

/** A process that has not said for so long how many are under way has gone. */
const STALE_SECONDS = 10;

const ADD = `
INSERT INTO request_usage AS u (subject, kind, until, used)
SELECT decode(subject, 'hex'), kind, to_timestamp(until), used
FROM unnest($1::text[], $2::text[], $3::float8[], $4::bigint[]) AS a(subject, kind, until, used)
ON CONFLICT (subject, kind, until) DO UPDATE SET used = u.used + excluded.used
RETURNING encode(subject, 'hex') AS subject, kind, extract(epoch FROM until)::float8 AS until, used::float8 AS used`;

const RUN = `
WITH gone AS (
  DELETE FROM request_running WHERE process = $1 AND subject IN
    (SELECT decode(subject, 'hex') FROM unnest($2::text[], $3::int[]) AS a(subject, running) WHERE running = 0)
), told AS (
  INSERT INTO request_running (subject, process, running)
  SELECT decode(subject, 'hex'), $1, running FROM unnest($2::text[], $3::int[]) AS a(subject, running) WHERE running > 0
  ON CONFLICT (subject, process) DO UPDATE SET running = excluded.running, at = now()
)
SELECT a.subject, coalesce(sum(r.running), 0)::int AS elsewhere FROM unnest($2::text[]) AS a(subject)
LEFT JOIN request_running r ON r.subject = decode(a.subject, 'hex') AND r.process <> $1
  AND r.at > now() - ${STALE_SECONDS} * interval '1 second'
GROUP BY a.subject`;

/**
 * Counts use in memory, so that no request waits for it, and adds it up with other processes in the
 * background, twice a second. Windows are fixed: a minute begins with the clock's. Subjects are hashes.
 */
export class Usage {
  private readonly counts = new Map<string, Count>();
  private readonly running = new Map<string, Running>();
  private readonly process = randomUUID();
  private timer: NodeJS.Timeout | null = null;
  private settling: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly now: () => number = Date.now,
  ) {}

  /** Begins to settle in the background. */
  start(): void {
    this.timer ??= setInterval(() => void this.settle().catch(() => undefined), SETTLE_MS).unref();
  }

  async stop(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
    await this.settle().catch(() => undefined);
  }

  /** Counts a use. @throws TooManyRequestsError where it would be more than `most`; then it does not count */
  add(kind: UsageKind, subject: string, amount: number, most: number): void {
    const count = this.count(kind, subject);
    if (count.settled + count.fresh + amount > most) {
      throw new TooManyRequestsError(this.secondsLeft(kind, count.window));
    }
    count.fresh += amount;
  }

  /** What is left of `most` in the window under way, and the seconds until the next one begins. */
  left(kind: UsageKind, subject: string, most: number): Remainder {
    const { settled, fresh, window } = this.count(kind, subject);
    return { left: Math.max(0, most - settled - fresh), seconds: this.secondsLeft(kind, window) };
  }

  /** Counts a request under way until `end`. @throws TooManyRequestsError */
  begin(subject: string, most: number): void {
    const now = this.running.get(subject) ?? { here: 0, elsewhere: 0, told: false };
    if (now.here + now.elsewhere >= most) throw new TooManyRequestsError(1);
    now.here += 1;
    this.running.set(subject, now);
  }

  end(subject: string): void {
    const now = this.running.get(subject);
    if (!now) return;
    now.here -= 1;
    if (now.here === 0 && !now.told) this.running.delete(subject);
  }

  /** Tells the database what is new and learns what other processes counted. */
  async settle(): Promise<void> {
    this.settling ??= Promise.all([this.settleCounts(), this.settleRunning()])
      .then(() => undefined)
      .finally(() => {
        this.settling = null;
      });
    return this.settling;
  }

  private secondsLeft(kind: UsageKind, window: number): number {
    return Math.max(1, Math.ceil((window + 1) * WINDOWS[kind] - this.now() / 1_000));
  }

  private count(kind: UsageKind, subject: string): Count {
    const key = `${kind}:${subject}`;
    const window = Math.floor(this.now() / 1_000 / WINDOWS[kind]);
    const found = this.counts.get(key);
    if (found?.window === window) return found;
    const count = { window, settled: 0, fresh: 0 };
    this.counts.set(key, count);
    // What falls out is known to the database, and known here again half a second after it comes back.
    const [oldest] = this.counts.size > MOST_SUBJECTS ? this.counts.keys() : [];
    if (oldest !== undefined) this.counts.delete(oldest);
    return count;
  }

  private async settleCounts(): Promise<void> {
    const told: { key: string; kind: UsageKind; subject: string; count: Count; amount: number }[] =
      [];
    for (const [key, count] of this.counts) {
      const [kind, subject] = key.split(':') as [UsageKind, string];
      if ((count.window + 1) * WINDOWS[kind] * 1_000 <= this.now()) this.counts.delete(key);
      else if (count.fresh > 0) told.push({ key, kind, subject, count, amount: count.fresh });
    }
    if (told.length === 0) return;
    // In one order everywhere, so that no two processes wait for each other.
    told.sort((a, b) => (a.key < b.key ? -1 : 1));
    // Taken off first: what is added meanwhile is fresh again, and nothing counts twice.
    for (const { count, amount } of told) {
      count.fresh -= amount;
      count.settled += amount;
    }
    try {
      const rows = await this.database.query<{
        subject: string;
        kind: UsageKind;
        until: number;
        used: number;
      }>(ADD, [
        told.map(({ subject }) => subject),
        told.map(({ kind }) => kind),
        told.map(({ kind, count }) => (count.window + 1) * WINDOWS[kind]),
        told.map(({ amount }) => amount),
      ]);
      for (const { kind, subject, until, used } of rows) {
        const count = this.counts.get(`${kind}:${subject}`);
        if (count && (count.window + 1) * WINDOWS[kind] === until) count.settled = used;
      }
    } catch (error) {
      // Still known here, and told when the database is back.
      for (const { count, amount } of told) {
        count.fresh += amount;
        count.settled -= amount;
      }
      throw error;
    }
  }

  private async settleRunning(): Promise<void> {
    const told = [...this.running]
      .map(([subject, now]) => ({ subject, now, here: now.here }))
      .toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
    if (told.length === 0) return;
    const rows = await this.database.query<{ subject: string; elsewhere: number }>(RUN, [
      this.process,
      told.map(({ subject }) => subject),
      told.map(({ here }) => here),
    ]);
    for (const { subject, now, here } of told) {
      now.told = here > 0;
      if (here === 0 && now.here === 0) this.running.delete(subject);
    }
    for (const { subject, elsewhere } of rows) {
      const now = this.running.get(subject);
      if (now) now.elsewhere = elsewhere;
    }
  }
}
