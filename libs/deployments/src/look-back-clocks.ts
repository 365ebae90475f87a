import { CLOCK } from '#config';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { changeRecord, recordAudit, systemViewer } from '#identity';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { AlongsideService } from './alongside/alongside.service.js';
import { recordMentoring } from './alongside/mentoring.service.js';
import { BLIND_DAYS, closesAt } from './feedback/blind.js';
import { FeedbackMails } from './feedback/feedback-mails.js';
import { closeRound, openRound, releaseRound } from './feedback/feedback-rounds.js';
import { draftLesson } from './lesson/draft-lesson.js';

/** Deployments that have ended and about which nobody was asked yet; those that ended too long ago are left alone. */
const ENDED = `
SELECT d.id, d.ended_at AS "endedAt" FROM deployment d
WHERE d.began_at IS NOT NULL AND d.ended_at <= $1 AND d.ended_at > $1::timestamptz - $2 * interval '1 day'
  AND NOT EXISTS (SELECT FROM feedback_round r WHERE r.deployment_id = d.id AND r.asked_at IS NOT NULL)
ORDER BY d.ended_at, d.id LIMIT 1 FOR NO KEY UPDATE OF d SKIP LOCKED`;

const DUE = `
SELECT r.deployment_id AS id, r.closes_at AS "closesAt" FROM feedback_round r WHERE r.wake_at <= $1
ORDER BY r.wake_at, r.deployment_id LIMIT 1 FOR UPDATE SKIP LOCKED`;

const SYSTEM = systemViewer('feedback');

/**
 * Asks both sides to look back when a deployment has ended, and ends the time for it: what was said is released, and what
 * one side answered alone becomes a draft of a lesson.
 */
@Injectable()
@BackgroundJob()
export class LookBackClocks implements JobHandler {
  readonly name = 'look-back-clocks';
  readonly schedule = '* * * * *';

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly mails: FeedbackMails,
    private readonly alongside: AlongsideService,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  async handle(): Promise<void> {
    const now = this.now();
    // One at a time: a mail that cannot be queued holds up nobody else's.
    while (await this.database.transaction((tx) => this.askNext(tx, now)));
    while (await this.database.transaction((tx) => this.closeNext(tx, now)));
    while (await this.database.transaction((tx) => this.alongside.lapseNext(tx)));
  }

  private async askNext(tx: Transaction, now: Date): Promise<boolean> {
    const [next] = await tx.query<{ id: string; endedAt: Date }>(ENDED, [now, BLIND_DAYS]);
    if (!next) return false;
    const { id, endedAt } = next;
    await openRound(tx, id, endedAt, now);
    await recordMentoring(tx, id);
    await this.mails.ask(tx, id, closesAt({ endedAt }));
    await recordAudit(tx, SYSTEM, [changeRecord('feedback.ask', 'deployment', null, { id })]);
    return true;
  }

  private async closeNext(tx: Transaction, now: Date): Promise<boolean> {
    const [next] = await tx.query<{ id: string; closesAt: Date }>(DUE, [now]);
    if (!next) return false;
    const { id, closesAt: closed } = next;
    if (await releaseRound(tx, id, closed)) await this.mails.released(tx, id);
    await closeRound(tx, id);
    const lesson = await draftLesson(tx, this.vault, id);
    await recordAudit(tx, SYSTEM, [
      changeRecord('feedback.release', 'deployment', null, { id }),
      ...(lesson ? [changeRecord('lesson.draft', 'lesson', null, { id: lesson })] : []),
    ]);
    return true;
  }
}
