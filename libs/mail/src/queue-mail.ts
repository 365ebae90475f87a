import { isMailAddress } from '#config';
import type { Transaction } from '#database';
import { sealJson, type Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { uuidv7 } from 'uuidv7';
import { messageNumber } from './message-number.js';
import { placeOfMail, type MailChannel, type WholeByChannel } from './sealed-mail.js';
import { render, renderMessage } from './templates/render.js';
import type { Template, TemplateParameters } from './templates/template.js';

/** Whose it is, and when it goes. */
interface Posted {
  readonly locale: Locale;
  /** Whose mail it is: it goes when the account or the profile goes. */
  readonly accountId?: string | null;
  readonly mediatorId?: string | null;
  /** It waits until then, as in her quiet hours; its words are those of now. */
  readonly notBefore?: Date | null;
}

/** A mail to one person. */
export interface Mail<T extends Template = Template> extends Posted {
  /**
   * Her address; whether it is one is checked before it is stored anywhere (`isMailAddress`). Null where that of her account
   * cannot be opened now (`AccountAddresses`).
   */
  readonly to: string | null;
  readonly template: T;
  readonly parameters: TemplateParameters[T];
  /** Hers, of IANA: moments are written in it. UTC where left out. */
  readonly timeZone?: string | null;
}

/** A short message to one telephone: that something waits, and where. */
export interface Message extends Posted {
  /** One number with its country (`messageNumber`). */
  readonly to: string;
  readonly link: string;
}

/** The job that sends mails and messages. */
export const MAIL_SEND = 'mail-send';

type Tx = Pick<Transaction, 'query' | 'addJob'>;
type Seals = Pick<Vault, 'sealer'>;

/**
 * Lets a mail wait, sealed, and queues the job that sends it: it is sent if, and only if, the transaction
 * commits.
 *
 * @throws TypeError for an address that is none, none without an account, or a parameter that no mail may hold; RangeError for a time zone
 *   that is none.
 */
export async function queueMail<T extends Template>(
  tx: Tx,
  vault: Seals,
  { to, template, parameters, timeZone, ...posted }: Mail<T>,
): Promise<void> {
  if (to === null ? !posted.accountId : !isMailAddress(to)) {
    throw new TypeError('A mail goes to one plain address.');
  }
  const { locale } = posted;
  const rendered = render(template, parameters, locale, timeZone ?? undefined);
  await post(tx, vault, 'mail', { to, locale, ...rendered }, posted);
}

/**
 * Lets a short message to a telephone wait as a mail does. Every one has the same sentence, so that neither the
 * gateway nor a glance at the screen learns what it is about.
 *
 * @throws TypeError for a number that is none, or a link that is none.
 */
export async function queueMessage(
  tx: Tx,
  vault: Seals,
  { to, link, ...posted }: Message,
): Promise<void> {
  if (messageNumber(to) !== to) throw new TypeError('A message goes to one telephone number.');
  const { locale } = posted;
  await post(tx, vault, 'message', { to, locale, text: renderMessage(link, locale) }, posted);
}

async function post<C extends MailChannel>(
  tx: Tx,
  vault: Seals,
  channel: C,
  whole: WholeByChannel[C],
  { accountId = null, mediatorId = null, notBefore = null }: Posted,
): Promise<void> {
  const id = uuidv7();
  const { keyId, sealed } = await sealJson(tx, vault, whole, placeOfMail(id));
  await tx.query(
    `INSERT INTO mail_message (id, channel, key_id, sealed, account_id, mediator_id, not_before)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, channel, keyId, sealed, accountId, mediatorId, notBefore],
  );
  await tx.addJob({ name: MAIL_SEND, ids: [id], notBefore });
}
