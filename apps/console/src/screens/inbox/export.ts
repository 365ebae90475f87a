import { ask } from '../../graph/ask.js';
import type { InboxQuery, InboxQueryVariables } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import { giveCsv } from '../../ui/download.js';
import { useDisplay } from '../../ui/list-display.js';
import { Inbox } from './inbox.graphql.js';
import { LINE_FACTS, type LineFact } from './list.js';
import type { Item } from './places.js';

/** So many are asked for at once. */
const PAGE = 100;

/**
 * Gives what filters find as a CSV file, with the columns that are shown. Names of mediators are left out: the list of
 * members, which is recorded, is the one way to take names along.
 */
export function useExport(): (filter: InboxQueryVariables) => Promise<void> {
  const t = useT('console-inbox');
  const { columns } = useDisplay(LINE_FACTS);
  const words: Readonly<Record<Exclude<LineFact, 'mediator'>, (item: Item) => string | null>> = {
    network: ({ network }) => network?.name ?? null,
    since: ({ since }) => since,
    owner: ({ owner }) => owner?.name ?? null,
  };
  const shown = columns.filter((one) => one !== 'mediator');
  return async (filter) => {
    const items = await allOf(filter);
    giveCsv('inbox', [
      [
        t('column.kind'),
        t('column.due'),
        ...shown.map((one) => (one === 'owner' ? t('owner') : t(`column.${one}`))),
      ],
      ...items.map((item) => [
        t(`kind.${item.kind}`),
        item.dueAt,
        ...shown.map((one) => words[one](item)),
      ]),
    ]);
  };
}

/** Everything that the filters find, page by page. */
async function allOf(filter: InboxQueryVariables): Promise<Item[]> {
  const found: Item[] = [];
  let after: string | null = null;
  do {
    const { inbox }: InboxQuery = await ask(Inbox, { ...filter, first: PAGE, after });
    found.push(...inbox.edges.map(({ node }) => node));
    after = inbox.pageInfo.hasNextPage ? (inbox.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return found;
}
