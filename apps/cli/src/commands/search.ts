import { SearchIndex } from '#search';
import { type ProfileView, ProfileService } from '#directory';
import { PUBLIC_VIEWER } from '#identity';
import { areaLabel } from '#vocabulary';
import type { Format } from '../format-option.js';
import { positiveInteger } from '../numbers.js';
import { asCsv, asJson } from '../output.js';
import { withApplication } from '../with-application.js';

/** Prints the first hits as the public sees them: name, languages, territories. */
export async function search(
  text: string,
  options: { limit: string; format: Format },
): Promise<void> {
  const first = positiveInteger('--limit', options.limit, 100);
  await withApplication(async (app) => {
    const { clearance } = PUBLIC_VIEWER;
    const result = await app.get(SearchIndex).search({ clearance, text, page: { first } });
    const ids = result.hits.map(({ id }) => id);
    const views = await app.get(ProfileService).viewsByIds(PUBLIC_VIEWER, ids);
    const seen = ids.flatMap((id) => views.get(id) ?? []);
    console.log(PRINT[options.format](text, result.totalCount, seen));
  });
}

const PRINT: Record<
  Format,
  (text: string, totalCount: number, seen: readonly ProfileView[]) => string
> = {
  json: (text, totalCount, seen) =>
    asJson({
      text,
      totalCount,
      mediators: seen.map(({ name, languages, territories }) => ({ name, languages, territories })),
    }),

  csv: (_text, _totalCount, seen) =>
    asCsv({
      head: ['name', 'languages', 'territories'],
      rows: seen.map(({ name, languages, territories }) => [
        name,
        languagesIn(languages),
        territories.join(', '),
      ]),
    }),

  table: (text, totalCount, seen) =>
    [
      `${totalCount} found for "${text}"`,
      ...seen.map(
        ({ name, languages, territories }) =>
          `  ${name}  [${languagesIn(languages)}]  ${territories.map((code) => areaLabel(code, 'en')).join(', ')}`,
      ),
    ].join('\n'),
};

function languagesIn(languages: ProfileView['languages']): string {
  return languages.map(({ code, level }) => `${code} ${level}`).join(', ');
}
