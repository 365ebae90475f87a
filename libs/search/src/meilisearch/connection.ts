import { setTimeout } from 'node:timers/promises';
import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchError,
  type EnqueuedTaskPromise,
  type Index,
  type Task,
} from 'meilisearch';
import { generateTenantToken } from 'meilisearch/token';
import { INDEXED_CLEARANCES, type IndexedClearance } from '../document/search-document.js';
import { SearchUnavailableError } from '../errors.js';

/** The oldest server whose answers the adapter knows. */
const OLDEST = [1, 15] as const;
/** Milliseconds between two looks at a task: short at first, for most are done at once. */
const LOOK = { first: 20, longest: 500 };
/** A rebuild of a large index may keep its tasks waiting for long. */
const LONGEST_TASK = 30 * 60_000;
/**
 * Answers are small, and the server sends a compressed one in two parts, of which the second waits some
 * 40 ms for the first to be acknowledged.
 */
const UNCOMPRESSED = { headers: { 'accept-encoding': 'identity' } };
/** Milliseconds after which a request is given up: a person waits for the first. */
const PATIENCE = { search: 10_000, write: 60_000 };
const UNDER_WAY: ReadonlySet<string> = new Set(['enqueued', 'processing']);
const SEARCH_KEY = 'baraza-search';
const TOKEN_LIFE = 60 * 60_000;

export interface MeilisearchAccess {
  readonly url: string;
  readonly key: string;
  readonly index: string;
}

/** What a document looks like in Meilisearch. */
export type Stored = Record<string, unknown>;

/** The way in for searches of one clearance. */
export interface Searcher {
  readonly client: Meilisearch;
  readonly index: Index<Stored>;
}

/**
 * Two ways to one server: `admin` writes; `searcher` reads with a token that the server itself
 * confines to one clearance, so that no mistake in a filter can reach another.
 */
export class Connection {
  readonly admin: Meilisearch;
  private readonly searchers = new Map<IndexedClearance, Searcher & { until: number }>();
  private searchKey: { uid: string; key: string } | null = null;

  constructor(private readonly access: MeilisearchAccess) {
    this.admin = this.client(access.key, PATIENCE.write);
  }

  /** Checks version and key and finds or makes the key that tokens are made from. */
  async open(): Promise<void> {
    const { pkgVersion } = await asked(() => this.admin.getVersion());
    const [major = 0, minor = 0] = pkgVersion.split('.').map(Number);
    if (major !== OLDEST[0] || minor < OLDEST[1]) {
      throw new SearchUnavailableError(
        `Meilisearch ${pkgVersion} answers there: this version of Baraza needs ${OLDEST.join('.')} or later of version ${OLDEST[0]}.`,
      );
    }
    this.searchKey = await asked(() => this.findOrMakeSearchKey());
    // Tokens of another key may be held where the server lost its own.
    this.searchers.clear();
  }

  /** The index as searches of one clearance reach it. */
  async searcher(clearance: IndexedClearance): Promise<Searcher> {
    const held = this.searchers.get(clearance);
    const now = Date.now();
    if (held && held.until > now) return held;
    const apiKey = await this.token(clearance, new Date(now + TOKEN_LIFE));
    const client = this.client(apiKey, PATIENCE.search);
    const searcher = { client, index: client.index<Stored>(this.access.index) };
    this.searchers.set(clearance, { ...searcher, until: now + TOKEN_LIFE / 2 });
    return searcher;
  }

  /** Waits until the server has done a task. Its 202 only says that it will; a task can still fail. */
  async done(enqueued: EnqueuedTaskPromise): Promise<void> {
    const task = await this.ended(enqueued);
    if (task.status !== 'succeeded') throw notDone(task);
  }

  /**
   * Removes an index, and waits until there is none: one that still waits to be removed is there for
   * whoever asks, and takes with it what is put in.
   */
  async remove(uid: string): Promise<void> {
    const task = await this.ended(this.admin.deleteIndex(uid));
    if (task.status !== 'succeeded' && task.error?.code !== 'index_not_found') throw notDone(task);
  }

  /** A task when the server is through with it; the client's own waiting adds a listener with each look and removes none. */
  private async ended(enqueued: EnqueuedTaskPromise): Promise<Task> {
    const { taskUid } = await asked(() => enqueued);
    const until = Date.now() + LONGEST_TASK;
    let pause = LOOK.first;
    let task = await asked(() => this.admin.tasks.getTask(taskUid));
    while (UNDER_WAY.has(task.status) && Date.now() < until) {
      await setTimeout(pause);
      pause = Math.min(pause * 1.5, LOOK.longest);
      task = await asked(() => this.admin.tasks.getTask(taskUid));
    }
    return task;
  }

  private client(apiKey: string, timeout: number): Meilisearch {
    return new Meilisearch({ host: this.access.url, apiKey, timeout, requestInit: UNCOMPRESSED });
  }

  private async token(clearance: IndexedClearance, expiresAt: Date): Promise<string> {
    if (!this.searchKey) throw new SearchUnavailableError('Meilisearch has not been prepared.');
    const { uid, key } = this.searchKey;
    const searchRules = { [this.access.index]: { filter: `clearance = ${clearance}` } };
    return generateTenantToken({ apiKey: key, apiKeyUid: uid, searchRules, expiresAt });
  }

  private async findOrMakeSearchKey(): Promise<{ uid: string; key: string }> {
    const name = `${SEARCH_KEY} ${this.access.index}`;
    const { results } = await this.admin.getKeys({ limit: 1_000 });
    const found = results.find((candidate) => candidate.name === name);
    if (found) return found;
    return this.admin.createKey({
      name,
      description: 'Tenant tokens of Baraza, one for each clearance.',
      actions: ['search'],
      indexes: [this.access.index],
      expiresAt: null,
    });
  }
}

/** Every clearance that documents exist for. */
export const CLEARANCES = INDEXED_CLEARANCES;

/** Asks the server; a failure becomes a sentence for the operator, without key or request. */
export async function asked<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw explained(error);
  }
}

function notDone({ error, status }: Task): SearchUnavailableError {
  return new SearchUnavailableError(
    `Meilisearch did not do what it was asked (${error?.code ?? status}).`,
  );
}

function explained(error: unknown): unknown {
  if (error instanceof MeilisearchApiError) {
    const code = error.cause?.code ?? String(error.response.status);
    if (['invalid_api_key', 'missing_authorization_header', 'missing_master_key'].includes(code)) {
      return new SearchUnavailableError(
        'Meilisearch refuses the key: set MEILISEARCH_KEY to the master key, or to one that may manage indexes, settings and keys.',
      );
    }
    return new SearchUnavailableError(`Meilisearch refused a request (${code}).`);
  }
  if (error instanceof MeilisearchError) {
    return new SearchUnavailableError('Meilisearch does not answer at MEILISEARCH_URL.');
  }
  if (error instanceof SyntaxError) {
    return new SearchUnavailableError('What answers at MEILISEARCH_URL is no Meilisearch.');
  }
  return error;
}
