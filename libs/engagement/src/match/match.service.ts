import type { ProfileService, ProfileView } from '#directory';
import type { Viewer } from '#identity';
import { rank, type Need, type RankPosition, type Ranking } from '#matching';
import type { NeedPreparation, NeedRequest } from './prepare-need.js';

/** A page of a ranking, with what the viewer may see of each woman on it. */
export interface MatchPage {
  readonly need: Need;
  readonly ranking: Ranking;
  readonly views: ReadonlyMap<string, ProfileView>;
}

/** Ranks the women of the directory for a need. */
export class MatchService {
  constructor(
    private readonly preparation: NeedPreparation,
    private readonly profiles: ProfileService,
  ) {}

  /**
   * The next `first` candidates after a position, from all that was committed before the call. A
   * woman who became invisible in between is left out of `views`.
   *
   * @throws InvalidInputError with every problem of the need
   */
  async match(
    viewer: Viewer,
    request: NeedRequest,
    page: { first: number; after?: RankPosition },
  ): Promise<MatchPage> {
    const { need, pool } = await this.preparation.prepare(viewer, request);
    const ranking = rank(pool, need, { limit: page.first, after: page.after });
    const ids = ranking.results.map(({ id }) => id);
    return { need, ranking, views: await this.profiles.viewsByIds(viewer, ids) };
  }
}
