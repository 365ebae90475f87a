import { OPERATOR, PUBLIC_VIEWER, type Viewer } from '#identity';
import { ActorKeeper, NetworkImport, readNetworkFile } from '#wps';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { ORGANIZATION } from './accounts.js';
import type { TestApi } from './api.js';

/** Frameworks and forms that were compared with their documents, or have none. */
export const CHECKED_FILES = ['docs/examples/wps-frameworks.json', 'docs/examples/wps-forms.json'];

/** Those that nobody has compared. */
export const UNCHECKED_FILES = readdirSync('docs/examples/unchecked')
  .filter((name) => name.endsWith('.json'))
  .map((name) => `docs/examples/unchecked/${name}`);

/** What a file states. */
export function networkFile(path: string): ReturnType<typeof readNetworkFile> {
  return readNetworkFile(JSON.parse(readFileSync(path, 'utf8')) as object);
}

const SOURCE = { source: 'A treaty of this test', asOf: '2026-01-01' };

/** Fictional actors: two states of one region, one of another, all in the network; and civil society in the first state. */
export const WPS_WORLD = {
  actors: [
    { code: 'wps-focal-points', kind: 'network', names: { en: 'The network' } },
    { code: 'river-union', kind: 'regional-organization', names: { en: 'River Union' } },
    { code: 'aruba-hills', kind: 'state', names: { en: 'Aruba Hills', fr: 'Collines' } },
    { code: 'reed-coast', kind: 'state', names: { en: 'Reed Coast' } },
    { code: 'far-isles', kind: 'state', names: { en: 'Far Isles' } },
    {
      code: 'women-of-hills',
      kind: 'civil-society',
      names: { en: 'Women of the Hills' },
      parent: 'aruba-hills',
    },
  ],
  memberships: [
    { actor: 'aruba-hills', grouping: 'river-union', ...SOURCE },
    { actor: 'reed-coast', grouping: 'river-union', ...SOURCE },
    ...['aruba-hills', 'reed-coast', 'far-isles', 'river-union'].map((actor) => ({
      actor,
      grouping: 'wps-focal-points',
      ...SOURCE,
    })),
  ],
  offices: [
    { actor: 'reed-coast', grouping: 'wps-focal-points', role: 'chair', source: 'A minute' },
  ],
};

export type WpsCode =
  | 'aruba-hills'
  | 'reed-coast'
  | 'far-isles'
  | 'river-union'
  | 'women-of-hills'
  | 'wps-focal-points';

/** Makes an organization that acts for an actor, and a viewer of it. */
export async function actFor(
  { app, services }: TestApi,
  code: string,
  grant: 'focal-point' | 'organizer' = 'focal-point',
): Promise<Viewer> {
  const organization = await services.identity.organizations.create(OPERATOR, {
    ...ORGANIZATION,
    name: `Office of ${code}`,
  });
  const keeper = app.get(ActorKeeper);
  const draft = await services.database.transaction((tx) => keeper.draftOf(tx, code));
  const [row] = await services.database.query<{ revision: number }>(
    'SELECT revision FROM wps_actor WHERE code = $1',
    [code],
  );
  await keeper.save(OPERATOR, row!.revision, { ...draft!, organizationId: organization.id });
  const userId = randomUUID();
  return {
    ...PUBLIC_VIEWER,
    name: `user:${userId}`,
    userId,
    grants: ['anyone', 'user', grant],
    organizationId: organization.id,
  };
}

/** Imports the world, and gives for each actor a viewer of an organization that acts for it. */
export async function openWpsWorld(api: TestApi): Promise<Record<WpsCode, Viewer>> {
  await api.app.get(NetworkImport).apply(OPERATOR, readNetworkFile(WPS_WORLD));
  return {
    'aruba-hills': await actFor(api, 'aruba-hills'),
    'reed-coast': await actFor(api, 'reed-coast'),
    'far-isles': await actFor(api, 'far-isles'),
    'river-union': await actFor(api, 'river-union'),
    'women-of-hills': await actFor(api, 'women-of-hills', 'organizer'),
    'wps-focal-points': await actFor(api, 'wps-focal-points'),
  };
}
