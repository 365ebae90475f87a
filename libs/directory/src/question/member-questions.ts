import { Database, type Transaction } from '#database';
import {
  AccountMails,
  accountOf,
  authorise,
  changeRecord,
  eachMadeOnce,
  LinkMails,
  OneTimeLinks,
  ownMediatorId,
  recordAudit,
  type Viewer,
} from '#identity';
import {
  ConflictError,
  InvalidStateError,
  NotFoundError,
  type OneResult,
  textProblems,
  throwIfProblems,
} from '#kernel';
import { queueMail } from '#mail';
import { translator, refusal } from '#messages';
import { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { emailIndex } from '../contact/contact-rows.js';
import { CorrectionService } from '../correction/correction.service.js';
import { ContactRepository } from '../contact/contact-repository.js';
import { herAddress, type HerAddress } from '../contact/her-address.js';
import { lockedRecord } from '../curation/locked-record.js';
import { networkIdsOf } from '../assertion/sources-of.js';

const TEMPLATE = 'correction-asked';

/** What is asked most often; each has a text in all languages. */
export const MEMBER_QUESTIONS = ['still-right', 'what-is-missing', 'how-to-reach-you'] as const;
export type MemberQuestion = (typeof MEMBER_QUESTIONS)[number];

const LONGEST_TEXT = 2_000;
/** Days within which she is not asked again, by whichever of her networks: mails that come too often are not read. */
const DAYS_BETWEEN = 7;
/** Days for which a question is shown to her, and its link works. */
const DAYS_OPEN = 60;

/** A question that waits for her answer. */
export interface OpenQuestion {
  readonly id: string;
  readonly text: string;
  /** ISO 8601. */
  readonly askedAt: string;
}

/** What is asked: one of the usual questions, own words, or both. */
export interface AskedOfMembers {
  readonly question: MemberQuestion | null;
  readonly text: string | null;
}

/**
 * Questions of coordinators to mediators about their profiles. Each is a note, which her curators and she read, and a
 * mail in her language that says no more than that something waits. She answers with a correction: signed in, or by the
 * link of the mail if she has no account.
 */
@Injectable()
export class MemberQuestionService {
  private readonly contacts: ContactRepository;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly accounts: AccountMails,
    private readonly links: OneTimeLinks,
    private readonly mails: LinkMails,
    private readonly corrections: CorrectionService,
  ) {
    this.contacts = new ContactRepository(vault);
  }

  /**
   * Asks each of these women of a network. One result for each, in their order: NotFoundError where the network does not
   * list her, ConflictError where she was asked within seven days, InvalidStateError where she has withdrawn or cannot be
   * written to.
   *
   * @throws NotPermittedError, InvalidInputError for too many, and where nothing is asked
   */
  async ask(
    viewer: Viewer,
    networkId: string,
    ids: readonly string[],
    { question, text }: AskedOfMembers,
  ): Promise<OneResult<string>[]> {
    authorise(viewer, 'ask', { kind: 'profile', mediatorId: null, networkIds: [networkId] });
    throwIfProblems(textProblems('text', text ?? '', LONGEST_TEXT, question === null));
    const ask = async (id: string): Promise<string> =>
      this.database.transaction(async (tx) => {
        const record = await lockedRecord(tx, viewer, id, 'ask');
        if (!networkIdsOf(record).includes(networkId)) throw new NotFoundError('profile');
        if (record.state === 'withdrawn') throw new InvalidStateError(refusal('members.withdrawn'));
        await this.checkLast(tx, record.id);
        const account = await accountOf(tx, record.id);
        const address = account ? null : await herAddress(tx, this.vault, record.id);
        const locale = (account ?? address)?.locale;
        if (!locale) throw new InvalidStateError(refusal('contacts.noAddress'));
        const noteId = uuidv7();
        await tx.query(
          'INSERT INTO profile_note (id, mediator_id, text, written_by, asks) VALUES ($1, $2, $3, $4, true)',
          [noteId, record.id, wordsOf(question, text, locale), viewer.name],
        );
        if (address) await this.write(tx, address, record.id, noteId);
        // Where others may read her mails she finds it on her page only, and nobody is told why.
        if (account && (await this.contacts.isMailSafe(tx, record.id))) {
          const mail = { template: TEMPLATE, path: '/me/corrections', parameters: {} } as const;
          await this.accounts.toAccounts(tx, [account.id], mail);
        }
        await recordAudit(tx, viewer, [
          changeRecord('profile.ask', 'mediator', null, { id: record.id }),
        ]);
        return record.id;
      });
    return eachMadeOnce(this.database, 'ids', ids, ask, async (id) => id);
  }

  /**
   * What she was asked and has not answered since, the latest first.
   *
   * @param noteId only this question: a link of a mail tells no other, for her address may be another since
   * @throws NotPermittedError
   */
  async open(viewer: Viewer, noteId: string | null = null): Promise<OpenQuestion[]> {
    return this.database.query<OpenQuestion>(OPEN, [ownMediatorId(viewer), DAYS_OPEN, noteId]);
  }

  /**
   * Answers one question by the link of its mail, which works no more then.
   *
   * @throws NotFoundError where it waits for no answer: it was answered, here or on her page, or is too old; InvalidInputError,
   * InvalidStateError as for any request
   */
  async answer(viewer: Viewer, noteId: string, text: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Of two answers at once, the second finds the first.
      await tx.query('SELECT FROM profile_note WHERE id = $1 FOR UPDATE', [noteId]);
      const open = await tx.query(OPEN, [ownMediatorId(viewer), DAYS_OPEN, noteId]);
      if (open.length === 0) throw new NotFoundError('question');
      await this.corrections.requestIn(tx, viewer, null, text);
      await this.links.withdrawFor(tx, 'correction', { noteId });
    });
  }

  /** A mail with a link by which she answers without signing in. */
  private async write(
    tx: Transaction,
    address: HerAddress,
    mediatorId: string,
    noteId: string,
  ): Promise<void> {
    const ttl = DAYS_OPEN * 24 * 60;
    const her = { mediatorId, sentTo: emailIndex(this.vault, address.to) };
    const link = { purpose: 'correction', her, data: { noteId }, ttl } as const;
    const token = await this.links.issue(tx, link);
    await queueMail(tx, this.vault, {
      ...address,
      template: TEMPLATE,
      parameters: { link: this.mails.address('correction', token) },
      mediatorId,
    });
  }

  private async checkLast(tx: Transaction, mediatorId: string): Promise<void> {
    const recent = await tx.query(
      `SELECT FROM profile_note n JOIN mediator m ON m.id = n.mediator_id
       WHERE coalesce(m.merged_into, m.id) = $1 AND n.asks AND n.written_at > now() - $2 * interval '1 day' LIMIT 1`,
      [mediatorId, DAYS_BETWEEN],
    );
    if (recent.length > 0) {
      throw new ConflictError(refusal('members.askedLately', { days: DAYS_BETWEEN }));
    }
  }
}

/** Questions to her or a record that was merged into hers; a correction that she asks for later answers those before it. */
const OPEN = `SELECT n.id, n.text, to_char(n.written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "askedAt"
FROM profile_note n JOIN mediator m ON m.id = n.mediator_id
WHERE coalesce(m.merged_into, m.id) = $1 AND n.asks AND n.written_at > now() - $2 * interval '1 day'
  AND coalesce(n.id = $3, true) AND NOT EXISTS (SELECT FROM correction c WHERE c.mediator_id = $1 AND c.requested_at > n.written_at)
ORDER BY n.id DESC`;

function wordsOf(question: MemberQuestion | null, text: string | null, locale: Locale): string {
  const usual = question && translator('pages', locale)(`asked.${question}`);
  return [usual, text?.trim()].filter(Boolean).join('\n\n');
}
