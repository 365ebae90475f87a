import type { Reader } from '#database';
import { SELECT_IN_STATISTICS, SELECT_KEPT } from '#directory';
import { assumedTerritories, subRegions, withCanonicalCodes } from '#matching';
import { areaRegion, type AreaCode, type Role, type Track } from '#vocabulary';
import type { NeedCriteria } from '../need/need.entity.js';
import type { MetricPeriod } from './need-metrics.js';

/** A mediator on a shortlist that was sent in the period, if she agrees to be counted. */
export interface ProposedMediator {
  /** Of the record that stands for her. */
  readonly mediatorId: string;
  readonly needId: string;
  readonly organizationId: string | null;
  /** Whether everybody could read what she was proposed for. */
  readonly isPublic: boolean;
  /** Organizations to which the shortlist was shown, also if that was taken back. */
  readonly shownTo: readonly string[];
}

/** What a need is about. Null where it says nothing or several things. */
export interface NeedWork {
  readonly track: Track | null;
  readonly role: Role | null;
  /** An M49 sub-region, an intermediate region where there are some. */
  readonly region: AreaCode | null;
}

const PROPOSED = `
SELECT e.id, k.kept_id AS "mediatorId", n.id AS "needId", n.organization_id AS "organizationId",
  n.confidentiality = 'public' AS "isPublic",
  ARRAY(SELECT DISTINCT h.organization_id FROM shortlist_share h WHERE h.shortlist_id = s.id) AS "shownTo"
FROM shortlist s JOIN need n ON n.id = s.need_id JOIN shortlist_entry e ON e.shortlist_id = s.id
JOIN (${SELECT_KEPT}) k ON k.id = e.mediator_id AND k.kept_id IN (${SELECT_IN_STATISTICS})
WHERE s.sent_at >= $1 AND s.sent_at < $2 ORDER BY s.sent_at, e.id`;

const WORK = `SELECT n.id, n.criteria FROM need n WHERE n.id = ANY($1::uuid[]) ORDER BY n.id`;

/** Who was proposed, in the order in which shortlists were sent. */
export async function proposedMediators(
  reader: Reader,
  { from, before }: MetricPeriod,
): Promise<ProposedMediator[]> {
  return reader.query<ProposedMediator>(PROPOSED, [from, before]);
}

/** What needs are about, by their ids. The region is that of the process, not of a mediator. */
export async function workOfNeeds(
  reader: Reader,
  needIds: readonly string[],
): Promise<ReadonlyMap<string, NeedWork>> {
  const found = await reader.query<{ id: string; criteria: NeedCriteria }>(WORK, [
    [...new Set(needIds)],
  ]);
  return new Map(found.map(({ id, criteria }) => [id, workOf(withCanonicalCodes(criteria))]));
}

function workOf(criteria: Omit<NeedCriteria, 'id'>): NeedWork {
  const { hard, soft } = criteria;
  const stated = criteria.territories ?? assumedTerritories(criteria);
  const areas = stated.length > 0 ? stated : (soft?.territories ?? []).map(({ code }) => code);
  return {
    track: onlyOne([...(hard?.tracks ?? []), ...(soft?.tracks ?? []).map(({ code }) => code)]),
    role: onlyOne([...(hard?.roles ?? []), ...(soft?.roles ?? [])]),
    region: onlyOne(areas.map(regionOf)),
  };
}

function regionOf(area: AreaCode): AreaCode | null {
  return subRegions().includes(area) ? area : areaRegion(area);
}

function onlyOne<T>(some: readonly T[]): T | null {
  const [first = null, ...others] = new Set(some);
  return others.length === 0 ? first : null;
}
