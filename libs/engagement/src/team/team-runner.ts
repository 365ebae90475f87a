import { Injectable } from '@nestjs/common';
import { BackgroundJob, Database, type JobHandler } from '#database';
import {
  changeRecord,
  recordAudit,
  systemViewer,
  type IndexedClearance,
  type Viewer,
} from '#identity';
import type { TeamRequest, TeamResult } from '#matching';
import type { Progress } from '#solver';
import { NeedPreparation } from '../match/prepare-need.js';
import type { NeedRequest } from '../need/need-request.js';
import { assembleTeam } from './assemble-team.js';
import { knownNow, nameMediators } from './name-mediators.js';
import { failureOf, writtenFailure, type StoredFailure } from './stored-failure.js';
import { namedInOutcome, storedOutcome } from './stored-outcome.js';
import { TEAM_RUN } from './team-run-job.js';
import { TEAM_RUN_STEPS } from './team-run-steps.js';

/** Milliseconds between two looks at whether the run shall go on; progress is written then. */
const LOOK_EVERY = 1_000;

interface Begun {
  readonly clearance: IndexedClearance;
  readonly need: NeedRequest;
  readonly request: TeamRequest;
  readonly time_limit: number;
  readonly cancel_requested: boolean;
}

/** The process stops: the run is worked out by the next one. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * Somebody whom the run names was erased meanwhile, or is called otherwise or shows something else since: it is worked out again, with
 * her as she is now.
 */
class NamedMeanwhileChanged extends Error {
  override readonly name = 'NamedMeanwhileChanged';
}

/**
 * Works runs out. One that was begun and not ended, because its process died, is begun again: nothing
 * is written before the end but how far it is.
 */
@Injectable()
@BackgroundJob()
export class TeamRunner implements JobHandler {
  readonly name = TEAM_RUN;
  private interruption = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly preparation: NeedPreparation,
  ) {}

  interrupt(): void {
    this.interruption.abort();
    this.interruption = new AbortController();
  }

  async handle(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.run(id);
  }

  private async run(id: string): Promise<void> {
    const interrupted = this.interruption.signal;
    const begin = TEAM_RUN_STEPS.transition('begin');
    const [begun] = await this.database.query<Begun>(
      `WITH begun AS (UPDATE team_run SET state = $2, started_at = now()
         WHERE id = $1 AND state = ANY ($3)
         RETURNING clearance, need, request, time_limit, cancel_requested)
       SELECT * FROM begun`,
      [id, begin.to, begin.from],
    );
    if (!begun) return;
    const watch = new Watch(this.database, id, interrupted);
    if (begun.cancel_requested) watch.cancel();
    try {
      const viewer: Viewer = { ...systemViewer('team'), clearance: begun.clearance };
      // Before the pool is read: what was chosen as one woman must not be shown as another.
      const known = await knownNow(this.database);
      const startedAt = performance.now();
      const prepared = await this.preparation.prepare(viewer, begun.need);
      const result = await assembleTeam(viewer, prepared, begun.request, {
        timeLimitSeconds: begun.time_limit,
        startedAt,
        onProgress: (progress) => watch.tell(progress),
        signal: watch.signal,
      });
      await watch.end();
      if (interrupted.aborted) throw new Interrupted();
      await this.finish(id, watch.cancelled ? 'end' : 'finish', result, known);
    } catch (error) {
      await watch.end();
      const failure = failureOf(error);
      if (failure === null) throw error;
      await this.fail(id, failure);
    }
  }

  private async finish(
    id: string,
    step: 'finish' | 'end',
    result: TeamResult,
    known: ReadonlyMap<string, string>,
  ): Promise<void> {
    const outcome = storedOutcome(result);
    const named = new Set(namedInOutcome(outcome));
    await this.database.transaction(async (tx) => {
      const { from, to: state } = TEAM_RUN_STEPS.transition(step);
      const [run] = await tx.query<{ id: string }>(
        'SELECT id FROM team_run WHERE id = $1 AND state = ANY ($2) FOR UPDATE',
        [id, from],
      );
      if (!run) return;
      const now = await nameMediators(tx, id, [...named]);
      const areSame = [...named].every((one) => now.has(one) && now.get(one) === known.get(one));
      if (!areSame) throw new NamedMeanwhileChanged();
      await tx.query(
        `UPDATE team_run SET state = $2, result = $3, progress = NULL, ended_at = now() WHERE id = $1`,
        [id, state, JSON.stringify(outcome)],
      );
      const after = { id, state, outcome };
      await recordAudit(tx, systemViewer('team'), [
        changeRecord(TEAM_RUN_STEPS.audit(step), 'team-run', run, after),
      ]);
    });
  }

  private async fail(id: string, failure: StoredFailure): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { from, to } = TEAM_RUN_STEPS.transition('fail');
      const [run] = await tx.query<{ id: string }>(
        `WITH failed AS (
           UPDATE team_run SET state = $2, failure = $3, progress = NULL, ended_at = now()
           WHERE id = $1 AND state = ANY ($4) RETURNING id)
         SELECT id FROM failed`,
        [id, to, writtenFailure(failure), from],
      );
      if (!run) return;
      const after = { id, failure };
      await recordAudit(tx, systemViewer('team'), [
        changeRecord(TEAM_RUN_STEPS.audit('fail'), 'team-run', run, after),
      ]);
    });
  }
}

/** Looks, while a run is worked out, whether it shall go on, and writes down how far it is. */
class Watch {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private progress: Progress | null = null;
  private looking: Promise<void> = Promise.resolve();
  /** Whether its asker wants no more of it. */
  cancelled = false;

  constructor(
    private readonly database: Database,
    private readonly id: string,
    interrupted: AbortSignal,
  ) {
    this.signal = AbortSignal.any([this.controller.signal, interrupted]);
    this.timer = setInterval(() => this.lookSoon(), LOOK_EVERY);
  }

  /** Comes when the run shall end. */
  readonly signal: AbortSignal;

  tell(progress: Progress): void {
    this.progress = progress;
  }

  cancel(): void {
    this.cancelled = true;
    this.controller.abort();
  }

  /** After this nothing more is read or written. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private lookSoon(): void {
    // A look that fails is made again a second later; the end of the run tells of what keeps failing.
    this.looking = this.looking.then(() => this.look()).catch(() => undefined);
  }

  private async look(): Promise<void> {
    const [run] = await this.database.query<{ cancel_requested: boolean }>(
      `WITH looked AS (UPDATE team_run SET progress = coalesce($2::jsonb, progress)
         WHERE id = $1 RETURNING cancel_requested) SELECT * FROM looked`,
      [this.id, this.progress && JSON.stringify(this.progress)],
    );
    if (run?.cancel_requested !== false) this.cancel();
  }
}
