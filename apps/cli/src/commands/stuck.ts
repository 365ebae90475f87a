import { InboxService, type StuckItem } from '#inbox';
import { NetworkService } from '#directory';
import { OPERATOR } from '#identity';
import type { Format } from '../format-option.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

/** Rows that are printed at most; what has waited longest comes first. */
const MOST = 500;

/** Prints what nobody seems to deal with: whose turn it is, and since when. */
export async function stuck(options: { format: Format }): Promise<void> {
  await withApplication(async (app) => {
    const { items, totalCount } = await app.get(InboxService).stuck(OPERATOR, { first: MOST });
    const networks = await app.get(NetworkService).byIds(networkIdsOf(items));
    if (totalCount === 0 && options.format === 'table') {
      console.log('Nothing is overdue, and nothing waits for people of whom nobody can sign in.');
      return;
    }
    printList(
      {
        head: ['kind', 'waits for', 'network', 'organization', 'since', 'due', 'reason', 'id'],
        rows: items.map((item) => [
          item.kind,
          item.waitsFor,
          networks.get(item.networkId ?? '')?.slug ?? '',
          item.organizationId ?? '',
          item.since,
          item.dueAt ?? '',
          item.reason,
          item.id,
        ]),
      },
      options.format,
    );
    if (totalCount > items.length) {
      console.error(`${totalCount - items.length} more are not printed.`);
    }
  });
}

function networkIdsOf(items: readonly StuckItem[]): string[] {
  return [...new Set(items.flatMap(({ networkId }) => networkId ?? []))];
}
