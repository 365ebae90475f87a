import type { NetworkView } from '#directory';
import type { Client, Viewer } from '#identity';
import type { Locale } from '#vocabulary';
import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefreshCookie } from '../http/refresh-cookie.js';
import type { Rooms } from '../rooms.js';
import { contextFailure } from './context-failure.js';
import { localeOf } from './locale.js';

/** What every resolver of one request is given: who asks, in which language, and what is loaded in batches. */
export interface Context {
  readonly viewer: Viewer;
  readonly locale: Locale;
  readonly requestId: string;
  /** From where it comes, for whatever concerns signing in. */
  readonly client: Client;
  readonly refreshCookie: RefreshCookie;
  readonly networks: DataLoader<string, NetworkView | null>;
}

/** @throws GraphQLError, masked, where it cannot be told who asks */
export async function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { viewers, networks }: Pick<Rooms, 'viewers' | 'networks'>,
  secure: boolean,
): Promise<Context> {
  return {
    viewer: await viewerOf(request, viewers),
    locale: localeOf(request.headers['accept-language']),
    requestId: request.id,
    client: { address: request.ip, userAgent: request.headers['user-agent'] ?? '' },
    refreshCookie: new RefreshCookie(request, reply, secure),
    networks: new DataLoader(async (ids) => {
      const found = await networks.byIds(ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
  };
}

async function viewerOf(request: FastifyRequest, viewers: Rooms['viewers']): Promise<Viewer> {
  try {
    return await viewers.viewerOf(request.headers.authorization, request.id);
  } catch (error) {
    throw contextFailure(error, request.id);
  }
}
