import type { Transaction } from '#database';
import { ProfileReader } from './profile-reader.js';
import { projectProfile, type ProfileView } from './profile-view.js';

/** Profiles that are read at once. */
const AT_ONCE = 1_000;

/**
 * These mediators as verified organizers see them, by which statistics count: a table does not say where somebody is of whom
 * that is not shown. Null for one who shows them nothing.
 */
export async function* vettedViews(
  tx: Transaction,
  ids: readonly string[],
  day: Date,
): AsyncGenerator<{ readonly id: string; readonly view: ProfileView | null }> {
  const reader = new ProfileReader(tx);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    for (const record of await reader.byIds(ids.slice(from, from + AT_ONCE))) {
      yield { id: record.id, view: projectProfile(record, 'VETTED', day) };
    }
  }
}
