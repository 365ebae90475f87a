import { SELECT_ALL_WAITING_DUPLICATES } from '../duplicates/duplicate-view.js';

/** Days before a profile becomes stale in which its confirmation is work to do. */
export const DUE_WITHIN = 30;

/** The day from which a member `m` counts as confirmed. */
export const CONFIRMED = `coalesce(m.confirmed_on, (m.created_at AT TIME ZONE 'UTC')::date)`;
export const IN_CONFLICT = 'cardinality(m.conflicts) > 0';
export const INCOMPLETE = 'm.completeness < 100';

/**
 * Is stale, or becomes it soon.
 *
 * @param today an SQL expression for the day
 * @param days an SQL expression for the days from a confirmation to when the profile is nearly stale
 */
export const isStale = (today: string, days: string): string =>
  `(m.state = 'stale' OR m.state = 'published' AND ${CONFIRMED} <= ${today}::date - ${days}::int)`;

/** Who is not kept up any more, and need not be complete. */
export const KEPT_UP = `m.state NOT IN ('suspended', 'withdrawn')`;

/** SQL expressions for what the selection depends on. */
export interface UpkeepAsked {
  /** The moment of the request. */
  readonly now: string;
  /** Days after which a profile must be confirmed anew. */
  readonly confirmAfterDays: string;
}

/**
 * What is worth doing for the members of a network although nobody waits for it: stale and incomplete profiles, sources
 * that contradict each other, women whom its list perhaps holds twice, rejected rows of the last import. Every network that lists a mediator is told. A profile that
 * is about to become stale is due on that day; nothing else has a day. Columns of `WaitingRow`.
 */
export function selectUpkeep({ now, confirmAfterDays }: UpkeepAsked): string {
  const today = `(${now}::timestamptz AT TIME ZONE 'UTC')`;
  const staleFrom = `((${CONFIRMED} + ${confirmAfterDays}::int)::timestamp AT TIME ZONE 'UTC')`;
  const soonFrom = `((${CONFIRMED} + ${confirmAfterDays}::int - ${DUE_WITHIN})::timestamp AT TIME ZONE 'UTC')`;
  return `
SELECT 'profile-stale' AS kind, m.id, 'coordinator' AS waits_for, a.network_id, NULL::uuid AS organization_id,
  m.id AS mediator_id, CASE m.state WHEN 'stale' THEN least(${staleFrom}, ${now}::timestamptz) ELSE ${soonFrom} END AS since,
  CASE m.state WHEN 'published' THEN ${staleFrom} END AS due_at, NULL::timestamptz AS wake_at
${MEMBERS} AND ${isStale(today, `(${confirmAfterDays}::int - ${DUE_WITHIN})`)}
UNION ALL
SELECT 'profile-incomplete', m.id, 'coordinator', a.network_id, NULL, m.id, m.updated_at, NULL, NULL
${MEMBERS} AND ${INCOMPLETE} AND ${KEPT_UP}
UNION ALL
SELECT 'profile-conflict', m.id, 'coordinator', a.network_id, NULL, m.id, m.updated_at, NULL, NULL
${MEMBERS} AND ${IN_CONFLICT} AND m.state <> 'withdrawn'
UNION ALL
SELECT 'duplicates', d.id, 'coordinator', d.network_id, NULL, d.own_id, d.found_at, NULL, NULL
FROM (${SELECT_ALL_WAITING_DUPLICATES}) d
UNION ALL
SELECT 'import-rejects', r.network_id, 'coordinator', r.network_id, NULL, NULL, min(r.imported_at), NULL, NULL
FROM import_reject r GROUP BY r.network_id`;
}

const MEMBERS = `FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
WHERE a.status <> 'ended' AND m.merged_into IS NULL`;
