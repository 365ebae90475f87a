import { gauge, WatchedPart, type Standing, type Watched } from '#telemetry';
import { Injectable } from '@nestjs/common';
import { SearchIndex } from '../search-index.js';
import { IndexSync } from './index-sync.js';

/** The index follows within moments; one that is behind by more seconds than this does not follow. */
const LATE_SECONDS = 120;

const documents = gauge('baraza_index_documents', 'Documents in the search index.');
const waiting = gauge('baraza_index_waiting', 'Mediators whose changes the index has not got yet.');
const lag = gauge(
  'baraza_index_lag_seconds',
  'Seconds since the oldest change that the index has not got yet.',
);
const setAside = gauge('baraza_index_set_aside', 'Mediators whose documents the index rejects.');

/** How far the search index is behind, and whether the engine answers. */
@Injectable()
@WatchedPart()
export class SearchWatch implements Watched {
  readonly part = 'search';

  constructor(
    private readonly index: SearchIndex,
    private readonly sync: IndexSync,
  ) {}

  async look(): Promise<Standing> {
    const backlog = await this.sync.backlog();
    waiting.set(backlog.waiting);
    lag.set(backlog.waitingSeconds);
    setAside.set(backlog.setAside.length);
    const count = await this.index.count();
    documents.set(count);
    return {
      status: backlog.waitingSeconds > LATE_SECONDS ? 'late' : 'up',
      engine: this.index.name,
      documents: count,
      waiting: backlog.waiting,
      waitingSeconds: backlog.waitingSeconds,
      setAside: backlog.setAside.length,
    };
  }
}
