import type { AccountRole } from '../graph/types.js';
import { ROUTES } from './routes.js';

/** An entry of the menu, whose words are the message `menu.<key>`. */
export interface MenuEntry {
  readonly key: MenuKey;
  readonly path: string;
  readonly roles: readonly AccountRole[];
}

/** The menu, in groups (`group.<group>`), with the screens that have an entry. */
const GROUPS = {
  work: ['inbox'],
  agenda: [
    'owing',
    'plans',
    'wpsReports',
    'wpsLessons',
    'analyses',
    'region',
    'meetings',
    'offices',
    'focalPoints',
    'indicators',
  ],
  network: ['members', 'imports', 'desk', 'applications', 'network'],
  process: ['needs', 'shortlists', 'introductions', 'deployments', 'processes'],
  directory: ['mediators', 'programs'],
  figures: ['scarcity', 'scarcityMap', 'exposure', 'metrics'],
  administration: ['organizations', 'accounts', 'networks', 'hidings', 'breaches', 'operation'],
} as const;

export type MenuGroup = keyof typeof GROUPS;
export type MenuKey = (typeof GROUPS)[MenuGroup][number];

export const MENU: readonly {
  readonly group: MenuGroup;
  readonly entries: readonly MenuEntry[];
}[] = (Object.keys(GROUPS) as MenuGroup[]).map((group) => ({
  group,
  entries: GROUPS[group].flatMap((key) =>
    ROUTES.filter(({ menu }) => menu === key).map(({ path, roles }) => ({ key, path, roles })),
  ),
}));
