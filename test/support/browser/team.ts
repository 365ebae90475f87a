import type { TestSite } from './site.js';

/**
 * Works out the teams that were asked for, however slow the machine is: what a person is given are seconds, and within
 * them a busy machine finds a good team, but does not prove that it is the best.
 */
export async function workOutTeams({ services }: TestSite): Promise<void> {
  await services.database.query('UPDATE team_run SET time_limit = 3600');
  await services.jobs.drain();
}
