import { idOf } from './ids.js';
import type { HiddenNeed } from './others.js';

/** Two states, the region to which both belong, and the network: of the viewer's organization and of another. */
export const OWN_ACTOR = idOf(40, 0);
export const OTHER_ACTOR = idOf(40, 1);
export const REGION = idOf(40, 2);
export const OWN_FOCAL_POINT = idOf(41, 0);
export const HIDDEN_FOCAL_POINT = idOf(42, 0);

const actor = (id: string, code: string, kind: string, organization: string | null = null) => ({
  id,
  code,
  kind,
  names: { en: `Actor ${code}` },
  organization_id: organization,
  fictional: true,
  revision: 1,
});

/** What is the same in every directory, by table. */
export function ownWpsRows(own: string, others: string): Record<string, Record<string, unknown>[]> {
  const network = idOf(40, 3);
  return {
    wps_actor: [
      actor(OWN_ACTOR, 'x-own', 'state', own),
      actor(OTHER_ACTOR, 'x-other', 'state', others),
      actor(REGION, 'x-region', 'regional-organization'),
      actor(network, 'wps-focal-points', 'network'),
    ],
    wps_membership: [OWN_ACTOR, OTHER_ACTOR].flatMap((id, n) =>
      [REGION, network].map((grouping, m) => ({
        id: idOf(43, 2 * n + m),
        actor_id: id,
        grouping_id: grouping,
        source: 'A treaty',
        as_of: '2026-01-01',
      })),
    ),
    wps_focal_point: [
      focalPoint(OWN_FOCAL_POINT, OWN_ACTOR, 'own', 'Unit 1325'),
      focalPoint(idOf(41, 1), OTHER_ACTOR, 'public', 'Public office'),
      focalPoint(idOf(41, 2), OTHER_ACTOR, 'region', 'Office for the region'),
    ],
  };
}

/** What the other state keeps to itself, by table. */
export function hiddenWpsRows(
  needs: readonly HiddenNeed[],
): Record<string, Record<string, unknown>[]> {
  return {
    wps_focal_point: needs.map(({ title }, n) =>
      focalPoint(idOf(42, n), OTHER_ACTOR, 'own', `Hidden ${title}`),
    ),
  };
}

function focalPoint(id: string, actorId: string, sharing: string, office: string) {
  return {
    id,
    actor_id: actorId,
    office,
    office_position: 'unit',
    deputy: false,
    from_day: '2026-01-01',
    sharing,
    revision: 1,
  };
}
