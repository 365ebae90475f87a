import { CLOCK, type Clock } from '#config';
import { Database } from '#database';
import { ProfileService, type ProfileView } from '#directory';
import { authorise, type Viewer } from '#identity';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { FeedCursors, StartAgainError, type FeedPosition } from './feed-cursors.js';

/** What may have happened to a woman, as a reader sees it. */
export const CHANGE_KINDS = ['published', 'changed', 'removed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One entry of a feed. */
export interface Change {
  readonly kind: ChangeKind;
  /** What she is called outside. */
  readonly publicId: string;
  /** When it could be read first. */
  readonly toldAt: Date;
  /** Reading goes on behind this entry from here. */
  readonly cursor: string;
  /** What the reader sees of her now; null if that is nothing, whatever was told. */
  readonly view: ProfileView | null;
}

/** A part of a feed. */
export interface ChangePage {
  readonly changes: readonly Change[];
  /** Reading goes on from here; there always is one. */
  readonly end: string;
  /** Whether more can be read now. */
  readonly more: boolean;
}

export interface ChangeRequest {
  /** Null to begin with all who are shown now. */
  readonly after: string | null;
  readonly first: number;
  readonly kinds: readonly ChangeKind[];
}

interface Head {
  readonly head: number;
  /** Removals up to here are not told any more. */
  readonly floor: number;
  readonly headMark: string;
  /** Of the batch that holds the place that was asked for; null if there is none. */
  readonly mark: string | null;
}

interface Row {
  readonly kind: ChangeKind;
  readonly publicId: string;
  readonly mediatorId: string | null;
  readonly place: number;
  readonly toldAt: Date;
  readonly mark: string;
}

const MARK = `SELECT mark::text FROM feed_batch WHERE clearance = $1 AND last >=`;

/** Where the feed of a clearance (`$1`) ends at a moment (`$2`), and the mark of a place in it (`$3`). */
const HEAD = `
WITH feed AS (
  SELECT coalesce(max(last) FILTER (WHERE told_at <= $2), 0)::int AS head, coalesce(min(last), 0)::int AS floor
  FROM feed_batch WHERE clearance = $1)
SELECT head, floor, coalesce((${MARK} head ORDER BY last LIMIT 1), '') AS "headMark",
  (${MARK} $3::int ORDER BY last LIMIT 1) AS mark
FROM feed`;

/**
 * What follows a place (`$2`) up to the end (`$3`) for whoever began to read when the feed ended at `$4`. Removals of
 * whoever had appeared by then or since; of those who came and went in between nothing is told.
 */
const CHANGES = `
SELECT * FROM (
  SELECT place::int, public_id AS "publicId", mediator_id AS "mediatorId", told_at AS "toldAt",
    (${MARK} greatest(f.place, $4::int) ORDER BY last LIMIT 1) AS mark,
    CASE WHEN digest IS NULL THEN 'removed' WHEN place <= $4 OR since > greatest($2::int, $4) THEN 'published'
      ELSE 'changed' END AS kind
  FROM followed_profile f
  WHERE clearance = $1 AND place > $2 AND place <= $3
    AND (digest IS NOT NULL OR (place > $4 AND since <= greatest($2, $4)))) AS told
WHERE kind = ANY($5) ORDER BY place LIMIT $6`;

/** What has changed in the directory, as each account sees it. */
@Injectable()
export class ChangeFeed {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfileService,
    @Inject(Vault) private readonly vault: Pick<Vault, 'fingerprint'>,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * The next entries, the oldest first. Each woman has one, her last: what happened to her in between is not told.
   *
   * @throws NotPermittedError, InvalidCursorError, StartAgainError
   */
  async read(viewer: Viewer, { after, first, kinds }: ChangeRequest): Promise<ChangePage> {
    authorise(viewer, 'follow', { kind: 'directory' });
    const cursors = new FeedCursors(this.vault, viewer);
    const { from, head } = await this.resume(viewer, after === null ? null : cursors.read(after));
    const rows = await this.database.query<Row>(CHANGES, [
      viewer.clearance,
      from.place,
      head.place,
      from.start,
      kinds,
      first + 1,
    ]);
    const page = rows.slice(0, first);
    const more = rows.length > first;
    const views = await this.profiles.viewsByIds(
      viewer,
      page.flatMap(({ kind, mediatorId }) => (kind === 'removed' ? [] : (mediatorId ?? []))),
    );
    const changes = page.map(({ mediatorId, place, mark, ...row }) => {
      const view = views.get(mediatorId ?? '');
      return {
        ...row,
        cursor: cursors.write({ place, start: from.start, mark }),
        view: view?.publicId === row.publicId ? view : null,
      };
    });
    const end = more ? (changes.at(-1)?.cursor ?? cursors.write(from)) : cursors.write(head);
    return { changes, end, more };
  }

  /** From where this reading goes on, and to where the feed can be read now. @throws StartAgainError */
  private async resume(
    { clearance }: Viewer,
    known: FeedPosition | null,
  ): Promise<{ readonly from: FeedPosition; readonly head: FeedPosition }> {
    const reached = Math.max(known?.place ?? 0, known?.start ?? 0);
    const rows = await this.database.query<Head>(HEAD, [clearance, this.now(), reached]);
    const [{ head, headMark, floor, mark }] = rows as [Head];
    // Whoever has reached nothing yet misses nothing.
    const misses = reached > 0 && (reached < floor || mark !== known?.mark);
    if (misses) throw new StartAgainError();
    const from = known ?? { place: 0, start: head, mark: headMark };
    return { from, head: { place: head, start: from.start, mark: headMark } };
  }
}
