import { CLOCK, type Clock } from '#config';
import { Database } from '#database';
import { ProfileService, SELECT_RANKED_BY_NAME, type ProfileView } from '#directory';
import { changeRecord, hidden, recordAudit, type Viewer } from '#identity';
import { InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import { Inject, Injectable } from '@nestjs/common';
import { lockedNeed, ownNeed } from '../need/locked-need.js';
import { type NeedView, toNeedView } from '../need/need-view.js';
import { digestOf, EligibleWomen } from './eligible-women.js';
import { NEEDS_WATCHED } from './need-alert-states.js';
import type { AlertRhythm } from './need-watch.entities.js';
import { writeWomen } from './watch-rows.js';

/** Most women who are shown as new. */
export const MOST_NEWS = 50;

/** Who has become eligible for a need since an organizer looked. */
export interface NeedNews {
  /** When the first of them was found. */
  readonly since: Date;
  /** Those whom the viewer may see now, by their names; at most `MOST_NEWS`, the last found first. */
  readonly women: readonly ProfileView[];
}

/** What an organizer is told of her needs without asking. */
@Injectable()
export class NeedAlertService {
  constructor(
    private readonly database: Database,
    private readonly eligible: EligibleWomen,
    private readonly profiles: ProfileService,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** How often the viewer is told of a need of her organization; null if she is not, or it is not her own. */
  async rhythm({ userId, organizationId }: Viewer, needId: string): Promise<AlertRhythm | null> {
    if (userId === null || organizationId === null) return null;
    const [alert] = await this.database.query<{ rhythm: AlertRhythm }>(
      `SELECT a.rhythm FROM need_alert a JOIN need n ON n.id = a.need_id
       WHERE a.need_id = $1 AND a.account_id = $2 AND n.organization_id = $3`,
      [needId, userId, organizationId],
    );
    return alert?.rhythm ?? null;
  }

  /** Null if nobody is new, or the need is not of the viewer's organization. */
  async news(viewer: Viewer, needId: string): Promise<NeedNews | null> {
    if (viewer.organizationId === null) return null;
    const rows = await this.database.query<{
      mediatorId: string;
      publicId: string;
      foundAt: Date;
    }>(
      `SELECT w.mediator_id AS "mediatorId", w.public_id AS "publicId", w.found_at AS "foundAt"
       FROM need_watch_woman w JOIN need n ON n.id = w.need_id
       JOIN (${SELECT_RANKED_BY_NAME}) m ON m.id = w.mediator_id AND m.public_id = w.public_id
       WHERE w.need_id = $1 AND w.news AND n.organization_id = $2
       ORDER BY w.found_at DESC, w.public_id LIMIT ${MOST_NEWS}`,
      [needId, viewer.organizationId],
    );
    const views = await this.profiles.viewsByIds(
      viewer,
      rows.map(({ mediatorId }) => mediatorId),
    );
    const shown = rows.flatMap(({ mediatorId, publicId, foundAt }) => {
      const view = views.get(mediatorId);
      return view?.publicId === publicId ? [{ view, foundAt }] : [];
    });
    const first = shown.at(-1);
    // Nobody as if there never had been anybody: an empty list would tell that somebody has gone.
    if (!first) return null;
    return { since: first.foundAt, women: shown.map(({ view }) => view) };
  }

  /**
   * Says how often the viewer is told by mail of others who become eligible for a need of her organization; null is never
   * again. Whoever is eligible now is not new later.
   *
   * @throws NotFoundError, InvalidStateError where nobody is looked for
   */
  async set(viewer: Viewer, needId: string, rhythm: AlertRhythm | null): Promise<NeedView> {
    const { userId } = viewer;
    if (userId === null) throw hidden(viewer, 'need');
    const read = toNeedView(await ownNeed(this.database, viewer, needId, 'be-told'));
    // Read before the transaction: a ranking must not keep a lock.
    const women = rhythm === null ? [] : await this.eligible.named(read);
    return this.database.transaction(async (tx) => {
      const need = toNeedView(await lockedNeed(tx, viewer, needId, 'be-told'));
      if (rhythm !== null && !NEEDS_WATCHED.includes(need.state)) {
        throw new InvalidStateError(
          refusal('needs.nobodyLookedFor', { state: refusal(`state.is.${need.state}`) }),
        );
      }
      const [before] = await tx.query<{ rhythm: AlertRhythm }>(
        'SELECT rhythm FROM need_alert WHERE need_id = $1 AND account_id = $2',
        [needId, userId],
      );
      if (rhythm === null) {
        await tx.query('DELETE FROM need_alert WHERE need_id = $1 AND account_id = $2', [
          needId,
          userId,
        ]);
        await tx.query(
          `DELETE FROM need_watch w WHERE need_id = $1
           AND NOT EXISTS (SELECT FROM need_alert a WHERE a.need_id = w.need_id)`,
          [needId],
        );
      } else {
        const at = this.now();
        const made = await tx.query(
          'INSERT INTO need_watch (need_id, asked) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING need_id',
          [needId, digestOf(read)],
        );
        if (made.length > 0) await writeWomen(tx, needId, at, women, false);
        await tx.query(
          `INSERT INTO need_alert (need_id, account_id, rhythm, told_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (need_id, account_id) DO UPDATE SET rhythm = excluded.rhythm`,
          [needId, userId, rhythm, at],
        );
      }
      const record = (value: AlertRhythm | null) => ({ id: needId, alert: value });
      await recordAudit(tx, viewer, [
        changeRecord('need.set-alert', 'need', record(before?.rhythm ?? null), record(rhythm)),
      ]);
      return need;
    });
  }

  /** Nobody is new any more, for all organizers of the need: one of them has looked. @throws NotFoundError */
  async seen(viewer: Viewer, needId: string): Promise<NeedView> {
    return this.database.transaction(async (tx) => {
      const need = toNeedView(await lockedNeed(tx, viewer, needId, 'be-told'));
      await tx.query('UPDATE need_watch SET news_at = NULL WHERE need_id = $1', [needId]);
      await tx.query('UPDATE need_watch_woman SET news = false WHERE need_id = $1 AND news', [
        needId,
      ]);
      const record = { id: needId };
      await recordAudit(tx, viewer, [changeRecord('need.see-news', 'need', record, record)]);
      return need;
    });
  }
}
