import { createHash } from 'node:crypto';
import { type ProfileService, type ProfileView } from '#directory';
import { admits, type Viewer } from '#identity';
import {
  rank,
  validateNeed,
  type Need,
  type NeedProblem,
  type RankPosition,
  type Ranking,
} from '#matching';
import type { SearchIndex } from '#search';
import type { CandidatePools } from './candidate-pools.js';

/** Most search hits that the TEXT criterion ranks. */
const TEXT_MATCHES = 10_000;

/** Most characters of a free-text brief. */
const LONGEST_BRIEF = 2_000;

/** What an organizer asks: a need, by id or without one, and her own words for the TEXT criterion. */
export type NeedRequest = Omit<Need, 'id'> & { readonly id?: string; readonly brief?: string };

/** A page of a ranking, with what the viewer may see of each woman on it. */
export interface MatchPage {
  readonly need: Need;
  readonly ranking: Ranking;
  readonly views: ReadonlyMap<string, ProfileView>;
}

/** The need is contradictory, incomplete or not permitted; every problem at once, by field path. */
export class NeedInvalidError extends Error {
  constructor(readonly problems: readonly NeedProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join(' '));
    this.name = 'NeedInvalidError';
  }
}

/** Ranks the women of the directory for a need. */
export class MatchService {
  constructor(
    private readonly pools: CandidatePools,
    private readonly profiles: ProfileService,
    private readonly search: SearchIndex,
  ) {}

  /**
   * The next `first` candidates after a position, from all that was committed before the call. A
   * woman who became invisible in between is left out of `views`.
   *
   * @throws NeedInvalidError
   */
  async match(
    viewer: Viewer,
    request: NeedRequest,
    page: { first: number; after?: RankPosition },
  ): Promise<MatchPage> {
    const { brief, ...criteria } = request;
    const need: Need = { ...criteria, id: request.id ?? digest(request) };
    const text = brief?.trim();
    if (text) need.soft = { ...need.soft, text: { matches: [] } };
    const problems = [...tooLong(text), ...notPermitted(viewer, need), ...validateNeed(need)];
    if (problems.length > 0) throw new NeedInvalidError(problems);

    if (text) {
      const { ids } = await this.search.matches(viewer.clearance, text, TEXT_MATCHES);
      need.soft = { ...need.soft, text: { matches: ids } };
    }
    await this.pools.catchUp();
    const ranking = rank(this.pools.pool(viewer.clearance), need, {
      limit: page.first,
      after: page.after,
    });
    const ids = ranking.results.map(({ id }) => id);
    return { need, ranking, views: await this.profiles.viewsByIds(viewer, ids) };
  }
}

function tooLong(brief = ''): NeedProblem[] {
  if (brief.length <= LONGEST_BRIEF) return [];
  const message = `A brief has at most ${LONGEST_BRIEF} characters; this one has ${brief.length}.`;
  return [{ path: 'brief', code: 'TOO_LONG', message }];
}

/**
 * A criterion must not tell what a field would not: nationality and residence are not public, so
 * asking who is excluded by them is not either.
 */
function notPermitted(viewer: Viewer, need: Need): NeedProblem[] {
  const excluded = need.hard.conflictOfInterest?.territories ?? [];
  if (excluded.length === 0 || admits(viewer.clearance, 'VETTED')) return [];
  return [
    {
      path: 'hard.conflictOfInterest.territories',
      code: 'NOT_PERMITTED',
      message: 'Nationality and residence are shown to verified organizers only.',
    },
  ];
}

/** The same need without an id gets the same one each time, and so the same order among equals. */
function digest(request: NeedRequest): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 32);
}
