import type { Reader } from '#database';
import { validateNeed, withCanonicalCodes } from '#matching';
import type { NeedCriteria, Urgency } from '../need/need.entity.js';

/** The quarter that metrics are about, and until when what became of it is looked at. */
export interface MetricPeriod {
  readonly from: Date;
  /** The first moment that does not belong to it. */
  readonly before: Date;
  /** Later than `before`, so that what began on the last day has had its time. */
  readonly seenUntil: Date;
}

/** A need that was opened in the period. */
export interface OpenedNeed {
  readonly needId: string;
  readonly organizationId: string | null;
  readonly urgency: Urgency;
  readonly openedAt: Date;
  /** When its first shortlist was sent. */
  readonly sentAt: Date | null;
  readonly closedAt: Date | null;
}

/** A need that was filled or cancelled in the period, after it had been open. */
export interface ClosedNeed {
  readonly needId: string;
  readonly organizationId: string | null;
  readonly filled: boolean;
}

const OPENED = `
SELECT n.id AS "needId", n.organization_id AS "organizationId", n.urgency, n.opened_at AS "openedAt",
  (SELECT min(s.sent_at) FROM shortlist s WHERE s.need_id = n.id AND s.sent_at <= $3) AS "sentAt",
  CASE WHEN n.closed_at <= $3 THEN n.closed_at END AS "closedAt"
FROM need n WHERE n.opened_at >= $1 AND n.opened_at < $2 ORDER BY n.id`;

const CLOSED = `
SELECT n.id AS "needId", n.organization_id AS "organizationId", n.state = 'filled' AS filled
FROM need n WHERE n.closed_at >= $1 AND n.closed_at < $2 AND n.opened_at IS NOT NULL ORDER BY n.id`;

const OPEN_TO_ALL = `SELECT n.id, n.criteria FROM need n
WHERE n.confidentiality = 'public' AND n.opened_at < $1 AND (n.closed_at IS NULL OR n.closed_at >= $1) ORDER BY n.id`;

/** For the time to a shortlist. */
export async function openedNeeds(
  reader: Reader,
  { from, before, seenUntil }: MetricPeriod,
): Promise<OpenedNeed[]> {
  return reader.query<OpenedNeed>(OPENED, [from, before, seenUntil]);
}

/** For how many needs are filled. */
export async function closedNeeds(
  reader: Reader,
  { from, before }: MetricPeriod,
): Promise<ClosedNeed[]> {
  return reader.query<ClosedNeed>(CLOSED, [from, before]);
}

/** What needs ask for that everybody could read at a moment, and that were not met by then. */
export async function openPublicNeeds(reader: Reader, at: Date): Promise<NeedCriteria[]> {
  const found = await reader.query<{ id: string; criteria: NeedCriteria }>(OPEN_TO_ALL, [at]);
  return found
    .map(({ id, criteria }) => ({ ...withCanonicalCodes(criteria), id }))
    .filter((need) => validateNeed(need).length === 0);
}
