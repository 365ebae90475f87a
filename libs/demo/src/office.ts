import type { Database } from '#database';
import {
  type MatchService,
  needOfSlug,
  type NeedService,
  type ShortlistService,
} from '#engagement';
import { type NewOrganization, systemViewer, type Viewer } from '#identity';
import { OFFICE_NEED } from './needs.js';

/** Whom the demo's organizer asks for. */
export const OFFICE: NewOrganization = {
  name: 'Fictional Office for Peace (demo)',
  kind: 'un-entity',
};

/** How many women the office has chosen so far. */
const CHOSEN = 3;

/**
 * Begins a shortlist for the office's need, the best of the ranking on it, where there is none. Returns
 * the organization.
 */
export async function beginShortlist({
  database,
  needs,
  matches,
  shortlists,
}: {
  readonly database: Database;
  readonly needs: NeedService;
  readonly matches: MatchService;
  readonly shortlists: ShortlistService;
}): Promise<string | null> {
  const desk = await needOfSlug(database, OFFICE_NEED);
  if (!desk) return null;
  const { id: needId, organizationId } = desk;
  if (desk.begun) return organizationId;
  const organizer: Viewer = {
    ...systemViewer('demo'),
    grants: ['anyone', 'organizer'],
    clearance: 'VETTED',
    organizationId,
  };
  const request = await needs.request(organizer, needId);
  const { ranking } = await matches.match(organizer, request, { first: CHOSEN });
  const { id, revision } = await shortlists.create(organizer, needId, 'First choice');
  const choices = ranking.results.map((result) => ({ mediatorId: result.id }));
  if (choices.length > 0) await shortlists.add(organizer, id, revision, choices);
  return organizationId;
}
