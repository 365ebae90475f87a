import { CLOCK, type Clock } from '#config';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { SELECT_RANKED_BY_NAME } from '#directory';
import { AccountMails, organizersOf } from '#identity';
import { Inject, Injectable } from '@nestjs/common';

/** The job that sends the mails of a look, an hour after it. */
export const ALERT_MAILS = 'need-alert-mails';

/**
 * One mail to each who is to be told today of anybody at whom nobody has looked, and who can still be seen now. It says
 * nothing but that. The ids of the job are the rhythms of those who are told.
 */
@Injectable()
@BackgroundJob()
export class NeedAlertMails implements JobHandler {
  readonly name = ALERT_MAILS;

  constructor(
    private readonly database: Database,
    private readonly mails: AccountMails,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async handle(rhythms: readonly string[]): Promise<void> {
    await this.database.transaction((tx) => this.mail(tx, rhythms));
  }

  private async mail(tx: Transaction, rhythms: readonly string[]): Promise<void> {
    const due = await tx.query<{ accountId: string; organizationId: string }>(
      `SELECT DISTINCT a.account_id AS "accountId", n.organization_id AS "organizationId"
       FROM need_alert a JOIN need n ON n.id = a.need_id
       WHERE n.organization_id IS NOT NULL AND a.rhythm = ANY($1) AND EXISTS (
         SELECT FROM need_watch_woman w JOIN (${SELECT_RANKED_BY_NAME}) m ON m.id = w.mediator_id AND m.public_id = w.public_id
         WHERE w.need_id = a.need_id AND w.news AND w.found_at > a.told_at)`,
      [rhythms],
    );
    for (const { accountId, organizationId } of due) {
      const organizers = await organizersOf(tx, organizationId);
      if (!organizers.includes(accountId)) continue;
      await this.mails.toAccounts(tx, [accountId], {
        template: 'need-candidates',
        path: '/console',
        parameters: {},
      });
    }
    await tx.query('UPDATE need_alert SET told_at = $2 WHERE rhythm = ANY($1)', [
      rhythms,
      this.now(),
    ]);
  }
}
