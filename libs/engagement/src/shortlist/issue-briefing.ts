import type { Transaction } from '#database';
import { issueCopy } from '#directory';
import { recordAudit, type Viewer } from '#identity';
import type { ShortlistView } from './shortlist-view.js';

export type BriefingFormat = 'page' | 'pdf';

/** Writes down who reads which shortlist as a briefing, and the women on it. @throws CopyRecalledError */
export async function issueBriefing(
  tx: Transaction,
  viewer: Viewer,
  { id, entries }: Pick<ShortlistView, 'id' | 'entries'>,
  format: BriefingFormat,
): Promise<void> {
  const mediatorIds = entries.map(({ profile }) => profile.id);
  await issueCopy(tx, viewer, { kind: 'briefing', format, sourceId: id, mediatorIds });
  await recordAudit(tx, viewer, [
    {
      action: 'shortlist.brief',
      subjectKind: 'shortlist',
      subjectId: id,
      beforeHash: null,
      afterHash: null,
    },
  ]);
}
