import { Inject, Injectable } from '@nestjs/common';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { counter } from '#telemetry';
import { openJson, type SealedColumns, Vault, VaultError } from '#vault';
import { AccountAddresses } from './account-addresses.js';
import { MAIL_SEND } from './queue-mail.js';
import { SafeWays } from './safe-ways.js';
import {
  placeOfMail,
  type MailChannel,
  type WaitingMail,
  type WholeMail,
  type WholeMessage,
} from './sealed-mail.js';
import { MailNotSentError, MailRefusedError, MailTransport } from './transport/mail-transport.js';
import { MessageGateway } from './transport/message-gateway.js';

/** How long a mail is tried at most, in days: the queue gives up soon before, and links are long of no use. */
const LONGEST_WAIT = 5;

/** Writes down that a mail was dropped, in the transaction that drops it: `mail.refused`, `mail.overdue`, `mail.unsafe`. */
export type RecordDropped = (
  tx: Transaction,
  action: string,
  mailIds: readonly string[],
) => Promise<void>;

/** The token of the `RecordDropped` of the application. */
export const RECORD_DROPPED = Symbol('RecordDropped');

const mails = counter('baraza_mails_total', 'Tries to send mails and short messages.', [
  'channel',
  'outcome',
]);

/** How many mails wait, and how many of them were tried in vain. */
export interface MailBacklog {
  readonly waiting: number;
  readonly tried: number;
  /** Since the oldest of them might have been sent: some wait for quiet hours to end. */
  readonly waitingSeconds: number;
}

/**
 * Sends the mails and messages that wait. Each is sent at least once and, but where a process dies or loses its
 * database between sending and deleting, once. By itself it drops those that have waited too long.
 */
@Injectable()
@BackgroundJob()
export class MailSend implements JobHandler {
  readonly name = MAIL_SEND;
  readonly schedule = '41 * * * *';

  constructor(
    private readonly database: Database,
    @Inject(Vault) private readonly vault: Pick<Vault, 'open'>,
    private readonly transport: MailTransport,
    private readonly gateway: MessageGateway,
    private readonly ways: SafeWays,
    private readonly addresses: AccountAddresses,
    @Inject(RECORD_DROPPED) private readonly recordDropped: RecordDropped,
  ) {}

  async handle(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.sendAlone(id);
    if (ids.length === 0) await this.dropOverdue();
  }

  async backlog(): Promise<MailBacklog> {
    const [row] = await this.database.query<MailBacklog>(
      `SELECT count(*)::int AS waiting, count(*) FILTER (WHERE attempts > 0)::int AS tried,
         greatest(0, coalesce(floor(extract(epoch FROM now() - min(greatest(created_at, not_before)))), 0))::int
           AS "waitingSeconds"
       FROM mail_message`,
    );
    return row ?? { waiting: 0, tried: 0, waitingSeconds: 0 };
  }

  /** A lock and no transaction: an erasure does not wait for a slow mail server. */
  private async sendAlone(id: string): Promise<void> {
    await this.database.exclusively(
      `mail:${id}`,
      (lost) => this.send(id, lost),
      () => new MailNotSentError('another process is sending it'),
    );
  }

  private async send(id: string, lost: AbortSignal): Promise<void> {
    const [row] = await this.database.query<
      SealedColumns & {
        readonly channel: MailChannel;
        readonly mediatorId: string | null;
        readonly accountId: string | null;
      }
    >(
      `SELECT channel, mediator_id AS "mediatorId", account_id AS "accountId", key_id AS "keyId", sealed
       FROM mail_message WHERE id = $1`,
      [id],
    );
    // Sent before, or erased with the person it was for.
    if (!row) return;
    // Whoever notes it drops what waits, but not what another transaction is about to queue.
    if (row.mediatorId !== null && !(await this.ways.isSafe(row.mediatorId, row.channel))) {
      return this.drop('mail.unsafe', 'id = $1', [id], lost);
    }
    const whole = await openJson<unknown>(this.vault, row, placeOfMail(id));
    try {
      if (row.channel === 'mail') {
        const mail = await this.addressed(row.accountId, whole as WaitingMail);
        lost.throwIfAborted();
        await this.transport.send(id, mail);
      } else {
        lost.throwIfAborted();
        await this.gateway.send(id, whole as WholeMessage);
      }
    } catch (error) {
      // Whoever has the lock now counts its own tries.
      if (lost.aborted) throw error;
      const isRefused = error instanceof MailRefusedError;
      mails.inc({ channel: row.channel, outcome: isRefused ? 'refused' : 'failed' });
      if (isRefused) return this.drop('mail.refused', 'id = $1', [id], lost);
      await this.database.query('UPDATE mail_message SET attempts = attempts + 1 WHERE id = $1', [
        id,
      ]);
      throw error;
    }
    mails.inc({ channel: row.channel, outcome: 'sent' });
    // Also where the lock is lost: what is gone from here nobody sends again.
    await this.database.query('DELETE FROM mail_message WHERE id = $1', [id]);
  }

  /** @throws MailNotSentError where nobody can say yet where it goes */
  private async addressed(accountId: string | null, mail: WaitingMail): Promise<WholeMail> {
    if (mail.to !== null) return { ...mail, to: mail.to };
    try {
      return { ...mail, to: await this.addresses.of(accountId ?? '') };
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      throw new MailNotSentError('the address of the account cannot be opened');
    }
  }

  private async dropOverdue(): Promise<void> {
    const since = 'greatest(created_at, not_before)';
    await this.drop('mail.overdue', `${since} < now() - $1 * interval '1 day'`, [LONGEST_WAIT]);
  }

  private async drop(
    action: string,
    which: string,
    parameters: unknown[],
    lost?: AbortSignal,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const dropped = await tx.query<{ id: string }>(
        `DELETE FROM mail_message WHERE ${which} RETURNING id`,
        parameters,
      );
      await this.recordDropped(
        tx,
        action,
        dropped.map(({ id }) => id),
      );
    }, lost);
  }
}
