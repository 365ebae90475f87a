import { isMailAddress } from '#config';
import type { Transaction } from '#database';
import type { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { uuidv7 } from 'uuidv7';
import { placeOfMail, type WholeMail } from './sealed-mail.js';
import { render } from './templates/render.js';
import type { Template, TemplateParameters } from './templates/template.js';

/** A mail to one person. */
export interface Mail<T extends Template = Template> {
  /** Her address; whether it is one is checked before it is stored anywhere (`isMailAddress`). */
  readonly to: string;
  readonly locale: Locale;
  readonly template: T;
  readonly parameters: TemplateParameters[T];
  /** Whose mail it is: it goes when the account or the profile goes. */
  readonly accountId?: string | null;
  readonly mediatorId?: string | null;
}

/** The job that sends mails. */
export const MAIL_SEND = 'mail-send';

/**
 * Lets a mail wait, sealed, and queues the job that sends it: it is sent if, and only if, the transaction
 * commits.
 *
 * @throws TypeError for an address that is none, or a parameter that no mail may hold.
 */
export async function queueMail<T extends Template>(
  tx: Pick<Transaction, 'query' | 'addJob'>,
  vault: Pick<Vault, 'sealer'>,
  { to, locale, template, parameters, accountId = null, mediatorId = null }: Mail<T>,
): Promise<void> {
  if (!isMailAddress(to)) throw new TypeError('A mail goes to one plain address.');
  const whole: WholeMail = { to, locale, ...render(template, parameters, locale) };
  const id = uuidv7();
  const sealer = await vault.sealer(tx);
  const { keyId, bytes } = sealer.seal(JSON.stringify(whole), placeOfMail(id));
  await tx.query(
    `INSERT INTO mail_message (id, key_id, sealed, account_id, mediator_id) VALUES ($1, $2, $3, $4, $5)`,
    [id, keyId, bytes, accountId, mediatorId],
  );
  await tx.addJob({ name: MAIL_SEND, ids: [id] });
}
