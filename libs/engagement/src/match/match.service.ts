import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import { ProfileService, type ProfileView } from '#directory';
import { changeRecord, recordAudit, type Viewer } from '#identity';
import type { Need, RankPlace, Ranking } from '#matching';
import { ExposureReleases } from '../exposure/exposure-releases.js';
import { ExposureLedger } from '../exposure/ledger.js';
import { FairnessRules } from '../fairness/fairness-rules.js';
import { NeedPreparation, type PreparedNeed } from './prepare-need.js';
import type { NeedRequest } from '../need/need-request.js';
import { sameWomen } from './same-women.js';

/** A page of a ranking, with what the viewer may see of each woman on it. */
export interface MatchPage {
  readonly need: Need;
  readonly ranking: Ranking;
  readonly assumed: PreparedNeed['assumed'];
  readonly views: ReadonlyMap<string, ProfileView>;
}

/** Ranks the women of the directory for a need. */
@Injectable()
export class MatchService {
  private readonly ledger = new ExposureLedger();
  private readonly rules: FairnessRules;

  constructor(
    private readonly database: Database,
    private readonly preparation: NeedPreparation,
    private readonly profiles: ProfileService,
    releases: ExposureReleases,
    @Inject(CLOCK) now?: () => Date,
  ) {
    this.rules = new FairnessRules(database, releases, now);
  }

  /**
   * The next `first` candidates after a position, from all that was committed before the call. A
   * woman who became invisible in between is left out of `views`.
   *
   * @throws InvalidInputError with every problem of the need
   */
  async match(
    viewer: Viewer,
    request: NeedRequest,
    { first: limit, after }: { first: number; after?: RankPlace },
  ): Promise<MatchPage> {
    const { need, pool, assumed } = await this.preparation.prepare(viewer, request);
    const { rotation, group } = request.fairness ?? {};
    const found =
      rotation || group
        ? await pool.ask(
            'fairRanking',
            need,
            { limit, after },
            await this.rules.of(viewer, need.id, { rotation, group }, pool),
          )
        : await pool.ask('ranking', need, { limit, after });
    const ranking = found.answer;
    const ids = ranking.results.map(({ id }) => id);
    const views = sameWomen(found, await this.profiles.viewsByIds(viewer, ids));
    const page = { need, ranking, assumed, views };
    if (request.ledger && viewer.userId !== null) await this.recordShown(viewer, page);
    return page;
  }

  private async recordShown(viewer: Viewer, { need, ranking, views }: MatchPage): Promise<void> {
    const shown = ranking.results.flatMap(({ id: mediatorId, rank: place }) => {
      const view = views.get(mediatorId);
      return view ? [{ mediatorId, publicId: view.publicId, rank: place }] : [];
    });
    await this.database.transaction(async (tx) => {
      const changed = await this.ledger.record(tx, need.id, 'shown', shown);
      if (changed.length === 0) return;
      const after = { id: need.id, shown: changed };
      await recordAudit(tx, viewer, [changeRecord('exposure.record', 'need', null, after)]);
    });
  }
}
