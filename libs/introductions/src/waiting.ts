/**
 * What waits in introductions. Columns of `WaitingRow`. What waits for organizers comes from their own side alone, so
 * it tells them nothing that they are not shown.
 */
export const SELECT_WAITING_INTRODUCTIONS = `
SELECT 'introduction-request' AS kind, id,
  CASE WHEN network_id IS NULL THEN 'administrator' ELSE 'coordinator' END AS waits_for,
  network_id, NULL::uuid AS organization_id, mediator_id, requested_at AS since, desk_due_at AS due_at, wake_at
FROM introduction WHERE state = 'requested'
UNION ALL
SELECT 'declaration-review', id, 'coordinator', network_id, NULL, mediator_id, accepted_at, lapses_at, wake_at
FROM introduction WHERE state = 'accepted' AND reviewed_at IS NULL
UNION ALL
SELECT 'relay-message', i.id, 'coordinator', i.network_id, NULL, i.mediator_id, min(r.created_at), NULL, NULL
FROM introduction i JOIN relay_message r ON r.introduction_id = i.id
WHERE r.state = 'waiting' AND i.network_id IS NOT NULL GROUP BY i.id
UNION ALL
SELECT 'introduction-answer', id, 'mediator', network_id, NULL, mediator_id, forwarded_at, answer_due_at, wake_at
FROM introduction WHERE state = 'forwarded' AND paused_at IS NULL
UNION ALL
SELECT 'channel-release', id, 'mediator', network_id, NULL, mediator_id, confirmed_at, lapses_at, wake_at
FROM introduction WHERE state = 'confirmed'
UNION ALL
SELECT CASE state WHEN 'returned' THEN 'introduction-returned' WHEN 'question' THEN 'introduction-question'
    WHEN 'accepted' THEN 'introduction-confirmation' ELSE 'introduction-outcome' END,
  id, 'organizer', NULL, organization_id, NULL, requested_at, due_at, due_at
FROM introduction_shown
WHERE state IN ('returned', 'question', 'connected') OR state = 'accepted' AND reviewed`;
