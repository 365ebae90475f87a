import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { AccountMails, actingFor, SELECT_VERIFIED_ORGANIZATIONS } from '#identity';
import { addDays } from '#kernel';
import { isMailLine, type OwedInMail } from '#mail';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Standings } from '../access/standing.js';
import type { ActorKind } from '../actor/lists.js';
import { OwingService, type Owed } from '../owing/owing.service.js';
import { MailChoiceEntity } from './mail.entities.js';
import { ALL_MAILS, type MailChoice } from './mail-choice.service.js';

const WPS_MAILS = 'wps-mails';
const MONDAY = 1;
/** The papers for a meeting go out so many days before it, at the earliest. */
const PACK_DAYS = 14;
/** What is due later than this is not in the mail of a week: the page has it. */
const OWED_DAYS = 30;
/** Items that a mail names. */
const MOST_NAMED = 20;

/** An actor for which people act, and so are told. */
interface ToldActor {
  readonly id: string;
  readonly kind: ActorKind;
  readonly organizationId: string;
}

const ACTORS = `SELECT a.id, a.kind, a.organization_id AS "organizationId" FROM wps_actor a
WHERE a.organization_id IN (${SELECT_VERIFIED_ORGANIZATIONS}) ORDER BY a.id`;

const MEETINGS = `SELECT m.id, m.code, m.from_day::text AS from, ARRAY(
  SELECT p.actor_id FROM wps_meeting_participant p WHERE p.meeting_id = m.id ORDER BY 1) AS "actorIds"
FROM wps_meeting m WHERE m.from_day > $1 AND m.from_day <= $2 ORDER BY m.from_day, m.id`;

const TELL = `INSERT INTO wps_mail_told (account_id, about, told_on)
SELECT unnest($1::uuid[]), $2, $3 ON CONFLICT DO NOTHING RETURNING account_id AS id`;

/**
 * Tells the people of actors, each morning at 7 (UTC): on Mondays what their actor owes, if it owes anything, and within two weeks
 * before a meeting where its papers are. Each mail is noted in the transaction that queues it, and never sent twice.
 */
@Injectable()
@BackgroundJob()
export class WpsMailsJob implements JobHandler {
  readonly name = WPS_MAILS;
  readonly schedule = '0 7 * * *';

  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly owing: OwingService,
    private readonly mails: AccountMails,
  ) {}

  async handle(): Promise<void> {
    await this.database.exclusively(WPS_MAILS, (lost) => this.tell(lost));
  }

  private async tell(lost: AbortSignal): Promise<void> {
    const today = this.standings.today();
    const actors = await this.database.query<ToldActor>(ACTORS);
    if (new Date(today).getUTCDay() === MONDAY) {
      for (const actor of actors) await this.tellOwing(actor, today, lost);
    }
    const meetings = await this.database.query<{
      id: string;
      code: string;
      from: string;
      actorIds: string[];
    }>(MEETINGS, [today, addDays(today, PACK_DAYS)]);
    for (const { id, code, from, actorIds } of meetings) {
      for (const actor of actors.filter((one) => actorIds.includes(one.id))) {
        await this.database.transaction(async (tx) => {
          const accounts = await this.untold(tx, actor, 'packs', `pack ${id}`, today);
          await this.mails.toAccounts(tx, accounts, {
            template: 'wps-meeting-pack',
            path: `/wps/meetings/${code}`,
            parameters: { until: new Date(from) },
          });
        }, lost);
      }
    }
  }

  private async tellOwing(actor: ToldActor, today: string, lost: AbortSignal): Promise<void> {
    const owed = dueSoon(await this.owing.ofActor(actor.id), today);
    if (owed.length === 0) return;
    await this.database.transaction(async (tx) => {
      const accounts = await this.untold(tx, actor, 'owing', `owing ${today}`, today);
      await this.mails.toAccounts(tx, accounts, {
        template: 'wps-owing',
        path: '/console/owing',
        parameters: { owed: inMail(owed) },
      });
    }, lost);
  }

  /** Who acts for an actor, wants such mails and was not sent this one; it is noted that they are now. */
  private async untold(
    tx: Transaction,
    { kind, organizationId }: ToldActor,
    which: keyof MailChoice,
    about: string,
    today: string,
  ): Promise<string[]> {
    const role = kind === 'civil-society' ? 'organizer' : 'focal-point';
    const accounts = await actingFor(tx, organizationId, role);
    const choices = await tx.manager.findBy(MailChoiceEntity, { accountId: In(accounts) });
    const chosen = new Map<string, MailChoice>(choices.map((one) => [one.accountId, one]));
    const wanting = accounts.filter((id) => (chosen.get(id) ?? ALL_MAILS)[which]);
    const told = await tx.query<{ id: string }>(TELL, [wanting, about, today]);
    return told.map(({ id }) => id);
  }
}

/** What has no day waits for an answer now; the rest is due within a month, or late. */
function dueSoon(owed: readonly Owed[], today: string): Owed[] {
  const until = addDays(today, OWED_DAYS);
  return owed.filter(({ due, urgent }) => urgent || due === null || due <= until);
}

/** By name what the actor has made public itself and fits a line. All else is not named. */
function inMail(owed: readonly Owed[]): OwedInMail {
  const named = owed
    .filter(
      ({ isPublic, text, owedTo }) =>
        isPublic && [...Object.values(text), owedTo ?? '-'].every(isMailLine),
    )
    .slice(0, MOST_NAMED)
    .map(({ text, owedTo, due }) => ({
      what: text,
      to: owedTo,
      by: due === null ? null : new Date(due),
    }));
  return { named, more: named.length < owed.length };
}
