/**
 * All that decides of somebody who has signed in, as it stands now: a session, an account or a role that
 * was taken away is not there. Of a session `s` and its account `a`, where a condition holds.
 */
export function selectSignedIn(condition: string): string {
  return `
SELECT a.id AS "accountId", s.id AS "sessionId", s.second_factor AS "secondFactor", a.mediator_id AS "mediatorId",
  a.organization_id AS "organizationId", coalesce(o.state = 'verified', false) AS "organizationVerified",
  coalesce((SELECT json_agg(json_build_object('role', r.role, 'networkId', r.network_id) ORDER BY r.id)
    FROM account_role r WHERE r.account_id = a.id), '[]') AS roles
FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN organization o ON o.id = a.organization_id
WHERE s.ended_at IS NULL AND s.expires_at > now() AND a.state = 'active' AND ${condition}`;
}
