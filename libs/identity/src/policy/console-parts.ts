import type { Viewer } from '../viewer.js';
import { may } from './policy.js';

/** The parts of a console for people who work with the directory, in the order in which one shows them. */
export const CONSOLE_PARTS = [
  'inbox',
  'members',
  'imports',
  'calls',
  'desk',
  'deployments-of-desk',
  'network',
  'needs',
  'introductions',
  'deployments',
  'processes',
  'shared-shortlists',
  'teams',
  'scarcity',
  'exposure',
  'metrics',
  'organizations',
  'accounts',
  'invitations',
  'networks',
  'programs',
  'stuck',
  'audit-log',
  'machinery',
  'own-profile',
] as const;
export type ConsolePart = (typeof CONSOLE_PARTS)[number];

/**
 * What decides whether a viewer is shown a part: whether the policy lets her do what the part is for.
 *
 * @param verified whether her organization is verified now
 */
export function consolePartsOf(viewer: Viewer, verified: boolean): ConsolePart[] {
  const { networkIds, organizationId, mediatorId, userId } = viewer;
  const ofNetwork = (is: (networkId: string) => boolean) => networkIds.some(is);
  const own = { organizationId, verified } as const;
  const sides = { ...own, networkId: null, mediatorId: null } as const;
  const shown: Record<ConsolePart, boolean> = {
    inbox: may(viewer, 'read', { kind: 'inbox', networkId: null }),
    members: ofNetwork((networkId) => may(viewer, 'read', { kind: 'work-list', networkId })),
    imports: ofNetwork((networkId) => may(viewer, 'upload', { kind: 'import', networkId })),
    calls: ofNetwork((networkId) => may(viewer, 'read', { kind: 'call', networkId })),
    desk: ofNetwork((networkId) => may(viewer, 'read-desk', deskSide('introduction', networkId))),
    'deployments-of-desk': ofNetwork((networkId) =>
      may(viewer, 'clear', deskSide('deployment', networkId)),
    ),
    network: ofNetwork((networkId) => may(viewer, 'edit', { kind: 'network', networkId })),
    needs: may(viewer, 'create', { kind: 'need', ...own }),
    introductions: may(viewer, 'request', { kind: 'introduction', ...sides }),
    deployments: may(viewer, 'plan', { kind: 'deployment', ...sides }),
    processes:
      may(viewer, 'create', { kind: 'peace-process', ...own }) ||
      may(viewer, 'create', { kind: 'peace-process', organizationId: null, verified: false }),
    'shared-shortlists': may(viewer, 'read', { kind: 'share', ...own, userId }),
    teams: may(viewer, 'list', { kind: 'team', requestedBy: null }),
    scarcity: may(viewer, 'analyse', { kind: 'directory' }),
    exposure:
      may(viewer, 'read-all', { kind: 'exposure', networkId: null }) ||
      ofNetwork((networkId) => may(viewer, 'read', { kind: 'exposure', networkId })),
    metrics:
      may(viewer, 'read-all', { kind: 'metrics', networkId: null, ...own }) ||
      may(viewer, 'read', { kind: 'metrics', networkId: null, ...own }) ||
      ofNetwork((networkId) =>
        may(viewer, 'read', { kind: 'metrics', networkId, organizationId: null, verified: false }),
      ),
    organizations: may(viewer, 'list', { kind: 'organization', organizationId: null }),
    accounts: may(viewer, 'list', { kind: 'account', userId: null }),
    invitations:
      may(viewer, 'list', { kind: 'invitation', role: 'administrator', networkId: null }) ||
      ofNetwork((networkId) =>
        may(viewer, 'list', { kind: 'invitation', role: 'mediator', networkId }),
      ),
    networks: may(viewer, 'create', { kind: 'network', networkId: null }),
    programs:
      may(viewer, 'list', { kind: 'service-account', networkId: null }) ||
      ofNetwork((networkId) => may(viewer, 'list', { kind: 'service-account', networkId })),
    stuck: may(viewer, 'read-stuck', { kind: 'inbox', networkId: null }),
    'audit-log': may(viewer, 'verify', { kind: 'audit-log' }),
    machinery: may(viewer, 'read', { kind: 'machinery' }),
    'own-profile':
      mediatorId !== null &&
      may(viewer, 'read-all', { kind: 'profile', mediatorId, networkIds: [] }),
  };
  return CONSOLE_PARTS.filter((part) => shown[part]);
}

function deskSide<K extends 'introduction' | 'deployment'>(kind: K, networkId: string) {
  return { kind, organizationId: null, verified: false, networkId, mediatorId: null } as const;
}
