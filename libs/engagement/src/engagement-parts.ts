import { SELECT_HER_RECORDS } from '#directory';
import { SELECT_HER_ACCOUNTS, type PersonalDataPart } from '#identity';
import type { Vault } from '#vault';
import { sharedShortlistsPart, shortlistPart } from './shortlist/shortlist-part.js';

/** The title of a need is hers to know where everyone may. Of a need that is not, she is told that it was one. */
const EXPOSURES = `
SELECT e.kind, e.rank, to_jsonb(e.at) AS at,
  CASE WHEN n.confidentiality = 'public' AND n.state <> 'draft' THEN n.title ELSE 'a restricted need' END AS need
FROM exposure e JOIN need n ON n.id = e.need_id
WHERE e.mediator_id IN (${SELECT_HER_RECORDS})
ORDER BY e.at, n.id, e.kind`;

/** That she was found eligible for a need whose organizers want to be told of others. */
const WATCHED = `
SELECT to_jsonb(w.found_at) AS at,
  CASE WHEN n.confidentiality = 'public' AND n.state <> 'draft' THEN n.title ELSE 'a restricted need' END AS need
FROM need_watch_woman w JOIN need n ON n.id = w.need_id
WHERE w.mediator_id IN (${SELECT_HER_RECORDS})
ORDER BY w.found_at, n.id, w.public_id`;

/** Of which needs she is told in her work for an organization. */
const TOLD = `
SELECT n.title AS need, a.rhythm FROM need_alert a JOIN need n ON n.id = a.need_id
WHERE a.account_id IN (${SELECT_HER_ACCOUNTS}) ORDER BY n.id`;

/** That she was named in a team, when; not by whom, and with whom. */
const TEAMS = `
SELECT to_jsonb(r.created_at) AS at, r.state FROM team_run_mediator m JOIN team_run r ON r.id = m.run_id
WHERE m.mediator_id IN (${SELECT_HER_RECORDS})
ORDER BY r.id`;

/** What this module holds about a woman. */
export function engagementParts(vault: Vault): PersonalDataPart[] {
  return [
    {
      name: 'exposures',
      tables: ['exposure'],
      read: async (tx, _viewer, id) => tx.query(EXPOSURES, [id]),
      erasure: 'goes-with-her-row',
    },
    {
      name: 'eligibleFor',
      tables: ['need_watch_woman'],
      read: async (tx, _viewer, id) => tx.query(WATCHED, [id]),
      erasure: 'goes-with-her-row',
    },
    {
      name: 'alerts',
      tables: ['need_alert'],
      read: async (tx, _viewer, id) => tx.query(TOLD, [id]),
      erasure: 'goes-with-her-row',
    },
    shortlistPart(vault),
    sharedShortlistsPart,
    {
      name: 'teams',
      tables: ['team_run_mediator'],
      read: async (tx, _viewer, id) => tx.query(TEAMS, [id]),
      erasure: 'goes-with-her-row',
    },
  ];
}
