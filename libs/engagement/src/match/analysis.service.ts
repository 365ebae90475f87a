import { Injectable } from '@nestjs/common';
import { NetworkService, ProfileService, type ProfileView } from '#directory';
import { authorise, type Viewer } from '#identity';
import { InvalidInputError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import {
  InvalidNeed,
  validateNeed,
  withCanonicalCodes,
  type Comparison,
  type NearlyEligiblePage,
  type Need,
  type Neighbourhood,
  type PlaceExplanation,
  type RankPlace,
  type Scarcity,
  type ScarcityRequest,
  type Waterfall,
} from '#matching';
import { NeedService } from '../need/need.service.js';
import { CandidatePools } from '../pools/candidate-pools.js';
import { NeedPreparation, type PreparedNeed } from './prepare-need.js';
import type { NeedRequest } from '../need/need-request.js';
import { sameWomen } from './same-women.js';

/** Open needs that make the demand of a scarcity report, at most. */
const MOST_NEEDS = 1000;

/** Where a need's pool goes, and whom one criterion alone keeps out. */
export interface NeedReport {
  readonly waterfall: Waterfall;
  readonly nearly: NearlyEligiblePage;
  readonly views: ReadonlyMap<string, ProfileView>;
  readonly assumed: PreparedNeed['assumed'];
}

/** Why somebody stands where she does. */
export interface ExplainedPlace {
  readonly place: PlaceExplanation;
  readonly view: ProfileView;
  readonly assumed: PreparedNeed['assumed'];
}

/** Two women side by side. */
export interface ComparedWomen {
  readonly comparison: Comparison;
  readonly first: ProfileView;
  readonly second: ProfileView;
  readonly assumed: PreparedNeed['assumed'];
}

/**
 * What a ranking rests on. Pools hold what the viewer's clearance may see, so no figure tells more; who
 * is kept out by her consent, the state of her profile or her safety is counted and never named.
 */
@Injectable()
export class AnalysisService {
  constructor(
    private readonly preparation: NeedPreparation,
    private readonly pools: CandidatePools,
    private readonly profiles: ProfileService,
    private readonly networks: NetworkService,
    private readonly needs: NeedService,
  ) {}

  /**
   * The waterfall of a need's pool, and the next `first` of those whom one hard criterion alone stops.
   *
   * @throws NotPermittedError, InvalidInputError with every problem of the need
   */
  async report(
    viewer: Viewer,
    request: NeedRequest,
    page: { first: number; after?: RankPlace },
  ): Promise<NeedReport> {
    authorise(viewer, 'analyse', { kind: 'directory' });
    const { need, pool, assumed } = await this.preparation.prepare(viewer, request);
    const found = await pool.ask('report', need, { limit: page.first, after: page.after });
    const ids = found.answer.nearly.results.map(({ id }) => id);
    const views = sameWomen(found, await this.profiles.viewsByIds(viewer, ids));
    return { ...found.answer, views, assumed };
  }

  /**
   * Why a woman stands where she does, what would bring her among the first `top` or keep her there, and
   * how firm her place is.
   *
   * @throws NotPermittedError, InvalidInputError; NotFoundError also for who is not to be matched
   */
  async explain(
    viewer: Viewer,
    request: NeedRequest,
    mediatorId: string,
    requested: { top: number } & Neighbourhood,
  ): Promise<ExplainedPlace> {
    authorise(viewer, 'analyse', { kind: 'directory' });
    const { need, pool, assumed } = await this.preparation.prepare(viewer, request);
    const found = await checked(pool.ask('place', need, mediatorId, requested));
    const views = sameWomen(found, await this.profiles.viewsByIds(viewer, [mediatorId]));
    const place = found.answer;
    const view = views.get(mediatorId);
    if (!place || !view) throw new NotFoundError(CANDIDATE);
    return { place, view, assumed };
  }

  /**
   * Two women side by side.
   *
   * @throws NotPermittedError, InvalidInputError; NotFoundError also for who is not to be matched
   */
  async compare(
    viewer: Viewer,
    request: NeedRequest,
    [firstId, secondId]: readonly [string, string],
  ): Promise<ComparedWomen> {
    authorise(viewer, 'analyse', { kind: 'directory' });
    if (firstId === secondId) {
      const message = refusal('match.twoWomen');
      throw new InvalidInputError([{ path: 'second', code: 'DUPLICATE', message }]);
    }
    const { need, pool, assumed } = await this.preparation.prepare(viewer, request);
    const found = await pool.ask('comparison', need, firstId, secondId);
    const comparison = found.answer;
    const views = sameWomen(found, await this.profiles.viewsByIds(viewer, [firstId, secondId]));
    const first = views.get(firstId);
    const second = views.get(secondId);
    if (!comparison || !first || !second) throw new NotFoundError(CANDIDATE);
    return { comparison, first, second, assumed };
  }

  /**
   * What the directory, or one network, lacks. Open public needs make the demand.
   *
   * @throws NotPermittedError, InvalidInputError
   */
  async scarcity(viewer: Viewer, request: ScarcityRequest): Promise<Scarcity> {
    authorise(viewer, 'analyse', { kind: 'directory' });
    const { network } = request;
    if (network !== undefined && !(await this.networks.bySlug(network))) {
      const message = refusal('match.noNetwork');
      throw new InvalidInputError([{ path: 'network', code: 'UNKNOWN', message }]);
    }
    const needs = await this.openNeeds(viewer);
    await this.pools.catchUp();
    return checked(this.pools.pool(viewer.clearance).ask('scarcity', request, needs));
  }

  private async openNeeds(viewer: Viewer): Promise<Need[]> {
    const { items } = await this.needs.list(viewer, { first: MOST_NEEDS });
    return items
      .map(({ id, criteria }) => ({ ...withCanonicalCodes(criteria), id }))
      .filter((need) => validateNeed(need).length === 0);
  }
}

/** One sentence for her whom nobody knows and for her who is not to be matched. */
const CANDIDATE = 'candidate';

/** What the model finds wrong with numbers and lists, as any other wrong input. */
async function checked<T>(analysis: Promise<T>): Promise<T> {
  try {
    return await analysis;
  } catch (error) {
    if (error instanceof InvalidNeed) throw new InvalidInputError([...error.problems]);
    throw error;
  }
}
