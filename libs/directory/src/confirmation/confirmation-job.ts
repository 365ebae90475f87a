import { Inject, Injectable } from '@nestjs/common';
import { dayOf, MS_PER_DAY } from '#kernel';
import { APP_SETTINGS, CLOCK, type Settings } from '#config';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import {
  authorise,
  changeRecord,
  LinkMails,
  recordAudit,
  systemViewer,
  OneTimeLinks,
} from '#identity';
import { queueMail } from '#mail';
import { Vault } from '#vault';
import { emailIndex } from '../contact/contact-rows.js';
import { herAddress, type HerAddress } from '../contact/her-address.js';
import { recordSteps, stepRow } from '../curation/history.js';
import { PROFILE_STEPS } from '../curation/states.js';
import { profilesChanged } from '../pseudonym/follow-pseudonyms.js';

/** Days before a profile becomes stale on which she is reminded. */
const REMINDERS = [30, 7] as const;
/** A link still works after the profile has become stale. */
const LINK_DAYS = 60;
const BATCH = 100;

/** A profile whose day has come, or comes soon. */
interface Due {
  readonly id: string;
  readonly dueOn: string;
}

/**
 * Once a day: reminds women whose profiles must be confirmed soon, and lets those that nobody confirmed
 * become stale. A batch at a time, each in one transaction with its mails and jobs, so that a run that
 * broke off is finished by the next one and nobody is reminded twice of the same day.
 */
@Injectable()
@BackgroundJob()
export class ConfirmationJob implements JobHandler {
  readonly name = 'profile-confirmation';
  readonly schedule = '17 4 * * *';
  private readonly viewer = systemViewer('confirmation');
  private readonly mails: LinkMails;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly links: OneTimeLinks,
    @Inject(APP_SETTINGS)
    private readonly settings: Pick<Settings, 'confirmAfterDays' | 'publicUrl'>,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {
    this.mails = new LinkMails(vault, links, settings);
  }

  async handle(): Promise<void> {
    const { action } = PROFILE_STEPS.transition('expire');
    authorise(this.viewer, action, { kind: 'profile', mediatorId: null, networkIds: [] });
    authorise(this.viewer, 'remind', { kind: 'profile', mediatorId: null, networkIds: [] });
    while ((await this.database.transaction((tx) => this.expire(tx))) === BATCH);
    for (const days of REMINDERS) {
      while ((await this.database.transaction((tx) => this.remind(tx, days))) === BATCH);
    }
  }

  /** Makes profiles stale whose day has come. Gives how many. */
  private async expire(tx: Transaction): Promise<number> {
    const due = await this.due(tx, EXPIRED, []);
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const audit = PROFILE_STEPS.audit('expire');
    const after = PROFILE_STEPS.next('expire', 'published');
    await tx.query(
      `UPDATE mediator SET state = $2, revision = revision + 1 WHERE id = ANY($1::uuid[])`,
      [ids, after],
    );
    await tx.query(
      `INSERT INTO profile_revision (mediator_id, revision, source)
       SELECT id, revision, $2 FROM mediator WHERE id = ANY($1::uuid[])`,
      [ids, audit],
    );
    const by = this.viewer.name;
    await recordSteps(
      tx,
      ids.map((mediatorId) =>
        stepRow({ mediatorId, step: 'expire', before: 'published', after, by }),
      ),
    );
    for (const her of due) {
      await this.mail(tx, her, async (to) =>
        queueMail(tx, this.vault, {
          ...to,
          template: 'profile-stale',
          parameters: { link: `${this.settings.publicUrl}/me` },
          mediatorId: her.id,
        }),
      );
    }
    await profilesChanged(tx, ids);
    await this.audit(tx, audit, ids);
    return ids.length;
  }

  /** Reminds women whose day is at most so many days away. Gives how many were looked at. */
  private async remind(tx: Transaction, days: number): Promise<number> {
    const next = REMINDERS.find((one) => one < days) ?? 0;
    const due = await this.due(tx, SOON, [days, next]);
    if (due.length === 0) return 0;
    // Another worker may have reminded some of them between the look and the lock: only who writes the row
    // sends the mail.
    const written = await tx.query<{ id: string }>(
      `INSERT INTO profile_reminder (mediator_id, due_on, days_before)
       SELECT id, "dueOn", $2 FROM json_to_recordset($1) AS r(id uuid, "dueOn" date)
       ON CONFLICT DO NOTHING RETURNING mediator_id AS id`,
      [JSON.stringify(due), days],
    );
    const ids = written.map(({ id }) => id);
    const until = new Date(this.now().getTime() + LINK_DAYS * MS_PER_DAY);
    for (const her of due.filter(({ id }) => ids.includes(id))) {
      await this.mail(tx, her, async (to) => {
        const ttl = LINK_DAYS * 24 * 60;
        const sent = { mediatorId: her.id, sentTo: emailIndex(this.vault, to.to) };
        const token = await this.links.issue(tx, { purpose: 'confirm-profile', her: sent, ttl });
        await queueMail(tx, this.vault, {
          ...to,
          template: 'profile-confirm',
          parameters: { link: this.mails.address('confirm-profile', token), until },
          mediatorId: her.id,
        });
      });
    }
    await this.audit(tx, 'profile.remind', ids);
    return due.length;
  }

  /** A mail to her, where anyone stated an address. */
  private async mail(
    tx: Transaction,
    { id }: Due,
    send: (to: HerAddress) => Promise<void>,
  ): Promise<void> {
    const to = await herAddress(tx, this.vault, id);
    if (to !== null) await send(to);
  }

  /** Profiles that are due in some way, shut to others until the transaction ends; none that others work on. */
  private async due(tx: Transaction, condition: string, more: readonly number[]): Promise<Due[]> {
    const today = dayOf(this.now());
    return tx.query<Due>(
      `SELECT m.id, ${DUE_ON}::text AS "dueOn" FROM mediator m WHERE m.state = 'published' AND ${condition}
       ORDER BY m.id LIMIT ${BATCH} FOR NO KEY UPDATE OF m SKIP LOCKED`,
      [today, this.settings.confirmAfterDays, ...more],
    );
  }

  private async audit(tx: Transaction, action: string, ids: readonly string[]): Promise<void> {
    await recordAudit(
      tx,
      this.viewer,
      ids.map((id) => changeRecord(action, 'mediator', null, { id })),
    );
  }
}

/** The day on which a profile becomes stale, as `EXPIRY` says: `$2` days after it was confirmed, or made. */
const DUE_ON = `(coalesce(m.confirmed_on, (m.created_at AT TIME ZONE 'UTC')::date) + $2::int)`;
const EXPIRED = `${DUE_ON} <= $1::date`;
/** From `$3` days before it on, until the next reminder's day `$4`; not who has been reminded, nor who is shown to nobody. */
const SOON = `${DUE_ON} - $3::int <= $1::date AND ${DUE_ON} - $4::int > $1::date
  AND NOT EXISTS (SELECT FROM profile_reminder r
    WHERE r.mediator_id = m.id AND r.due_on = ${DUE_ON} AND r.days_before = $3)
  AND EXISTS (SELECT FROM consent c WHERE c.mediator_id = m.id AND c.purpose = 'LISTED' AND c.withdrawn_at IS NULL)`;
