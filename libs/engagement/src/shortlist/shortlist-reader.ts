import { Injectable } from '@nestjs/common';
import type { Reader, Transaction } from '#database';
import { ProfileService, type ProfileView, SELECT_KEPT_NAMES } from '#directory';
import { organizationFacts, type Viewer } from '#identity';
import { toBeChecked, withAssumedTerritories, type Contribution } from '#matching';
import { Vault } from '#vault';
import type { NeedRequest } from '../need/need-request.js';
import { toCandidate } from '../pools/to-candidate.js';
import { notePlace, openNote, type SealedNote } from './notes.js';
import { projectFrozen } from '../frozen.js';
import type { NeedCriteria } from '../need/need.entity.js';
import type { FeedbackReason, Verdict } from './reasons.js';
import { ShortlistEntity } from './shortlist.entity.js';
import type {
  ClosedEntryView,
  EntryView,
  FeedbackView,
  ShareView,
  ShortlistView,
} from './shortlist-view.js';

type ShortlistRow = Omit<ShortlistEntity, 'need'>;

/** What decides whether an entry is open. */
interface StandingRow {
  readonly id: string;
  readonly mediatorId: string;
  /** What the woman it is of is called now; null where she was chosen under what she is called no longer. */
  readonly publicId: string | null;
  /** Of the need as it stands now. */
  readonly criteria: NeedCriteria;
}

interface EntryRow extends StandingRow, SealedNote {
  readonly shortlistId: string;
  readonly rank: number;
  readonly score: number;
  readonly modelVersion: number;
  readonly considered: number;
  readonly eligible: number;
  readonly contributions: Contribution[];
  readonly requested: NeedRequest;
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly filled: boolean;
}

interface FeedbackRow extends SealedNote {
  readonly id: string;
  readonly entryId: string;
  readonly verdict: Verdict;
  readonly reasons: FeedbackReason[];
  readonly givenBy: string;
  readonly givenAt: Date;
}

/**
 * Two profiles found to be of one woman are one. Where one of the two is pseudonymous the other's public id
 * was replaced, so that no entry leads from a name to a code name.
 */
const STANDING = `e.id, m.kept_id AS "mediatorId", n.criteria,
  CASE WHEN e.public_id = m.public_id THEN m.kept_public_id END AS "publicId"`;
const OF_ENTRIES = `FROM shortlist_entry e JOIN (${SELECT_KEPT_NAMES}) m ON m.id = e.mediator_id
  JOIN shortlist s ON s.id = e.shortlist_id JOIN need n ON n.id = s.need_id`;

const ENTRIES = `
SELECT ${STANDING}, e.shortlist_id AS "shortlistId", e.rank, e.score,
  e.model_version AS "modelVersion", e.considered, e.eligible, e.contributions, e.asked AS requested, e.key_id AS "keyId", e.note,
  e.added_by AS "addedBy", e.added_at AS "addedAt", e.filled
${OF_ENTRIES} WHERE e.shortlist_id = ANY($1) ORDER BY e.rank, e.id`;

const JUDGED = `
SELECT ${STANDING} ${OF_ENTRIES}
WHERE n.organization_id IS NOT DISTINCT FROM $1 AND ($2::uuid IS NULL OR n.id = $2)
  AND EXISTS (SELECT FROM shortlist_feedback f WHERE f.entry_id = e.id)`;

const GONE = `
SELECT id, shortlist_id AS "shortlistId", added_by AS "addedBy", added_at AS "addedAt"
FROM shortlist_gone WHERE shortlist_id = ANY($1)`;

const FEEDBACK = `
SELECT id, entry_id AS "entryId", verdict, reasons, key_id AS "keyId", note, given_by AS "givenBy", given_at AS "givenAt"
FROM shortlist_feedback WHERE entry_id = ANY($1) ORDER BY given_at DESC, id DESC`;

const SHARES = `
SELECT id, shortlist_id AS "shortlistId", organization_id AS "organizationId", account_id AS "accountId",
  shared_by AS "sharedBy", shared_at AS "sharedAt"
FROM shortlist_share WHERE shortlist_id = ANY($1) AND taken_back_at IS NULL ORDER BY id`;

/** Reads shortlists whole, in as many statements for many as for one. */
@Injectable()
export class ShortlistReader {
  constructor(
    private readonly profiles: ProfileService,
    private readonly vault: Vault,
  ) {}

  /**
   * The shortlists with all on them whom the viewer may see now. Who has since withdrawn from the
   * directory or from matching, was erased, became pseudonymous or stopped being so is no longer listed,
   * nor who lets rankings leave her out where she has ruled work out.
   */
  async views(
    reader: Reader,
    viewer: Viewer,
    shortlists: readonly ShortlistRow[],
  ): Promise<ShortlistView[]> {
    const ids = shortlists.map(({ id }) => id);
    const rows = ids.length === 0 ? [] : await reader.query<EntryRow>(ENTRIES, [ids]);
    const shown = await this.open(viewer, rows);
    const open = new Set(shown.map(({ row }) => row.id));
    const gone = ids.length === 0 ? [] : await reader.query<ClosedRow>(GONE, [ids]);
    const closed = [...rows.filter(({ id }) => !open.has(id)), ...gone];
    const feedback = await this.feedback(
      reader,
      shown.map(({ row }) => row.id),
    );
    const shares = await this.shares(reader, ids);
    const entries = await Promise.all(
      shown.map(async ({ row, profile }) => ({
        shortlistId: row.shortlistId,
        entry: await this.entry(row, profile, feedback.get(row.id) ?? []),
      })),
    );
    return shortlists.map((shortlist) => ({
      ...shortlist,
      entries: entries.flatMap(({ shortlistId, entry }) =>
        shortlistId === shortlist.id ? [entry] : [],
      ),
      closedEntries: closedOf(shortlist, closed),
      shares: shares.get(shortlist.id) ?? [],
    }));
  }

