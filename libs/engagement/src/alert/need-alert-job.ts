import { CLOCK, type Clock } from '#config';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { changeRecord, recordAudit, systemViewer, type ChangeRecord } from '#identity';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { NEED_RELATIONS, withOwners } from '../need/owned-need.js';
import { type NeedView, toNeedView } from '../need/need-view.js';
import { NeedEntity } from '../need/need.entity.js';
import { NOT_WITHHELD } from '../need/withheld.js';
import { digestOf, EligibleWomen, type EligibleWoman } from './eligible-women.js';
import { ALERT_MAILS } from './need-alert-mails.js';
import { NEEDS_WATCHED } from './need-alert-states.js';
import type { AlertRhythm } from './need-watch.entities.js';
import { writeWomen } from './watch-rows.js';

const ALERTS = 'need-alerts';
const HOUR_MS = 3_600_000;
/** Mails go an hour after the look: when they come does not depend on how much there was to look at. */
const MAILS_AFTER_MS = HOUR_MS;
const MONDAY = 1;

interface Watch {
  readonly needId: string;
  readonly asked: string;
}

/**
 * Tells organizers who asked for it that another woman is eligible for a need of theirs: each morning at 6 (UTC), those who
 * want it once a week on Mondays. What is told is what their own ranking would show them at that hour, less those under a
 * code name, and whom the need's organizers have known as eligible before.
 */
@Injectable()
@BackgroundJob()
export class NeedAlertJob implements JobHandler {
  readonly name = ALERTS;
  readonly schedule = '0 6 * * *';
  private readonly viewer = systemViewer(ALERTS);

  constructor(
    private readonly database: Database,
    private readonly eligible: EligibleWomen,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async handle(): Promise<void> {
    await this.database.exclusively(ALERTS, (lost) => this.look(lost));
  }

  private async look(lost: AbortSignal): Promise<void> {
    const now = this.now();
    const at = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
    const isMonday = now.getUTCDay() === MONDAY;
    const looks = await this.looks(isMonday);
    await this.database.transaction(async (tx) => {
      const audit = await this.forget(tx);
      for (const { watch, need, women } of looks) {
        const news = await this.write(tx, watch, need, women, at);
        if (news > 0) audit.push(changeRecord('need.alert', 'need', null, { id: need.id, news }));
      }
      const rhythms: AlertRhythm[] = isMonday ? ['daily', 'weekly'] : ['daily'];
      const notBefore = new Date(at.getTime() + MAILS_AFTER_MS);
      await tx.addJob({ name: ALERT_MAILS, ids: rhythms, notBefore });
      await recordAudit(tx, this.viewer, audit);
    }, lost);
  }

  /** Whoever ended a need is told nothing of it any more. */
  private async forget(tx: Transaction): Promise<ChangeRecord[]> {
    const gone = await tx.query<{ id: string }>(
      `DELETE FROM need_watch w USING need n WHERE n.id = w.need_id AND NOT n.state = ANY($1) RETURNING n.id`,
      [NEEDS_WATCHED],
    );
    return gone.map((need) => changeRecord('need.end-alerts', 'need', need, null));
  }

  /** Who is eligible for each need of which somebody is to be told today. */
  private async looks(
    isMonday: boolean,
  ): Promise<{ watch: Watch; need: NeedView; women: EligibleWoman[] }[]> {
    const watches = await this.database.query<Watch>(
      `SELECT w.need_id AS "needId", w.asked FROM need_watch w
       JOIN need n ON n.id = w.need_id AND n.state = ANY($2)
       WHERE EXISTS (SELECT FROM need_alert a WHERE a.need_id = w.need_id AND ($1 OR a.rhythm = 'daily'))
       ORDER BY w.need_id`,
      [isMonday, NEEDS_WATCHED],
    );
    const found = await this.database.manager.getRepository(NeedEntity).find({
      where: { id: In(watches.map(({ needId }) => needId)), ...NOT_WITHHELD },
      relations: NEED_RELATIONS,
    });
    const needs = new Map(
      (await withOwners(this.database, found)).map((need) => [need.id, toNeedView(need)]),
    );
    const looks = [];
    for (const watch of watches) {
      const need = needs.get(watch.needId);
      if (need) looks.push({ watch, need, women: await this.eligible.named(need) });
    }
    return looks;
  }

  /** Gives how many are new. Where the need asks something else than before, nobody is: the organizer changed it herself. */
  private async write(
    tx: Transaction,
    watch: Watch,
    need: NeedView,
    women: readonly EligibleWoman[],
    at: Date,
  ): Promise<number> {
    const asked = digestOf(need);
    const rows = await tx.query('SELECT FROM need_watch WHERE need_id = $1 FOR UPDATE', [need.id]);
    if (rows.length === 0) return 0;
    const news = await writeWomen(tx, need.id, at, women, asked === watch.asked);
    await tx.query(
      `UPDATE need_watch SET asked = $2, news_at = CASE WHEN $3 THEN coalesce(news_at, $4) ELSE news_at END
       WHERE need_id = $1`,
      [need.id, asked, news > 0, at],
    );
    return news;
  }
}
