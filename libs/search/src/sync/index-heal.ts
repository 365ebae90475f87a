import type { JobHandler } from '#database';
import type { IndexSync } from './index-sync.js';

/** Looks once an hour whether the index still holds what it should, and mends it where it does not. */
export class IndexHeal implements JobHandler {
  readonly name = 'search-index-heal';
  readonly schedule = '23 * * * *';

  constructor(private readonly indexSync: IndexSync) {}

  async handle(): Promise<void> {
    await this.indexSync.heal();
  }
}
