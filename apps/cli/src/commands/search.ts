import { PUBLIC_VIEWER } from '#identity';
import { label } from '#vocabulary';
import { positiveInteger } from '../numbers.js';
import { withRooms } from '../with-rooms.js';

/** Prints the first hits as the public sees them: name, languages, territories. */
export async function search(text: string, options: { limit: string }): Promise<void> {
  const first = positiveInteger('--limit', options.limit, 100);
  await withRooms(async (rooms) => {
    const { clearance } = PUBLIC_VIEWER;
    const result = await rooms.search.search({ clearance, text, page: { first } });
    const ids = result.hits.map(({ id }) => id);
    const views = await rooms.profiles.viewsByIds(PUBLIC_VIEWER, ids);
    console.log(`${result.totalCount} found for "${text}"`);
    for (const id of ids) {
      const view = views.get(id);
      if (!view) continue;
      const languages = view.languages.map(({ code, level }) => `${code} ${level}`).join(', ');
      const places = view.territories.map((code) => label('territory', code, 'en')).join(', ');
      console.log(`  ${view.name}  [${languages}]  ${places}`);
    }
  });
}
