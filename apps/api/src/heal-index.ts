import { Logger } from '@nestjs/common';
import { SearchUnavailableError } from '#search';
import type { Rooms } from './rooms.js';

/**
 * Mends what the search index lost or missed while no process was there. Without the engine a process
 * starts all the same; the worker mends the index within a minute when it is back.
 */
export async function healIndex({ indexSync }: Pick<Rooms, 'indexSync'>): Promise<void> {
  try {
    await indexSync.heal();
  } catch (error) {
    if (!(error instanceof SearchUnavailableError)) throw error;
    new Logger('Search').warn(`${error.message} Searches are refused until it can be used.`);
  }
}
