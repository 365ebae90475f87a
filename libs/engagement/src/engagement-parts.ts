import type { HeldDataPart } from '#identity';

/** That she was named in a team, when; not by whom, and with whom. */
const TEAMS = `
SELECT to_jsonb(r.created_at) AS at, r.state FROM team_run_mediator m JOIN team_run r ON r.id = m.run_id
WHERE m.mediator_id = $1 OR m.mediator_id IN (SELECT id FROM mediator WHERE merged_into = $1)
ORDER BY r.id`;

/** What this room holds about a woman. */
export function engagementParts(): HeldDataPart[] {
  return [
    {
      name: 'teams',
      tables: ['team_run_mediator'],
      read: async (tx, _viewer, id) => tx.query(TEAMS, [id]),
      erasure: 'goes-with-her-row',
    },
  ];
}
