import type { Reader } from '#database';
import { type Viewer } from '#identity';
import { InvalidInputError, MS_PER_DAY } from '#kernel';
import { refusal } from '#messages';
import {
  exposureShares,
  type ExposureCount,
  FAIRNESS,
  type Fairness,
  type GroupRule,
  type NeedFairness,
} from '#matching';
import type { PoolReader } from '../pools/pool-threads.js';
import { placesWhere } from '../exposure/places.js';
import type { ExposureReleases } from '../exposure/exposure-releases.js';
import { underRepresentedNetworks, YEAR } from '../exposure/under-represented.js';

/**
 * Of the asker's own organization: of others' needs and of whom they were shown, nothing may decide here.
 * What a woman was shown as before does not count either: her place must not tie the two.
 */
const OTHER_NEEDS = `
SELECT id, place, count(*)::int AS needs
FROM (${placesWhere(
  `e.at >= $1 AND e.need_id::text <> $2 AND e.need_id IN (SELECT id FROM need WHERE organization_id = $3)
     AND e.public_id = k.public_id`,
)}) p
GROUP BY id, place`;

/** Turns what a need says of fairness into rules for the ranking: reads who has come before organizers. */
export class FairnessRules {
  constructor(
    private readonly database: Reader,
    private readonly releases: ExposureReleases,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * Exposure for the need itself does not count: else its own first page would change its second.
   *
   * @param pool whose women are compared with each other
   * @throws InvalidInputError where no network is under-represented
   */
  async of(
    viewer: Viewer,
    needId: string,
    { rotation, group }: NeedFairness,
    pool: PoolReader,
  ): Promise<Fairness> {
    const since = this.daysAgo(rotation?.windowDays ?? FAIRNESS.windowDays.standard);
    return {
      ...(rotation && {
        rotation: {
          strength: rotation.strength,
          shares: await this.shares(viewer, needId, since, pool),
        },
      }),
      ...(group && { group: await this.rule(group) }),
    };
  }

  private async shares(
    { organizationId }: Viewer,
    needId: string,
    since: Date,
    pool: PoolReader,
  ): Promise<Map<string, number>> {
    const counts = await this.database.query<ExposureCount>(OTHER_NEEDS, [
      since,
      needId,
      organizationId,
    ]);
    const held = new Set(await pool.ask('held', [...new Set(counts.map(({ id }) => id))]));
    return exposureShares(counts.filter(({ id }) => held.has(id)));
  }

  private async rule({ group, ...rule }: NonNullable<NeedFairness['group']>): Promise<GroupRule> {
    if (group !== 'UNDER_REPRESENTED_NETWORKS') return { ...rule, group };
    const numbers = await this.releases.numbers();
    const networks = underRepresentedNetworks(
      this.releases
        .quarters()
        .slice(0, YEAR)
        .flatMap(({ from }) => numbers.get(from) ?? []),
    );
    if (networks.length > 0) return { ...rule, group: 'NETWORKS', networks };
    const message = refusal('match.noneUnderrepresented');
    throw new InvalidInputError([{ path: 'fairness.group.group', code: 'UNKNOWN', message }]);
  }

  private daysAgo(days: number): Date {
    return new Date(this.now().getTime() - days * MS_PER_DAY);
  }
}
