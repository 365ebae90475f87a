import type { JobHandler } from '#database';
import type { SearchIndex } from '../search-index.js';
import type { IndexSync } from './index-sync.js';

/** Looks once an hour whether the index still holds what it should, and rebuilds it where it does not. */
export class IndexHeal implements JobHandler {
  readonly name = 'search-index-heal';
  readonly schedule = '23 * * * *';

  constructor(
    private readonly index: SearchIndex,
    private readonly indexSync: IndexSync,
  ) {}

  async handle(): Promise<void> {
    // An engine that lost its files since the start has neither index nor settings nor key.
    await this.index.prepare();
    await this.indexSync.heal();
  }
}
