import { APP_SETTINGS, CLOCK, type Settings } from '#config';
import type { Transaction } from '#database';
import { AccountMails, hasAccount, LinkMails, OneTimeLinks, type SentToHer } from '#identity';
import { Inject, Injectable } from '@nestjs/common';
import type { Notice } from '../ask/moves.js';
import { DeskService } from '../desk/desk.service.js';
import { HerMails } from '../preferences/her-mails.js';

/** A mail of introductions: those of the steps, and that a message waits. */
type IntroductionMail = Notice['mail'] | 'introduction-message';

/** Whom the notices of an introduction reach. */
export interface Addressees {
  readonly id: string;
  /** Who requested it, by the opaque name of the actor, and for which organization. */
  readonly requester: { readonly requestedBy: string; readonly organizationId: string };
  /** The network whose desk acts, and the record that stands for her; null once she was erased. */
  readonly her: { readonly mediatorId: string; readonly networkId: string | null } | null;
  /** Until when what waits for the desk or for her can be done, and until when the organizer waits; null where nothing does. */
  readonly until: Date | null;
  readonly shownUntil: Date | null;
}

const PAGES: ReadonlySet<IntroductionMail> = new Set([
  'introduction-desk-overdue',
  'introduction-connected',
  'introduction-ended',
  'introduction-stood-down',
  'introduction-message',
]);

/** Mails after which there is nothing that she could do by a link. */
const NOTHING_TO_DO: ReadonlySet<IntroductionMail> = new Set([
  'introduction-ended',
  'introduction-stood-down',
]);

/**
 * Tells those who take part that something waits. No mail names anybody, a country, a process or a need: it says that
 * something waits, and leads to where it is read.
 */
@Injectable()
export class IntroductionMails {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly linkMails: LinkMails,
    private readonly accounts: AccountMails,
    private readonly desks: DeskService,
    private readonly herMails: HerMails,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  async send(
    tx: Transaction,
    notices: readonly { readonly to: Notice['to']; readonly mail: IntroductionMail }[],
    addressees: Addressees,
  ): Promise<void> {
    const { her } = addressees;
    for (const { to, mail } of notices) {
      if (to === 'organizer') await this.toOrganizer(tx, mail, addressees);
      else if (her && to === 'her') await this.toHer(tx, mail, her, addressees);
      else if (her) {
        const stage = to === 'desk' ? 'arrived' : 'overdue';
        const accounts = await this.desks.told(tx, her.networkId, stage);
        await this.toAccounts(tx, accounts, mail, addressees);
      }
    }
  }

  /** To whoever asked, or once that account can act for the organization no longer, to all who can. */
  private async toOrganizer(
    tx: Transaction,
    mail: IntroductionMail,
    { requester: { requestedBy, organizationId }, shownUntil }: Addressees,
  ): Promise<void> {
    const [kind, accountId = null] = requestedBy.split(':');
    const requesting = kind === 'user' ? accountId : null;
    const toWhom = [tx, organizationId, requesting] as const;
    await this.accounts.toOrganizer(...toWhom, this.accountMail(mail, shownUntil));
  }

  private async toAccounts(
    tx: Transaction,
    accountIds: readonly string[],
    mail: IntroductionMail,
    { until }: Addressees,
  ): Promise<void> {
    await this.accounts.toAccounts(tx, accountIds, this.accountMail(mail, until));
  }

  /** By the channel that she chose. Where she cannot be reached by it, her desk is told to call her. */
  private async toHer(
    tx: Transaction,
    mail: IntroductionMail,
    { mediatorId, networkId }: NonNullable<Addressees['her']>,
    addressees: Addressees,
  ): Promise<void> {
    const isTold = await this.herMails.send(tx, mediatorId, {
      template: mail,
      parameters: this.parameters(mail, addressees.until),
      link: (sentTo) => this.linkFor(tx, mail, { mediatorId, sentTo }, addressees),
    });
    if (isTold || NOTHING_TO_DO.has(mail)) return;
    const accounts = await this.desks.told(tx, networkId, 'arrived');
    await this.toAccounts(tx, accounts, 'introduction-desk-waits', addressees);
  }

  /** To her own page where she has an account; else a link to this ask, by which she can read and answer it. */
  private async linkFor(
    tx: Transaction,
    mail: IntroductionMail,
    her: SentToHer,
    { id }: Addressees,
  ): Promise<string> {
    const { publicUrl } = this.settings;
    if (await hasAccount(tx, her.mediatorId)) return `${publicUrl}/me/introductions`;
    if (NOTHING_TO_DO.has(mail)) return `${publicUrl}${OVER_PAGE}`;
    const purpose = 'introduction';
    const data = { introductionId: id };
    const days = RELEASING.has(mail) ? 365 : 30;
    const token = await this.links.issue(tx, {
      purpose,
      her,
      data,
      ttl: days * DAY_MINUTES,
    });
    return this.linkMails.address(purpose, token);
  }

  private accountMail(mail: IntroductionMail, until: Date | null) {
    const parameters = this.parameters(mail, until);
    return {
      template: mail,
      parameters,
      ...(NOTHING_TO_DO.has(mail) && { path: OVER_PAGE }),
    };
  }

  private parameters(mail: IntroductionMail, until: Date | null): { until?: Date } {
    return PAGES.has(mail) ? {} : { until: until ?? this.now() };
  }
}

/** Says that a request is over, to whoever follows the link of a mail about that. */
const OVER_PAGE = '/link/introduction/over';

/**
 * Mails by whose link she releases channels, and can take them back: it works for a year at most. A link of any other works
 * for 30 days at most, and no ask goes on so long without another mail to her: 7 days to answer, 5 for a question, and
 * twice 5 until the organizer confirms. All links of an ask end with it, or when she takes back what she had released.
 */
const RELEASING: ReadonlySet<IntroductionMail> = new Set([
  'introduction-confirmed',
  'introduction-connected',
  'introduction-message',
]);
const DAY_MINUTES = 24 * 60;
