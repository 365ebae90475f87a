import { Injectable, Logger } from '@nestjs/common';
import { BackgroundJob, type JobHandler } from '#database';
import { SearchUnavailableError } from '../errors.js';
import { IndexSync } from './index-sync.js';

/** Looks once an hour whether the index still holds what it should, and mends it where it does not. */
@Injectable()
@BackgroundJob()
export class IndexHeal implements JobHandler {
  readonly name = 'search-index-heal';
  readonly schedule = '23 * * * *';
  private readonly logger = new Logger('Search');

  constructor(private readonly indexSync: IndexSync) {}

  async handle(): Promise<void> {
    await this.indexSync.heal();
  }

  /**
   * For the start of a process: mends what the index lost or missed while none was there. Without the engine the
   * process starts all the same, and the index is mended within a minute when the engine is back.
   */
  async atStart(): Promise<void> {
    try {
      await this.indexSync.heal();
    } catch (error) {
      if (!(error instanceof SearchUnavailableError)) throw error;
      this.logger.warn(`${error.message} Searches are refused until it can be used.`);
    }
  }
}
