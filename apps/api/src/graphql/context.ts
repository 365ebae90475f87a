import type { ListResult } from '#kernel';
import {
  HistoryService,
  MediatorIds,
  NetworkService,
  ProfileService,
  type FieldChange,
  type HistoryPage,
  type NamedWoman,
  type NetworkView,
  type ProfilePast,
  type ProfileView,
  type WholeProfile,
} from '#directory';
import type { Client, Viewer } from '#identity';
import type { Locale } from '#vocabulary';
import { Injectable } from '@nestjs/common';
import { MentoringService, type ShownMentoring } from '#deployments';
import { PlanService, type PlanFinding, type PlanParts, type PlanView } from '#wps';
import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '../http/client-of.js';
import { DeviceCookie } from '../http/device-cookie.js';
import { PublicAddress } from '../http/public-address.js';
import { RefreshCookie } from '../http/refresh-cookie.js';
import { RefusedRequests } from '../http/refused-requests.js';
import { RequestViewers, type Asking } from '../http/request-viewers.js';
import { DocumentReading } from './cost/document-reading.js';
import { causeOf, contextFailure } from './errors.js';
import { localeOf } from '../http/locale.js';
import { StoredOperations } from './stored-operations.js';

/** What every resolver of one request is given: who asks, in which language, and what is loaded in batches. */
export interface Context {
  readonly viewer: Viewer;
  readonly locale: Locale;
  readonly requestId: string;
  /** By which the client says that it may send the same changes again; null where it gives none. */
  readonly idempotencyKey: string | null;
  /** From where it comes, for whatever concerns signing in. */
  readonly client: Client;
  readonly refreshCookie: RefreshCookie;
  /** The stored document that the request names by its hash; null where it brings its own. */
  readonly storedDocument: string | null;
  /** Notes that the browser of this request has signed in to an account. */
  readonly rememberDevice: (accountId: string) => void;
  readonly networks: DataLoader<string, NetworkView | null>;
  /** Active chapters by the id of their network. */
  readonly chapters: DataLoader<string, NetworkView[]>;
  /** Keys of women by how an argument names them; see `mediatorKey`. */
  readonly women: DataLoader<NamedWoman, string>;
  /** What women are called outside, by key; null where there is none, and for all but her curators and herself. */
  readonly publicIds: DataLoader<string, string | null>;
  /** What their curators list women as, by key; null for all others. */
  readonly listedNames: DataLoader<string, string | null>;
  /** Women as the viewer may see them, by key; null for whom she may not. */
  readonly mediators: DataLoader<string, ProfileView | null>;
  /** Ids of networks by slug. */
  readonly networkIds: DataLoader<string, string | null>;
  /** What profiles tell of mentoring, by public id. */
  readonly mentorings: DataLoader<string, ShownMentoring[]>;
  /** What belongs to action plans that the viewer was given. */
  readonly planParts: DataLoader<PlanView, PlanParts>;
  /** What such plans say of themselves. */
  readonly planFindings: DataLoader<PlanView, PlanFinding[]>;
  readonly pasts: DataLoader<WholeProfile, ProfilePast>;
  /** Null where the history is not for this viewer. */
  readonly histories: DataLoader<HistoryAsk, ListResult<FieldChange> | null>;
}

/** A page of one profile's history. */
export interface HistoryAsk {
  readonly profile: WholeProfile;
  readonly page: HistoryPage;
}

/** Makes the context of each request. */
@Injectable()
export class RequestContexts {
  constructor(
    private readonly viewers: RequestViewers,
    private readonly stored: StoredOperations,
    private readonly mediatorIds: MediatorIds,
    private readonly networks: NetworkService,
    private readonly profiles: ProfileService,
    private readonly history: HistoryService,
    private readonly mentorings: MentoringService,
    private readonly plans: PlanService,
    private readonly device: DeviceCookie,
    private readonly address: PublicAddress,
    private readonly reading: DocumentReading,
    private readonly refused: RefusedRequests,
  ) {}

  /** @throws GraphQLError: TOO_MANY_REQUESTS, OPERATION_NOT_STORED, DOCUMENT_NOT_TRUSTED; masked, where it cannot be told who asks */
  async of(request: FastifyRequest, reply: FastifyReply): Promise<Context> {
    const { mediatorIds, networks, profiles, history, mentorings, plans } = this;
    const client = clientOf(request);
    const locale = localeOf(request.headers['accept-language']);
    const { viewer, byCookie } = await this.asking(request, client, locale);
    const planParts = new DataLoader<PlanView, PlanParts>(async (views) => {
      const found = await plans.parts(views);
      return views.map(({ id }) => found.get(id)!);
    });
    return {
      viewer,
      locale,
      requestId: request.id,
      idempotencyKey: request.headers['idempotency-key']?.toString() ?? null,
      client,
      storedDocument: this.storedDocument(request, byCookie),
      rememberDevice: (accountId) => this.device.remember(reply, accountId),
      refreshCookie: new RefreshCookie(request, reply, this.address.secure),
      networks: new DataLoader(async (ids) => {
        const found = await networks.byIds(ids);
        return ids.map((id) => found.get(id) ?? null);
      }),
      chapters: new DataLoader(async (ids) => {
        const found = await networks.chaptersOf(ids);
        return ids.map((id) => found.get(id) ?? []);
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
      listedNames: new DataLoader(async (keys) => {
        const found = await profiles.wholes(viewer, keys);
        return keys.map((key) => {
          const whole = found.get(key);
          return whole?.displayName ?? whole?.fullName ?? null;
        });
      }),
      mediators: new DataLoader(async (keys) => {
        const found = await profiles.viewsByIds(viewer, keys);
        return keys.map((key) => found.get(key) ?? null);
      }),
      networkIds: new DataLoader(async (slugs) =>
        Promise.all(slugs.map(async (slug) => (await networks.bySlug(slug))?.id ?? null)),
      ),
      mentorings: new DataLoader(async (ids) => {
        const found = await mentorings.shownOf(ids);
        return ids.map((id) => found.get(id) ?? []);
      }),
      planParts,
      planFindings: new DataLoader(async (views) => {
        const parts = (await planParts.loadMany(views)) as PlanParts[];
        const byId = new Map(views.map(({ id }, n) => [id, parts[n]!]));
        const found = await plans.findings(viewer, views, byId);
        return views.map(({ id }) => found.get(id)!);
      }),
      pasts: new DataLoader((whole) => history.pasts(viewer, whole)),
      histories: new DataLoader((asks) => historiesOf(viewer, history, asks)),
    };
  }

  private async asking(request: FastifyRequest, client: Client, locale: Locale): Promise<Asking> {
    try {
      const asking = await this.viewers.asking(request);
      await this.reading.admit(asking.viewer, client, request);
      return asking;
    } catch (error) {
      this.refused.note(causeOf(error), request);
      throw contextFailure(error, request.id, locale);
    }
  }

  private storedDocument(request: FastifyRequest, byCookie: boolean): string | null {
    try {
      return this.stored.documentOf(request.body, byCookie);
    } catch (error) {
      this.refused.note(error, request, 'untrusted-document');
      throw error;
    }
  }
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
