import type { JobRequest } from '#database';

export const TEAM_RUN = 'team-run';

/** The job that works a run out. One queue: teams are solved one after the other in each house. */
export function teamRunJob(id: string): JobRequest {
  return { name: TEAM_RUN, ids: [id], queue: TEAM_RUN };
}
