import type { TestApi } from './api.js';
import type { KindOfWrite } from './kill-writes/kind-of-write.js';
import { openKillWorld, type KillWorld } from './kill-writes/kill-world.js';
import { writesOfAdministrators } from './kill-writes/of-administrators.js';
import { writesOfNetworks } from './kill-writes/of-networks.js';
import { writesOfOrganizers } from './kill-writes/of-organizers.js';

/** Somebody for each role, and writes of each module. All stand for others that are made in the same way. */
export async function openKillWrites(
  api: TestApi,
): Promise<Pick<KillWorld, 'signIn'> & { readonly kinds: readonly KindOfWrite[] }> {
  const world = await openKillWorld(api);
  const kinds = [
    ...(await writesOfOrganizers(world)),
    ...writesOfNetworks(world),
    ...writesOfAdministrators(world),
  ];
  return { kinds, signIn: world.signIn };
}
