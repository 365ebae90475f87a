import type { Database } from '#database';
import { standingsOf } from '#directory';
import {
  type MatchService,
  needOfSlug,
  type NeedService,
  type ShortlistService,
} from '#engagement';
import { type NewOrganization, systemViewer, type Viewer } from '#identity';
import { OFFICE_NEEDS, type OfficeNeed, slugOf } from './stories/office-needs.js';

/** Whom the demo's organizer asks for. */
export const OFFICE: NewOrganization = {
  name: 'Fictional Office for Peace (demo)',
  kind: 'un-entity',
};

interface OfficeServices {
  readonly database: Database;
  readonly needs: NeedService;
  readonly matches: MatchService;
  readonly shortlists: ShortlistService;
}

/** Of how many women at the top of a ranking the office chooses. */
const LOOKED_AT = 200;

/** Without these consents nobody can be asked. */
const ASKED_WITH = ['MATCHED', 'CONTACTED'] as const;

/**
 * Begins a shortlist for each need of the office that has none: the best of its ranking who can be asked, and who are on
 * no other shortlist. Returns the organization; null where the office has not all its needs.
 *
 * @param member internal id of the woman who signs in to the demo; she is chosen where a story is of her
 */
export async function beginShortlists(
  services: OfficeServices,
  member: string,
): Promise<string | null> {
  const found = await Promise.all(
    OFFICE_NEEDS.map(async (need) => ({
      need,
      stored: await needOfSlug(services.database, slugOf(need)),
    })),
  );
  const organizationId = found[0]?.stored?.organizationId ?? null;
  if (organizationId === null || found.some(({ stored }) => !stored)) return null;
  if (found.every(({ stored }) => stored?.begun)) return organizationId;
  const organizer: Viewer = {
    ...systemViewer('demo'),
    grants: ['anyone', 'organizer'],
    clearance: 'VETTED',
    organizationId,
  };
  const chosen = new Set<string>([member]);
  for (const { need, stored } of found) {
    const needId = stored?.id ?? '';
    const choices = await choose(services, organizer, needId, need, { chosen, member });
    for (const mediatorId of choices) chosen.add(mediatorId);
    if (stored?.begun) continue;
    const { id, revision } = await services.shortlists.create(organizer, needId, 'First choice');
    const added = choices.map((mediatorId) => ({ mediatorId }));
    await services.shortlists.add(organizer, id, revision, added);
  }
  return organizationId;
}

async function choose(
  { database, needs, matches }: OfficeServices,
  organizer: Viewer,
  needId: string,
  { named, hidden, stories }: OfficeNeed,
  { chosen, member }: { readonly chosen: ReadonlySet<string>; readonly member: string },
): Promise<string[]> {
  const request = await needs.request(organizer, needId);
  const { ranking } = await matches.match(organizer, request, { first: LOOKED_AT });
  const ids = ranking.results.map((result) => result.id);
  const standings = await standingsOf(database, ids);
  const free = ids.filter((id) => {
    const consents = standings.get(id)?.consents ?? [];
    return !chosen.has(id) && ASKED_WITH.every((one) => consents.includes(one));
  });
  const isHidden = (id: string) => standings.get(id)?.pseudonymous ?? false;
  return [
    ...free.filter((id) => !isHidden(id)).slice(0, named),
    ...free.filter(isHidden).slice(0, hidden),
    ...(stories.some(({ who }) => who === 'member') ? [member] : []),
  ];
}
