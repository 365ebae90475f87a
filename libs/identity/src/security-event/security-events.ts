import { CLOCK, systemClock, type Clock } from '#config';
import { Database } from '#database';
import { counter } from '#telemetry';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { InvalidCredentialsError, TooManyAttemptsError } from '../errors.js';
import { kindOfRefusal, type SecurityEventKind } from './security-event-kinds.js';

/** A refusal, as it is counted. */
interface Refusal {
  /** Beginning of its minute, in ISO 8601. */
  readonly minute: string;
  readonly kind: SecurityEventKind;
  readonly actor: string;
  readonly accountId: string | null;
  readonly operation: string | null;
}

/** How often what is counted in memory is written: so much is lost if a process is killed. */
const SETTLE_MS = 2_000;

/** Kinds of refusals that are told apart between two writes: memory has an end. */
const MOST_KEYS = 5_000;

const refusals = counter(
  'baraza_security_events_total',
  'Requests that were refused for reasons of security, by kind.',
  ['kind'],
);

/**
 * Notes what is refused, for administrators and operators: who asked, what for, when, why, and how often. Never an argument,
 * an id of what was asked for, an address or where somebody asked from.
 *
 * It is counted in memory and written in the background, so that a refusal takes as long whatever it hides. The database adds it
 * to the line of the same minute, and holds at most a hundred lines of one kind for each who asks and each day (the function
 * `security_events_add`): nobody can fill a disk by being refused.
 */
@Injectable()
export class SecurityEvents implements OnApplicationShutdown {
  private counts = new Map<string, Refusal & { count: number }>();
  /** An error that goes up through several places is noted at the first. */
  private readonly noted = new WeakSet();
  private timer: NodeJS.Timeout | null = null;
  private settling: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: Clock = systemClock,
  ) {}

  /** Begins to write in the background. */
  start(): void {
    this.timer ??= setInterval(() => void this.settle().catch(() => undefined), SETTLE_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.settle().catch(() => undefined);
  }

  /**
   * Notes an error where it is a refusal and was not noted before.
   *
   * @param operation a field of the schema, or a method and the pattern of a route: never a word that was sent
   * @param kind where whoever calls knows it better than the class of the error says it
   */
  note(
    error: unknown,
    { name: actor }: Pick<Actor, 'name'>,
    operation: string,
    kind = kindOfRefusal(error),
  ): void {
    if (kind === null || typeof error !== 'object' || error === null) return;
    if (this.noted.has(error)) return;
    this.noted.add(error);
    const isGuess =
      error instanceof InvalidCredentialsError || error instanceof TooManyAttemptsError;
    this.count(kind, actor, operation, isGuess ? error.accountId : null);
  }

  /** Writes what was counted since the last time. */
  async settle(): Promise<void> {
    this.settling ??= this.write().finally(() => {
      this.settling = null;
    });
    return this.settling;
  }

  private count(
    kind: SecurityEventKind,
    actor: string,
    operation: string,
    accountId: string | null,
  ): void {
    refusals.inc({ kind });
    const minute = `${this.now().toISOString().slice(0, 16)}:00Z`;
    const fine = { minute, kind, actor, accountId, operation };
    const isFull = this.counts.size >= MOST_KEYS;
    this.add(isFull ? { ...fine, accountId: null, operation: null } : fine, 1);
  }

  private add(refusal: Refusal, count: number): void {
    const { minute, kind, actor, accountId, operation } = refusal;
    const key = [minute, kind, actor, accountId, operation].join(' ');
    const found = this.counts.get(key);
    if (found) found.count += count;
    else this.counts.set(key, { minute, kind, actor, accountId, operation, count });
  }

  private async write(): Promise<void> {
    if (this.counts.size === 0) return;
    const told = [...this.counts.values()];
    this.counts = new Map();
    try {
      await this.database.query('SELECT security_events_add($1)', [JSON.stringify(told)]);
    } catch (error) {
      // Still known here, and told when the database is back.
      for (const refusal of told) this.add(refusal, refusal.count);
      throw error;
    }
  }
}
