import type { NetworkView } from '#directory';
import type { Viewer } from '#identity';
import type { Locale } from '#vocabulary';
import DataLoader from 'dataloader';
import type { FastifyRequest } from 'fastify';
import type { Rooms } from '../rooms.js';
import { localeOf } from './locale.js';

/** What every resolver of one request is given: who asks, in which language, and what is loaded in batches. */
export interface Context {
  readonly viewer: Viewer;
  readonly locale: Locale;
  readonly requestId: string;
  readonly networks: DataLoader<string, NetworkView | null>;
}

export async function contextOf(
  request: FastifyRequest,
  { viewers, networks }: Pick<Rooms, 'viewers' | 'networks'>,
): Promise<Context> {
  return {
    viewer: await viewers.viewerOf(request.headers.authorization, request.id),
    locale: localeOf(request.headers['accept-language']),
    requestId: request.id,
    networks: new DataLoader(async (ids) => {
      const found = await networks.byIds(ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
  };
}
