import type { ListResult } from '#kernel';
import type {
  FieldChange,
  HistoryPage,
  HistoryService,
  NamedWoman,
  NetworkView,
  ProfilePast,
  WholeProfile,
} from '#directory';
import type { Client, Viewer } from '#identity';
import type { Locale } from '#vocabulary';
import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '../http/client-of.js';
import { DeviceCookie } from '../http/device-cookie.js';
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
  /** Notes that the browser of this request has signed in to an account. */
  readonly rememberDevice: (accountId: string) => void;
  readonly networks: DataLoader<string, NetworkView | null>;
  /** Keys of women by how an argument names them; see `mediatorKey`. */
  readonly women: DataLoader<NamedWoman, string>;
  /** What women are called outside, by key; null where there is none, and for all but her curators and herself. */
  readonly publicIds: DataLoader<string, string | null>;
  /** Ids of networks by slug. */
  readonly networkIds: DataLoader<string, string | null>;
  readonly pasts: DataLoader<WholeProfile, ProfilePast>;
  /** Null where the history is not for this viewer. */
  readonly histories: DataLoader<HistoryAsk, ListResult<FieldChange> | null>;
}

/** A page of one profile's history. */
export interface HistoryAsk {
  readonly profile: WholeProfile;
  readonly page: HistoryPage;
}

/** @throws GraphQLError, masked, where it cannot be told who asks */
export async function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    viewers,
    mediatorIds,
    networks,
    history,
    identity,
  }: Pick<Rooms, 'identity' | 'viewers' | 'mediatorIds' | 'networks' | 'history'>,
  secure: boolean,
): Promise<Context> {
  const viewer = await viewerOf(request, viewers);
  return {
    viewer,
    locale: localeOf(request.headers['accept-language']),
    requestId: request.id,
    client: clientOf(request),
    rememberDevice: (accountId) =>
      new DeviceCookie(identity.knownDevices, secure).remember(reply, accountId),
    refreshCookie: new RefreshCookie(request, reply, secure),
    networks: new DataLoader(async (ids) => {
      const found = await networks.byIds(ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
    // Ids change within a request that makes a woman pseudonymous: nothing is remembered.
    women: new DataLoader((named) => mediatorIds.keysOf(viewer, named), { cache: false }),
    publicIds: new DataLoader(
      async (keys) => {
        const found = await mediatorIds.publicIdsFor(viewer, keys);
        return keys.map((key) => found.get(key) ?? null);
      },
      { cache: false },
    ),
    networkIds: new DataLoader(async (slugs) =>
      Promise.all(slugs.map(async (slug) => (await networks.bySlug(slug))?.id ?? null)),
    ),
    pasts: new DataLoader((profiles) => history.pasts(viewer, profiles)),
    histories: new DataLoader((asks) => historiesOf(viewer, history, asks)),
  };
}

/** One statement for all that ask for the same page, such as the first of each profile of a list. */
async function historiesOf(
  viewer: Viewer,
  history: HistoryService,
  asks: readonly HistoryAsk[],
): Promise<(ListResult<FieldChange> | null)[]> {
  const pages = new Map<string, HistoryAsk[]>();
  for (const ask of asks) {
    const key = `${ask.page.first}:${ask.page.after ?? ''}`;
    pages.set(key, [...(pages.get(key) ?? []), ask]);
  }
  const found = new Map<HistoryAsk, ListResult<FieldChange> | null>();
  for (const same of pages.values()) {
    const [first] = same;
    if (!first) continue;
    const profiles = same.map(({ profile }) => profile);
    const results = await history.changes(viewer, profiles, first.page);
    for (const [i, ask] of same.entries()) found.set(ask, results[i] ?? null);
  }
  return asks.map((ask) => found.get(ask) ?? null);
}

async function viewerOf(request: FastifyRequest, viewers: Rooms['viewers']): Promise<Viewer> {
  try {
    return await viewers.viewerOf(request.headers.authorization, request.id);
  } catch (error) {
    throw contextFailure(error, request.id);
  }
}
