/** Applications that wait for the answer of a network. Columns of `WaitingRow`. */
export const SELECT_WAITING_APPLICATIONS = `
SELECT 'application' AS kind, a.id, 'coordinator' AS waits_for, c.network_id, NULL::uuid AS organization_id,
  NULL::uuid AS mediator_id, a.confirmed_at AS since, NULL::timestamptz AS due_at, NULL::timestamptz AS wake_at
FROM membership_application a JOIN membership_call c ON c.id = a.call_id
WHERE a.state = 'submitted'`;