  /** The shortlist of the viewer's organization that an entry is on, as `views` shows it; null if there is no such entry. */
  async ofEntry(
    reader: Pick<Transaction, 'query' | 'manager'>,
    viewer: Viewer,
    entryId: string,
  ): Promise<ShortlistView | null> {
    const [found] = await reader.query<{ id: string }>(
      `SELECT s.id FROM shortlist_entry e JOIN shortlist s ON s.id = e.shortlist_id JOIN need n ON n.id = s.need_id
       WHERE e.id = $1 AND n.organization_id = $2`,
      [entryId, viewer.organizationId],
    );
    const list = found && (await reader.manager.findOneBy(ShortlistEntity, { id: found.id }));
    const [view = null] = list ? await this.views(reader, viewer, [list]) : [];
    return view;
  }

  /**
   * Ids of the entries of an organization, or of one need of it, that have feedback and are open. Whether a
   * woman withdrew or was erased, her entry is closed alike.
   */
  async judged(
    reader: Reader,
    viewer: Viewer,
    organizationId: string | null,
    needId: string | null,
  ): Promise<string[]> {
    const rows = await reader.query<StandingRow>(JUDGED, [organizationId, needId]);
    return (await this.open(viewer, rows)).map(({ row }) => row.id);
  }

  /** The entries whose women the viewer is shown on them now. */
  private async open<Row extends StandingRow>(
    viewer: Viewer,
    rows: readonly Row[],
  ): Promise<{ row: Row; profile: ProfileView }[]> {
    const profiles = await this.profiles.viewsByIds(
      viewer,
      rows.map(({ mediatorId }) => mediatorId),
    );
    return rows.flatMap((row) => {
      const profile = profiles.get(row.mediatorId);
      const isHers = profile?.publicId === row.publicId;
      return profile && isHers && takesPart(profile, row) ? [{ row, profile }] : [];
    });
  }

  private async entry(
    row: EntryRow,
    profile: ProfileView,
    feedback: readonly FeedbackView[],
  ): Promise<EntryView> {
    const { shortlistId: _list, mediatorId: _her, publicId: _as, criteria: _now, ...kept } = row;
    const { keyId, note, ...rest } = kept;
    return {
      ...rest,
      ...projectFrozen(row, profile),
      profile,
      toBeChecked: toBeChecked(
        toCandidate(profile),
        withAssumedTerritories({ ...row.requested, id: row.id }),
      ),
      note: await openNote(this.vault, { keyId, note }, notePlace('shortlist_entry', row.id)),
      feedback,
    };
  }

  /** By shortlist, the earliest first. */
  private async shares(reader: Reader, ids: readonly string[]): Promise<Map<string, ShareView[]>> {
    const found = new Map<string, ShareView[]>();
    if (ids.length === 0) return found;
    const rows = await reader.query<Omit<ShareView, 'organizationName'> & { shortlistId: string }>(
      SHARES,
      [ids],
    );
    const organizationIds = new Set(rows.map(({ organizationId }) => organizationId));
    const organizations = await organizationFacts(reader, [...organizationIds]);
    for (const { shortlistId, ...share } of rows) {
      const organizationName = organizations.get(share.organizationId)?.name ?? '';
      const list = found.get(shortlistId) ?? [];
      found.set(shortlistId, [...list, { ...share, organizationName }]);
    }
    return found;
  }

  /** The latest first. */
  private async feedback(
    reader: Reader,
    entryIds: readonly string[],
  ): Promise<Map<string, FeedbackView[]>> {
    const found = new Map<string, FeedbackView[]>();
    if (entryIds.length === 0) return found;
    for (const row of await reader.query<FeedbackRow>(FEEDBACK, [entryIds])) {
      const { id, entryId, keyId, note: sealed, ...rest } = row;
      const place = notePlace('shortlist_feedback', id);
      const note = await openNote(this.vault, { keyId, note: sealed }, place);
      found.set(entryId, [...(found.get(entryId) ?? []), { ...rest, note }]);
    }
    return found;
  }
}

type ClosedRow = ClosedEntryView & { readonly shortlistId: string };

/** Those of one shortlist, in the order of their making, with nothing of the women. */
function closedOf({ id: listId }: ShortlistRow, closed: readonly ClosedRow[]): ClosedEntryView[] {
  return closed
    .filter(({ shortlistId }) => shortlistId === listId)
    .map(({ id, addedBy, addedAt }) => ({ id, addedBy, addedAt }))
    .toSorted((a, b) => a.addedAt.getTime() - b.addedAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** She takes part in rankings, and has not ruled out where the process is as far as the reader is shown. */
function takesPart({ matchable, ruledOut }: ProfileView, { criteria }: StandingRow): boolean {
  const { territories } = withAssumedTerritories(criteria);
  return matchable && !ruledOut?.some((code) => territories?.includes(code));
}
