import { Database } from '#database';
import { gauge, WatchedPart, type Standing, type Watched } from '#telemetry';
import { Injectable } from '@nestjs/common';
import { CandidatePools } from './pools/candidate-pools.js';
import { TEAM_RUN_STATES, type TeamRunState } from './team/team-run-steps.js';

const candidates = gauge(
  'baraza_pool_candidates',
  'Candidates in the matching pool of a clearance, in this process.',
  ['clearance'],
);
const age = gauge(
  'baraza_pool_age_seconds',
  'Seconds since the matching pools last caught up with the database; each ranking makes them do so.',
);
const runs = gauge('baraza_team_runs', 'Teams that were asked for, by state.', ['state']);

/** The matching pools of this process. */
@Injectable()
@WatchedPart()
export class PoolsWatch implements Watched {
  readonly part = 'pools';

  constructor(private readonly pools: CandidatePools) {}

  async look(): Promise<Standing> {
    const { sizes, asOf } = this.pools.standing();
    for (const [clearance, size] of Object.entries(sizes)) candidates.set({ clearance }, size);
    const seconds = asOf === null ? null : (Date.now() - asOf.getTime()) / 1_000;
    if (seconds !== null) age.set(seconds);
    return { status: 'up', ageSeconds: seconds && Math.round(seconds), ...sizes };
  }
}

/** The teams that organizers asked for. */
@Injectable()
@WatchedPart()
export class TeamsWatch implements Watched {
  readonly part = 'teams';

  constructor(private readonly database: Database) {}

  async look(): Promise<Standing> {
    const found = await this.database.query<{ state: TeamRunState; count: number }>(
      'SELECT state, count(*)::int AS count FROM team_run GROUP BY state',
    );
    const byState = new Map(found.map(({ state, count }) => [state, count]));
    for (const state of TEAM_RUN_STATES) runs.set({ state }, byState.get(state) ?? 0);
    return {
      status: 'up',
      queued: byState.get('queued') ?? 0,
      running: byState.get('running') ?? 0,
    };
  }
}
