/** Networks that have a coordinator who can sign in. Selects `id`. */
export const SELECT_COORDINATED_NETWORKS = `SELECT r.network_id AS id
  FROM account_role r JOIN account a ON a.id = r.account_id
  WHERE r.role = 'coordinator' AND a.state = 'active' AND r.network_id IS NOT NULL`;

/** Organizations that have an organizer who can sign in. Selects `id`. */
export const SELECT_STAFFED_ORGANIZATIONS = `SELECT a.organization_id AS id
  FROM account_role r JOIN account a ON a.id = r.account_id
  WHERE r.role = 'organizer' AND a.state = 'active' AND a.organization_id IS NOT NULL`;
