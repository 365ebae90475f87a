import { DAYS_BEFORE_START, type DueBefore } from './clearance/kinds.js';
import { CLOSED_LINES } from './clearance/line-steps.js';
import { APPROVE_HOURS } from './emergency.service.js';
import { BLIND_DAYS } from './feedback/blind.js';

/** Days before the first day on which a line is due. */
const daysBefore = (Object.keys(DAYS_BEFORE_START) as DueBefore[])
  .map((due) => `WHEN '${due}' THEN ${DAYS_BEFORE_START[due]}`)
  .join(' ');
const closed = CLOSED_LINES.map((state) => `'${state}'`).join(', ');
/**
 * What waits in deployments. Columns of `WaitingRow`. Organizers are told of what is theirs to do, and of no line,
 * check-in or offer of hers. A host has no account: the desk follows its lines.
 *
 * @param days where a day begins by which something is due: where she is (`hers`), but in UTC for organizers, who would
 * learn from it where that is; or in UTC for everybody (`utc`), for operators, who are told nothing about her
 */
export const selectWaitingDeployments = (days: 'hers' | 'utc'): string => {
  const midnight = (day: string, waitsFor = `'coordinator'`) =>
    days === 'utc'
      ? `(${day})::timestamp AT TIME ZONE 'UTC'`
      : `(${day})::timestamp AT TIME ZONE CASE ${waitsFor} WHEN 'organizer' THEN 'UTC' ELSE d.time_zone END`;
  return `
SELECT 'deployment-to-clear' AS kind, d.id, 'coordinator' AS waits_for, d.network_id, NULL::uuid AS organization_id,
  d.mediator_id, d.created_at AS since, ${midnight('d.starts_on')} AS due_at, d.wake_at
FROM deployment d WHERE d.state = 'planned'
UNION ALL
SELECT 'clearance-lines', d.id, w.waits_for, CASE w.waits_for WHEN 'organizer' THEN NULL ELSE d.network_id END,
  CASE w.waits_for WHEN 'organizer' THEN d.organization_id END,
  CASE w.waits_for WHEN 'organizer' THEN NULL ELSE d.mediator_id END,
  d.created_at, min(${midnight(`d.starts_on - CASE l.due_before ${daysBefore} END`, 'w.waits_for')}), NULL
FROM deployment d JOIN clearance_line l ON l.deployment_id = d.id,
  LATERAL (SELECT CASE l.owner WHEN 'organizer' THEN 'organizer' WHEN 'mediator' THEN 'mediator' ELSE 'coordinator' END) w(waits_for)
WHERE d.state = 'clearing' AND l.state NOT IN (${closed}) GROUP BY d.id, w.waits_for
UNION ALL
SELECT 'deployment-to-begin', d.id, 'coordinator', d.network_id, NULL, d.mediator_id, d.created_at,
  ${midnight('d.starts_on')}, NULL
FROM deployment d WHERE d.state = 'ready'
UNION ALL
SELECT 'waiver-agreement', d.id, 'mediator', d.network_id, NULL, d.mediator_id, d.created_at, NULL, NULL
FROM deployment d JOIN clearance_line l ON l.deployment_id = d.id
WHERE d.state IN ('clearing', 'ready') AND l.state NOT IN (${closed}) AND l.seconded_by IS NOT NULL
  AND l.agreed_at IS NULL GROUP BY d.id
UNION ALL
SELECT 'check-in', d.id, 'mediator', d.network_id, NULL, d.mediator_id, c.due_at, c.missed_at, NULL
FROM deployment d JOIN check_in c ON c.deployment_id = d.id WHERE c.state = 'due' AND c.asked_at IS NOT NULL
UNION ALL
SELECT 'check-in-missed', d.id, 'coordinator', d.network_id, NULL, d.mediator_id, min(c.missed_at), min(c.missed_at), NULL
FROM deployment d JOIN check_in c ON c.deployment_id = d.id
WHERE d.state = 'active' AND c.state = 'missed' AND NOT EXISTS
  (SELECT FROM check_in later WHERE later.deployment_id = d.id AND later.made_at > c.missed_at) GROUP BY d.id
UNION ALL
SELECT 'emergency-approval', d.id, 'coordinator', d.network_id, NULL, d.mediator_id, e.asked_at,
  e.asked_at + interval '${APPROVE_HOURS} hours', NULL
FROM deployment d JOIN emergency_opening e ON e.deployment_id = d.id
WHERE e.approved_by IS NULL AND e.ended_at IS NULL
UNION ALL
SELECT 'extension-proposed', d.id, w.waits_for, CASE w.waits_for WHEN 'organizer' THEN NULL ELSE d.network_id END,
  CASE w.waits_for WHEN 'organizer' THEN d.organization_id END,
  CASE w.waits_for WHEN 'organizer' THEN NULL ELSE d.mediator_id END,
  d.began_at, ${midnight('d.ends_on', 'w.waits_for')}, NULL
FROM deployment d, (VALUES ('organizer', 'organizer'), ('desk', 'coordinator'), ('mediator', 'mediator')) w(side, waits_for)
WHERE d.state IN ('active', 'suspended') AND d.proposed_until IS NOT NULL AND w.side <> d.proposed_by
UNION ALL
SELECT 'deployment-outcome', d.id, 'organizer', NULL, d.organization_id, NULL, d.began_at,
  ${midnight('d.ends_on + 1', `'organizer'`)}, NULL
FROM deployment d WHERE d.state = 'active'
UNION ALL
SELECT 'experience-offer', d.id, 'mediator', d.network_id, NULL, d.mediator_id, d.ended_at, NULL, NULL
FROM deployment d WHERE d.experience = 'offered'
UNION ALL
SELECT 'deployment-feedback', d.id, w.side, CASE w.side WHEN 'mediator' THEN d.network_id END,
  CASE w.side WHEN 'organizer' THEN d.organization_id END, CASE w.side WHEN 'mediator' THEN d.mediator_id END,
  d.ended_at, d.ended_at + interval '${BLIND_DAYS} days', NULL
FROM deployment d, (VALUES ('organizer'), ('mediator')) w(side)
WHERE d.state IN ('completed', 'ended-early', 'closed') AND d.began_at IS NOT NULL
  AND NOT EXISTS (SELECT FROM deployment_feedback f WHERE f.deployment_id = d.id AND f.side = w.side)
  AND NOT EXISTS (SELECT FROM feedback_round r WHERE r.deployment_id = d.id AND r.released_at IS NOT NULL)
UNION ALL
SELECT 'lesson-draft', l.id, 'coordinator', l.network_id, NULL, NULL, l.created_at, NULL, NULL
FROM lesson l WHERE l.state = 'draft'
UNION ALL
SELECT 'second-place', p.id, 'mediator', d.network_id, NULL, p.mediator_id, p.created_at, p.wake_at, p.wake_at
FROM alongside_place p JOIN deployment d ON d.id = p.deployment_id WHERE p.state = 'proposed'
UNION ALL
SELECT 'second-place', p.id, w.side, NULL, CASE w.side WHEN 'organizer' THEN d.organization_id END,
  CASE w.side WHEN 'mediator' THEN d.mediator_id END, p.newcomer_agreed_at, p.wake_at, p.wake_at
FROM alongside_place p JOIN deployment d ON d.id = p.deployment_id,
  (VALUES ('organizer'), ('mediator')) w(side)
WHERE p.state = 'offered' AND CASE w.side WHEN 'organizer' THEN p.organizer_agreed_at ELSE p.mentor_agreed_at END IS NULL`;
};
