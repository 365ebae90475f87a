import { Injectable } from '@nestjs/common';
import { ProfileService, type ProfileView } from '#directory';
import { listPage, Database, type Transaction } from '#database';
import { InvalidStateError, type ListPage, type ListResult, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { authorise, changeRecord, hidden, may, recordAudit, type Viewer } from '#identity';
import {
  integer,
  problemsOf,
  type TeamRequest,
  type TeamResult,
  withCanonicalTeamCodes,
} from '#matching';
import { uuidv7 } from 'uuidv7';
import { NeedPreparation, type PreparedNeed } from '../match/prepare-need.js';
import type { NeedRequest } from '../need/need-request.js';
import { assembleTeam, type Solving, TEAM_SECONDS, teamProblems } from './assemble-team.js';
import { nameMediators, namedAs } from './name-mediators.js';
import { namedInRequest } from './stored-outcome.js';
import { TeamRunEntity } from './team-run.entity.js';
import { TEAM_RUN_STEPS } from './team-run-steps.js';
import { teamRunJob } from './team-run-job.js';
import { namedIn, toTeamRunView, type TeamRunView } from './team-view.js';

/** Runs of one asker that may wait or work at a time. */
export const MOST_TEAM_RUNS = 2;

/** A team that is wanted, and how long the solver may take for it. */
export interface TeamAsk {
  readonly need: NeedRequest;
  readonly request: TeamRequest;
  readonly timeLimitSeconds?: number;
}

/** A team that was worked out at once, with what the viewer may see of each woman in it. */
export interface AssembledTeam {
  readonly result: TeamResult;
  readonly views: ReadonlyMap<string, ProfileView>;
  /** Where the process was taken to be, as far as the need leaves it out. */
  readonly assumed: PreparedNeed['assumed'];
}

/** Teams: asked for, worked out in the background, read by who asked and by nobody else. */
@Injectable()
export class TeamService {
  constructor(
    private readonly database: Database,
    private readonly preparation: NeedPreparation,
    private readonly profiles: ProfileService,
  ) {}

  /**
   * Queues a run. Need and request are checked first, with the pool as it is now.
   *
   * @throws NotPermittedError, InvalidInputError, InvalidStateError where too many are under way
   */
  async start(viewer: Viewer, requested: TeamAsk): Promise<TeamRunView> {
    const ask = { ...requested, request: withCanonicalTeamCodes(requested.request) };
    authorise(viewer, 'start', { kind: 'team', requestedBy: null });
    const timeLimit = checkedSeconds(ask.timeLimitSeconds);
    const { ledger: _, ...need } = ask.need;
    await this.check(viewer, ask);
    const id = uuidv7();
    await this.database.transaction(async (tx) => {
      await refuseTooMany(tx, viewer);
      const { name: requestedBy, clearance } = viewer;
      const run = { id, requestedBy, clearance, need, request: ask.request, timeLimit };
      await tx.manager.insert(TeamRunEntity, run);
      await nameMediators(tx, id, namedInRequest(ask.request));
      await tx.addJob(teamRunJob(id));
      await recordAudit(tx, viewer, [changeRecord('team.start', 'team-run', null, run)]);
    });
    return this.byId(viewer, id);
  }

  /**
   * Asks a run to end; one that waits ends at once. What was found by then is kept. One that has ended
   * stays as it is.
   *
   * @throws NotPermittedError, NotFoundError
   */
  async cancel(viewer: Viewer, id: string): Promise<TeamRunView> {
    await this.database.transaction(async (tx) => {
      const run = await tx.manager.findOne(TeamRunEntity, {
        where: { id, requestedBy: viewer.name },
        lock: { mode: 'pessimistic_write' },
      });
      if (!run || !may(viewer, 'cancel', { kind: 'team', requestedBy: run.requestedBy })) {
        throw hidden(viewer, 'team');
      }
      if (run.endedAt !== null || run.cancelRequested) return;
      const step = run.state === 'queued' ? 'drop' : 'stop';
      const state = TEAM_RUN_STEPS.take(step, run.state);
      await tx.query(
        `UPDATE team_run SET cancel_requested = true, state = $2, ended_at = CASE WHEN $3 THEN now() END
         WHERE id = $1`,
        [id, state, TEAM_RUN_STEPS.isFinal(state)],
      );
      await recordAudit(tx, viewer, [
        changeRecord(
          TEAM_RUN_STEPS.audit(step),
          'team-run',
          { id, state: run.state },
          { id, cancelRequested: true },
        ),
      ]);
    });
    return this.byId(viewer, id);
  }

  /** A run of the viewer's own. @throws NotPermittedError, NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<TeamRunView> {
    const run = await this.database.manager.findOneBy(TeamRunEntity, {
      id,
      requestedBy: viewer.name,
    });
    if (!run || !may(viewer, 'read', { kind: 'team', requestedBy: run.requestedBy })) {
      throw hidden(viewer, 'team');
    }
    const [view] = await this.seen(viewer, [run]);
    return view!;
  }

  /** Her own runs, the oldest first. @throws NotPermittedError */
  async list(viewer: Viewer, page: ListPage): Promise<ListResult<TeamRunView>> {
    authorise(viewer, 'list', { kind: 'team', requestedBy: null });
    const repository = this.database.manager.getRepository(TeamRunEntity);
    const own = { where: { requestedBy: viewer.name } };
    const result = await listPage(repository, 'id', own, page);
    return { ...result, items: await this.seen(viewer, result.items) };
  }

  /**
   * Works a team out at once and keeps nothing of it: for the command line.
   *
   * @throws NotPermittedError, InvalidInputError, SolverError, InexactSolution
   */
  async assemble(
    viewer: Viewer,
    requested: TeamAsk,
    solving: Omit<Solving, 'timeLimitSeconds' | 'startedAt'>,
  ): Promise<AssembledTeam> {
    authorise(viewer, 'start', { kind: 'team', requestedBy: null });
    const ask = { ...requested, request: withCanonicalTeamCodes(requested.request) };
    const timeLimitSeconds = checkedSeconds(ask.timeLimitSeconds);
    const startedAt = performance.now();
    const prepared = await this.preparation.prepare(viewer, ask.need);
    const all = { ...solving, timeLimitSeconds, startedAt };
    const result = await assembleTeam(viewer, prepared, ask.request, all);
    const teams = [...result.teams, ...(result.relaxation?.team ? [result.relaxation.team] : [])];
    const ids = teams.flatMap(({ members }) => members.map(({ id }) => id));
    return {
      result,
      assumed: prepared.assumed,
      views: await this.profiles.viewsByIds(viewer, [...ids, ...namedInRequest(ask.request)]),
    };
  }

  private async check(viewer: Viewer, { need: requested, request }: TeamAsk): Promise<void> {
    const { need, pool } = await this.preparation.prepare(viewer, requested);
    throwIfProblems(await teamProblems(viewer, pool, need, request));
  }

  /** Runs with what the viewer may see now of those who are still to be matched. */
  private async seen(viewer: Viewer, runs: readonly TeamRunEntity[]): Promise<TeamRunView[]> {
    const ids = [...new Set(runs.flatMap(namedIn))];
    const visible = await this.profiles.viewsByIds(viewer, ids);
    const named = await namedAs(
      this.database,
      runs.map(({ id }) => id),
    );
    return runs.map((run) => {
      const asNamed = named.get(run.id);
      const views = [...visible].filter(
        ([id, { matchable, publicId }]) => matchable && asNamed?.get(id) === publicId,
      );
      return toTeamRunView(run, new Map(views));
    });
  }
}

function checkedSeconds(seconds: number = TEAM_SECONDS.standard): number {
  throwIfProblems(problemsOf(integer(1, TEAM_SECONDS.most), seconds, 'timeLimitSeconds'));
  return seconds;
}

/** One at a time for each asker, so that two requests at once cannot both be the last that fits. */
async function refuseTooMany(tx: Transaction, { name }: Viewer): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`team-run ${name}`]);
  const [row] = await tx.query<{ count: string }>(
    'SELECT count(*) FROM team_run WHERE asked_by = $1 AND ended_at IS NULL',
    [name],
  );
  if (Number(row?.count) < MOST_TEAM_RUNS) return;
  throw new InvalidStateError(refusal('teams.mostRuns', { most: MOST_TEAM_RUNS }));
}
