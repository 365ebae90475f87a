/**
 * Needs for which somebody has become eligible at whom no organizer has looked. Columns of `WaitingRow`. It rests on what
 * was told, and not on what has become of the women since.
 */
export const SELECT_WAITING_NEEDS = `
SELECT 'new-candidates' AS kind, n.id, 'organizer' AS waits_for, NULL::uuid AS network_id, n.organization_id,
  NULL::uuid AS mediator_id, w.news_at AS since, NULL::timestamptz AS due_at, NULL::timestamptz AS wake_at
FROM need_watch w JOIN need n ON n.id = w.need_id
WHERE w.news_at IS NOT NULL AND n.state IN ('open', 'shortlisting')`;
