import { deadline, withoutRequest } from '#database';
import { setTimeout } from 'node:timers/promises';
import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchError,
  type EnqueuedTaskPromise,
  type Task,
} from 'meilisearch';
import { INDEXED_CLEARANCES, type IndexedClearance } from '../document/search-document.js';
import { SearchUnavailableError } from '../errors.js';
import { refusal } from './refusal.js';
import { SearchRequests } from './search-requests.js';

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
/** How many deadlines a request with documents may take: it is long, and nobody waits for it. */
const DEADLINES_OF_DOCUMENTS = 12;
const UNDER_WAY: ReadonlySet<string> = new Set(['enqueued', 'processing']);
const SEARCH_KEY = 'baraza-search';

export interface MeilisearchAccess {
  readonly url: string;
  readonly key: string;
  /** What the names of the indexes begin with. */
  readonly index: string;
  /** Milliseconds after which a request is given up. */
  readonly deadline: number;
}

/** The way in for searches of one clearance. */
export interface Searcher {
  readonly requests: SearchRequests;
  /** The index of the clearance. */
  readonly uid: string;
}

/**
 * The ways to one server: `admin` manages, `loader` brings documents, and a searcher reads with a key
 * that the server itself confines to searches of one clearance's index, so that no mistake in a filter
 * can reach another.
 */
export class Connection {
  readonly admin: Meilisearch;
  readonly loader: Meilisearch;
  private readonly searchers = new Map<IndexedClearance, Promise<Searcher>>();

  constructor(private readonly access: MeilisearchAccess) {
    this.admin = this.client(access.key, access.deadline);
    this.loader = this.client(access.key, access.deadline * DEADLINES_OF_DOCUMENTS);
  }

  /** The index that holds a clearance's documents and no others. */
  uid(clearance: IndexedClearance): string {
    return `${this.access.index}-${clearance.toLowerCase()}`;
  }

  /** Checks that a server answers that this adapter knows, and takes the key. */
  async open(): Promise<void> {
    const { pkgVersion } = await withPlainErrors(() => this.admin.getVersion());
    const [major = 0, minor = 0] = pkgVersion.split('.').map(Number);
    if (major !== OLDEST[0] || minor < OLDEST[1]) {
      throw new SearchUnavailableError(
        `Meilisearch ${pkgVersion} answers there: this version of Baraza needs ${OLDEST.join('.')} or later of version ${OLDEST[0]}.`,
      );
    }
    for (const clearance of INDEXED_CLEARANCES) await this.searcher(clearance);
  }

  /** The index as searches of one clearance reach it. The key is asked for once. */
  async searcher(clearance: IndexedClearance): Promise<Searcher> {
    const held =
      this.searchers.get(clearance) ?? withoutRequest(() => this.openSearcher(clearance));
    this.searchers.set(clearance, held);
    return held.catch((error: unknown) => {
      this.searchers.delete(clearance);
      throw error;
    });
  }

  /** Asks for the keys of searches anew: a server that lost its files has others. */
  forgetSearchers(): void {
    this.searchers.clear();
  }

  async exists(uid: string): Promise<boolean> {
    try {
      await this.admin.getRawIndex(uid);
      return true;
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') {
        return false;
      }
      throw explained(error);
    }
  }

  /** Removes the keys of searches that an index had. */
  async removeKeys(uid: string): Promise<void> {
    const { results } = await withPlainErrors(() => this.admin.getKeys({ limit: 1_000 }));
    for (const { name, uid: key } of results) {
      if (name === keyName(uid)) await withPlainErrors(() => this.admin.deleteKey(key));
    }
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
    const { taskUid } = await withPlainErrors(() => enqueued);
    const until = Date.now() + LONGEST_TASK;
    let pause = LOOK.first;
    let task = await withPlainErrors(() => this.admin.tasks.getTask(taskUid));
    while (UNDER_WAY.has(task.status) && Date.now() < until) {
      await setTimeout(pause);
      pause = Math.min(pause * 1.5, LOOK.longest);
      task = await withPlainErrors(() => this.admin.tasks.getTask(taskUid));
    }
    return task;
  }

  private client(apiKey: string, timeout: number): Meilisearch {
    return new Meilisearch({ host: this.access.url, apiKey, timeout, requestInit: UNCOMPRESSED });
  }

  private async openSearcher(clearance: IndexedClearance): Promise<Searcher> {
    const uid = this.uid(clearance);
    const { key } = await withPlainErrors(() => this.findOrMakeSearchKey(uid));
    const { url, deadline: patience } = this.access;
    return { requests: new SearchRequests(url, key, patience), uid };
  }

  private async findOrMakeSearchKey(uid: string): Promise<{ key: string }> {
    const { results } = await this.admin.getKeys({ limit: 1_000 });
    const found = results.find(({ name }) => name === keyName(uid));
    if (found) return found;
    return this.admin.createKey({
      name: keyName(uid),
      description: 'Searches of Baraza at one clearance.',
      actions: ['search'],
      indexes: [uid],
      expiresAt: null,
    });
  }
}

function keyName(uid: string): string {
  return `${SEARCH_KEY} ${uid}`;
}

/** Asks the server; a failure becomes a sentence for the operator, without key or request. */
export async function withPlainErrors<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    deadline()?.throwIfAborted();
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
    return refusal(code);
  }
  if (error instanceof MeilisearchError) {
    return new SearchUnavailableError('Meilisearch does not answer at MEILISEARCH_URL.', false);
  }
  if (error instanceof SyntaxError) {
    return new SearchUnavailableError('What answers at MEILISEARCH_URL is no Meilisearch.');
  }
  return error;
}
