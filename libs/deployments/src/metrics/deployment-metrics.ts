import type { Reader } from '#database';
import { SELECT_AVAILABLE, SELECT_IN_STATISTICS, SELECT_KEPT } from '#directory';
import type { MetricPeriod } from '#engagement';
import type { Role, Track } from '#vocabulary';
import { DAYS_BEFORE_START, type LineCode, type LineOwner } from '../clearance/kinds.js';
import type { Place } from '../deployment/lists.js';

/** A deployment that began in the period, of a mediator who agrees to be counted. */
export interface BegunDeployment {
  readonly id: string;
  /** Of the record that stands for her. */
  readonly mediatorId: string;
  readonly needId: string;
  readonly organizationId: string;
  readonly networkId: string;
  readonly track: Track | null;
  readonly role: Role | null;
  readonly place: Place;
  /** Whether somebody goes alongside her; of a first place only. */
  readonly mentors: boolean;
}

/** A line of clearance that was due in the period. */
export interface DueLine {
  readonly mediatorId: string;
  readonly organizationId: string;
  readonly networkId: string;
  readonly kind: LineCode;
  readonly owner: LineOwner;
  /** From the day on which it was due to the day on which it was done or waived, or was last seen. */
  readonly days: number;
  readonly closed: boolean;
}

/** Days of one mediator in the period. */
export interface MediatorDays {
  readonly mediatorId: string;
  /** Networks that list her. */
  readonly networkIds: readonly string[];
  /** Who deployed her in the period. */
  readonly deployedBy: {
    readonly networkIds: readonly string[];
    readonly organizationIds: readonly string[];
  };
  readonly deployed: number;
  /** On which she was available or deployed. */
  readonly available: number;
}

/** The deployment `d` with the record that stands for her, where she agrees to be counted. */
const COUNTED = `deployment d JOIN (${SELECT_KEPT}) k ON k.id = d.mediator_id AND k.kept_id IN (${SELECT_IN_STATISTICS})`;

const BEGUN = `
SELECT d.id, k.kept_id AS "mediatorId", d.need_id AS "needId", d.organization_id AS "organizationId", d.network_id AS "networkId", d.track, d.role,
  d.place, EXISTS (SELECT FROM deployment o WHERE o.introduction_id = d.introduction_id AND o.place = 'alongside'
    AND o.began_at < $3) AS mentors
FROM ${COUNTED}
WHERE d.began_at >= $1 AND d.began_at < $2 ORDER BY d.began_at, d.id`;

/** When the lead of an introduction was first at work, by what she was asked for. */
const STARTS = `
SELECT d.introduction_id AS "introductionId", d.need_id AS "needId", d.began_at AS "beganAt"
FROM deployment d WHERE d.place = 'lead' AND d.began_at <= $1
  AND (d.introduction_id = ANY($2::uuid[]) OR d.need_id = ANY($3::uuid[]))
ORDER BY d.began_at, d.id`;

const LINES = `
SELECT k.kept_id AS "mediatorId", d.organization_id AS "organizationId", d.network_id AS "networkId", l.kind, l.owner,
  (CASE WHEN closed THEN l.handled_on ELSE (least(d.ended_at, $3) AT TIME ZONE 'UTC')::date END - due) AS days, closed
FROM ${COUNTED} JOIN clearance_line l ON l.deployment_id = d.id,
  LATERAL (SELECT d.starts_on - ($4::jsonb ->> l.due_before)::int AS due,
    l.state IN ('done', 'expired', 'waived') AND l.handled_on <= $3::date AS closed) AS line
WHERE due >= $1::date AND due < $2::date AND l.state <> 'not-needed' AND d.state <> 'cancelled'
ORDER BY l.id`;

const DAYS = `
WITH period AS (SELECT datemultirange(daterange($1::date, $2::date)) AS days),
worked AS (
  SELECT k.kept_id AS id, array_agg(DISTINCT d.network_id) AS network_ids, array_agg(DISTINCT d.organization_id) AS organization_ids,
    range_agg(daterange((d.began_at AT TIME ZONE 'UTC')::date, (coalesce(d.ended_at, $2) AT TIME ZONE 'UTC')::date, '[]')) AS days
  FROM ${COUNTED} WHERE d.began_at < $2 AND (d.ended_at IS NULL OR d.ended_at >= $1)
  GROUP BY 1
)
SELECT a.id AS "mediatorId", a.network_ids AS "networkIds",
  jsonb_build_object('networkIds', coalesce(w.network_ids, '{}'), 'organizationIds', coalesce(w.organization_ids, '{}'))
    AS "deployedBy",
  (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest(w.days * p.days) r)::int AS deployed,
  (SELECT coalesce(sum(upper(r) - lower(r)), 0)
    FROM unnest((a.available + coalesce(w.days, '{}')) * p.days) r)::int AS available
FROM period p, (${SELECT_AVAILABLE}) a LEFT JOIN worked w ON w.id = a.id
ORDER BY a.id`;

export async function begunDeployments(
  reader: Reader,
  { from, before, seenUntil }: MetricPeriod,
): Promise<BegunDeployment[]> {
  return reader.query<BegunDeployment>(BEGUN, [from, before, seenUntil]);
}

/** When somebody was first at work after these introductions, and for these needs; by their ids. */
export async function firstStarts(
  reader: Reader,
  { seenUntil }: MetricPeriod,
  introductionIds: readonly string[],
  needIds: readonly string[],
): Promise<{
  readonly ofIntroductions: ReadonlyMap<string, Date>;
  readonly ofNeeds: ReadonlyMap<string, Date>;
}> {
  const rows = await reader.query<{ introductionId: string; needId: string; beganAt: Date }>(
    STARTS,
    [seenUntil, introductionIds, needIds],
  );
  const latestFirst = rows.toReversed();
  return {
    ofIntroductions: new Map(
      latestFirst.map(({ introductionId, beganAt }) => [introductionId, beganAt]),
    ),
    ofNeeds: new Map(latestFirst.map(({ needId, beganAt }) => [needId, beganAt])),
  };
}

/** Lines of clearance that were due, those of deployments that were cancelled and those that nobody needed left out. */
export async function dueLines(
  reader: Reader,
  { from, before, seenUntil }: MetricPeriod,
): Promise<DueLine[]> {
  return reader.query<DueLine>(LINES, [from, before, seenUntil, JSON.stringify(DAYS_BEFORE_START)]);
}

/** Days on which mediators were available and deployed, for those who state when they are available. */
export async function mediatorDays(
  reader: Reader,
  { from, before }: MetricPeriod,
): Promise<MediatorDays[]> {
  return reader.query<MediatorDays>(DAYS, [from, before]);
}
