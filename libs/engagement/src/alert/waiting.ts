import { SELECT_RANKED_BY_NAME } from '#directory';

/**
 * Needs for which somebody has become eligible at whom no organizer has looked, and who can be seen now: whoever has gone
 * since is as if she had never been there. Columns of `WaitingRow`.
 */
export const SELECT_WAITING_NEEDS = `
SELECT 'new-candidates' AS kind, n.id, 'organizer' AS waits_for, NULL::uuid AS network_id, n.organization_id,
  NULL::uuid AS mediator_id, min(w.found_at) AS since, NULL::timestamptz AS due_at, NULL::timestamptz AS wake_at
FROM need_watch_woman w JOIN need n ON n.id = w.need_id
JOIN (${SELECT_RANKED_BY_NAME}) m ON m.id = w.mediator_id AND m.public_id = w.public_id
WHERE w.news AND n.state IN ('open', 'shortlisting') GROUP BY n.id`;
