/**
 * What waits for coordinators in the directory: profiles to review, and corrections that women ask for. Every network
 * that lists her is asked. A correction is due a month after it was asked for (Article 12(3) of the GDPR). Columns of
 * `WaitingRow`.
 */
export const SELECT_WAITING_PROFILES = `
SELECT 'profile-review' AS kind, m.id, 'coordinator' AS waits_for, a.network_id, NULL::uuid AS organization_id,
  m.id AS mediator_id, m.updated_at AS since, NULL::timestamptz AS due_at, NULL::timestamptz AS wake_at
FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
WHERE a.status <> 'ended' AND m.merged_into IS NULL AND m.state = 'submitted'
UNION ALL
SELECT 'correction', c.id, 'coordinator', a.network_id, NULL, m.id,
  c.requested_at, c.requested_at + interval '1 month', NULL
FROM correction c JOIN mediator m ON m.id = c.mediator_id JOIN affiliation a ON a.mediator_id = m.id
WHERE c.state = 'open' AND a.status <> 'ended' AND m.merged_into IS NULL`;
