import type { NetworkService, NetworkView } from '#directory';
import { PUBLIC_VIEWER, type Viewer } from '#identity';
import type { Locale } from '#vocabulary';
import DataLoader from 'dataloader';
import type { FastifyRequest } from 'fastify';
import { localeOf } from './locale.js';

/** What every resolver of one request is given: who asks, in which language, and what is loaded in batches. */
export interface Context {
  readonly viewer: Viewer;
  readonly locale: Locale;
  readonly requestId: string;
  readonly networks: DataLoader<string, NetworkView | null>;
}

export function contextOf(request: FastifyRequest, networks: NetworkService): Context {
  return {
    viewer: PUBLIC_VIEWER,
    locale: localeOf(request.headers['accept-language']),
    requestId: request.id,
    networks: new DataLoader(async (ids) => {
      const found = await networks.byIds(ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
  };
}
