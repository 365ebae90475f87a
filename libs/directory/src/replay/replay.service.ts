import { Database } from '#database';
import {
  AccountService,
  authorise,
  InvitationService,
  type LoggedDeed,
  type LoggedSince,
  OpenIdProviderService,
  OrganizationService,
  SecondFactorService,
  ServiceAccountService,
  SigningKeys,
  type Viewer,
} from '#identity';
import { InvalidStateError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { Injectable } from '@nestjs/common';
import { ContactService } from '../contact/contact.service.js';
import { CopiesService } from '../copies/copies.service.js';
import { LifeCycleService } from '../curation/life-cycle.service.js';
import { DuplicateService } from '../duplicates/duplicate.service.js';
import { HerDuplicateService } from '../duplicates/her-duplicates.service.js';
import { ErasureService } from '../erasure/erasure.service.js';
import { ExchangePartners } from '../exchange/exchange-partners.js';
import { HerDirectories } from '../exchange/her-directories.js';
import { InstallationKeys } from '../exchange/installation-keys.js';
import { HidingService } from '../hiding/hiding.service.js';
import { standingsOf } from '../mediator/standing.js';
import { NetworkService } from '../network/network.service.js';
import { standingHidings, type LoggedHiding } from './logged-hidings.js';

/** Deeds about a mediator that took nothing away from anybody's sight. Whatever is not here hides her until somebody has looked. */
const HARMLESS: ReadonlySet<string> = new Set([
  'consent.give',
  'contact.view',
  'duplicate.look',
  'exchange.agree',
  'exchange.refuse',
  'need.engage',
  'need.fill',
  'own-data.export',
  'profile.annotate',
  'profile.ask',
  'profile.ask-to-show-more',
  'profile.confirm',
  'profile.expire',
  'profile.publish',
  'profile.readmit',
  'profile.remind',
  'profile.return',
  'profile.submit',
  'profile.verify',
  'shortlist.add',
  'shortlist.judge',
  'shortlist.remove',
]);

/** What networks' lists said: an import brings it up to date. */
const REPEATED_BY_LISTS: ReadonlySet<string> = new Set(['profile.import']);

const SIGNING_KEY = 'signing-key.rotate';
const EXCHANGE_KEY = 'exchange.key';

/** Something that is done again, and the deeds that ask for it. */
export interface Repetition {
  /** What it is called beside a number, such as `women erased`. */
  readonly words: string;
  /** Of what the deeds are. */
  readonly kind: string;
  readonly actions: readonly string[];
  /** @throws NotFoundError, InvalidStateError where nothing is left to do */
  readonly repeat: (id: string) => Promise<unknown>;
  /** What somebody has to do with each record to which it was done. */
  readonly afterwards?: string;
}

/** A record with which somebody has to do something. */
export interface LeftRecord {
  readonly kind: string;
  readonly id: string;
  /** What was done to it after the backup and not repeated, in that order, each once; or what is to be done now. */
  readonly words: readonly string[];
}

/** A hiding that was made after the backup and stands again, under the id that it had. */
export interface HiddenAgain {
  readonly id: string;
  readonly women: number;
  /** Records that the backup does not have: they are of women who came to a list after it, and a list may bring them again. */
  readonly unknown: readonly string[];
}

/** What a replay did. */
export interface Replay {
  /** How much was done again, by the words of its repetition. */
  readonly counts: ReadonlyMap<string, number>;
  readonly hidden: number;
  /** Of the hiding that holds them; null where nobody had to be hidden. */
  readonly hidingId: string | null;
  /** The hidings of many at once that stood. */
  readonly hidings: readonly HiddenAgain[];
  /** Why each woman of the hiding has to be looked at. What an import of her network's list said, another import says. */
  readonly looks: readonly LeftRecord[];
  /** Women who were erased and whom the backup does not have. */
  readonly erasedUnknown: readonly string[];
  /**
   * Women who were erased or withdrawn, and whose record here is merged with one that it was parted from since: whether that is
   * of another woman, a person has to say. They are hidden.
   */
  readonly undecided: readonly string[];
  /** By which other installations are to know this one from now on; null where the key was not changed. */
  readonly exchangeKey: string | null;
  /** Records to which something was done again that somebody has to look at. */
  readonly afterwards: readonly LeftRecord[];
  /** Records, not of mediators, to which something was done that was not repeated. Some of it may have protected somebody. */
  readonly left: readonly LeftRecord[];
}

/**
 * Repeats on a restored database what protects people and was done after the backup, as far as the audit log tells. It names
 * who and what kind of deed, not what was said: so whoever was erased or withdrew is so again, and everybody else whose profile,
 * consents or contact data were changed is hidden until her curators have looked. What was shut is shut again.
 */
@Injectable()
export class ReplayService {
  constructor(
    private readonly database: Database,
    private readonly erasure: ErasureService,
    private readonly lifeCycle: LifeCycleService,
    private readonly hiding: HidingService,
    private readonly contacts: ContactService,
    private readonly directories: HerDirectories,
    private readonly duplicates: HerDuplicateService,
    private readonly verdicts: DuplicateService,
    private readonly copies: CopiesService,
    private readonly accounts: AccountService,
    private readonly secondFactors: SecondFactorService,
    private readonly organizations: OrganizationService,
    private readonly serviceAccounts: ServiceAccountService,
    private readonly signInServices: OpenIdProviderService,
    private readonly invitations: InvitationService,
    private readonly networks: NetworkService,
    private readonly partners: ExchangePartners,
    private readonly installationKeys: InstallationKeys,
    private readonly signingKeys: SigningKeys,
  ) {}

  /**
   * It may be run again: what was done stays done.
   *
   * @param beside what `ErasureService.keptOut` gave when the log was exported
   * @param more what rooms above this one do again
   * @throws NotPermittedError
   */
  async replay(
    viewer: Viewer,
    { deeds, beside }: LoggedSince,
    more: readonly Repetition[] = [],
  ): Promise<Replay> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    // Whoever had to be hidden is so before anything else can go wrong.
    const { hidings, others } = standingHidings(deeds);
    const again: HiddenAgain[] = [];
    for (const each of hidings) again.push(await this.hideAgain(viewer, each));
    const touched = subjectsOf(others, 'mediator', (action) => !HARMLESS.has(action));
    const standings = await standingsOf(this.database, touched);
    const mediatorIds = [...new Set([...standings.values()].map(({ keptId }) => keptId))];
    const hiding =
      mediatorIds.length > 0
        ? await this.hiding.hide(viewer, { networkId: null, mediatorIds, reason: 'other' })
        : null;
    if (beside !== null) await this.erasure.keepOutAgain(viewer, beside);

    const parted = subjectsOf(deeds, 'mediator', (action) => action === 'profile.unmerge');
    const undecided = parted.filter((id) => (standings.get(id)?.keptId ?? id) !== id);
    const repetitions = [
      ...this.ofWomen(viewer, deeds, new Set(undecided)),
      ...this.ofAccess(viewer),
      ...this.ofOthers(viewer, deeds),
      ...more,
    ];
    const erased = subjectsOf(deeds, 'mediator', (action) => action === 'profile.erase');
    const erasedUnknown = erased.filter((id) => !standings.has(id));
    const counts = new Map<string, number>([['hidings', again.length]]);
    const afterwardsOf: LeftRecord[] = [];
    for (const { words, kind, actions, repeat, afterwards } of repetitions) {
      const ids = await done(
        subjectsOf(deeds, kind, (action) => actions.includes(action)),
        repeat,
      );
      counts.set(words, (counts.get(words) ?? 0) + ids.length);
      if (afterwards) afterwardsOf.push(...ids.map((id) => ({ kind, id, words: [afterwards] })));
    }
    const here = await standingsOf(this.database, touched);
    // A key that was changed may be known to somebody.
    const isChanged = (key: string) => deeds.some(({ action }) => action === key);
    if (isChanged(SIGNING_KEY)) await this.signingKeys.rotate(viewer);
    const renewed = isChanged(EXCHANGE_KEY)
      ? await this.installationKeys.installation(viewer, true)
      : null;
    return {
      counts,
      hidden: hiding?.women ?? 0,
      hidingId: hiding?.id ?? null,
      hidings: again,
      looks: recordsOf(
        others,
        ({ action, subject_kind: kind, subject_id: id }) =>
          kind === 'mediator' &&
          here.has(id ?? '') &&
          !HARMLESS.has(action) &&
          !REPEATED_BY_LISTS.has(action),
      ),
      erasedUnknown,
      undecided,
      exchangeKey: renewed?.publicKey ?? null,
      afterwards: afterwardsOf,
      left: leftOf(others, [
        SIGNING_KEY,
        EXCHANGE_KEY,
        // What it kept out stands beside the log, too.
        'erased-keys.keep',
        ...repetitions.flatMap(({ actions }) => actions),
      ]),
    };
  }

  private async hideAgain(
    viewer: Viewer,
    { id, reason, mediatorIds }: LoggedHiding,
  ): Promise<HiddenAgain> {
    const standings = await standingsOf(this.database, mediatorIds);
    const known = [...new Set([...standings.values()].map(({ keptId }) => keptId))];
    await this.hiding.hideAgain(viewer, id, { mediatorIds: known, reason });
    const unknown = mediatorIds.filter((her) => !standings.has(her));
    return { id, women: known.length, unknown };
  }

  private ofWomen(
    viewer: Viewer,
    deeds: readonly LoggedDeed[],
    undecided: ReadonlySet<string>,
  ): Repetition[] {
    const away = lastly(deeds, 'profile.withdraw', 'profile.resume');
    const kind = 'mediator';
    return [
      {
        words: 'women erased',
        kind,
        actions: ['profile.erase'],
        repeat: async (id) => {
          if (undecided.has(id)) throw new InvalidStateError(refusal('replay.unknown'));
          return this.erasure.erase(viewer, id);
        },
      },
      {
        words: 'withdrawn',
        kind,
        actions: ['profile.withdraw'],
        repeat: async (id) => {
          const isAway = away.has(id) && !undecided.has(id);
          if (!isAway) throw new InvalidStateError(refusal('replay.cameBack'));
          return this.lifeCycle.withdrawAgain(id);
        },
      },
      {
        words: 'sent nothing any more',
        kind,
        actions: ['contact.edit'],
        repeat: async (id) => this.contacts.closeChannels(viewer, id),
      },
      {
        words: 'not compared with other directories',
        kind,
        actions: ['exchange.refuse'],
        repeat: async (id) => this.directories.takeBackAll(viewer, id),
      },
      {
        words: 'answers on other entries taken back',
        kind: 'duplicate',
        actions: ['duplicate.answer'],
        repeat: async (id) => this.duplicates.takeBack(viewer, id),
      },
      {
        words: 'entries taken for one woman no more',
        kind: 'duplicate',
        actions: ['duplicate.decide'],
        repeat: async (id) => this.verdicts.takeBack(viewer, id),
      },
      {
        words: 'answers on other directories taken back',
        kind: 'listing',
        actions: ['exchange.answer'],
        repeat: async (id) => this.directories.takeBackAnswer(viewer, id),
      },
      {
        words: 'copies recalled',
        kind: 'copy',
        actions: ['copy.recall'],
        repeat: async (id) => this.copies.recall(viewer, id),
      },
      {
        words: 'briefings recalled',
        kind: 'shortlist',
        actions: ['copy.recall'],
        repeat: async (id) => this.copies.recallBriefingAgain(viewer, id),
      },
    ];
  }

  /** Who gets in. */
  private ofAccess(viewer: Viewer): Repetition[] {
    return [
      {
        words: 'accounts suspended',
        kind: 'account',
        actions: ['account.suspend', 'account.take-role'],
        repeat: async (id) => this.accounts.suspend(viewer, id),
      },
      {
        words: 'passwords taken away',
        kind: 'account',
        actions: ['account.change-password', 'account.forget-password'],
        repeat: async (id) => this.accounts.forgetPassword(viewer, id),
      },
      {
        words: 'authenticators taken away',
        kind: 'account',
        actions: ['account.remove-totp'],
        repeat: async (id) => this.secondFactors.remove(viewer, id),
      },
      {
        words: 'organizations suspended',
        kind: 'organization',
        actions: ['organization.suspend'],
        repeat: async (id) => this.organizations.suspend(viewer, id),
      },
      {
        words: 'service accounts revoked',
        kind: 'service-account',
        actions: ['service-account.revoke'],
        repeat: async (id) => this.serviceAccounts.revoke(viewer, id),
      },
      {
        words: 'sign-in services removed',
        kind: 'organization',
        // Another address, secret or domain than here may have been put in place of one that others had.
        actions: ['openid.configure', 'openid.remove'],
        repeat: async (id) => this.signInServices.remove(viewer, id),
      },
      {
        words: 'invitations revoked',
        kind: 'invitation',
        actions: ['invitation.revoke'],
        repeat: async (id) => this.invitations.revoke(viewer, id),
      },
    ];
  }

  /** Networks, and other installations. */
  private ofOthers(viewer: Viewer, deeds: readonly LoggedDeed[]): Repetition[] {
    const archived = lastly(deeds, 'network.archive', 'network.restore');
    return [
      {
        words: 'networks archived',
        kind: 'network',
        actions: ['network.archive'],
        repeat: async (id) => {
          if (!archived.has(id)) throw new InvalidStateError(refusal('replay.cameBack'));
          return this.networks.archive(viewer, id, true);
        },
      },
      {
        words: 'networks in which nobody verifies her own work',
        kind: 'network',
        actions: ['network.four-eyes'],
        repeat: async (id) => {
          const network = (await this.networks.byIds([id])).get(id);
          if (!network) throw new NotFoundError('network');
          if (network.fourEyes) throw new InvalidStateError(refusal('replay.cameBack'));
          return this.networks.setFourEyes(viewer, id, true);
        },
        afterwards: 'a coordinator turns this off again where it is not wanted',
      },
      {
        words: 'exchanges ended',
        kind: 'exchange-partner',
        // The key by which a partner is known here may be in other hands.
        actions: ['exchange.end', 'exchange.trust'],
        repeat: async (id) => this.partners.endById(viewer, id),
      },
    ];
  }
}

/** Those of whom the last of these two deeds is that they went. */
function lastly(deeds: readonly LoggedDeed[], went: string, cameBack: string): ReadonlySet<string> {
  const away = new Set<string>();
  for (const { action, subject_id: id } of deeds) {
    if (id !== null && action === went) away.add(id);
    if (id !== null && action === cameBack) away.delete(id);
  }
  return away;
}

/** The subjects of a kind to which deeds of some kind were done. */
function subjectsOf(
  deeds: readonly LoggedDeed[],
  kind: string,
  is: (action: string) => boolean,
): string[] {
  return [
    ...new Set(
      deeds.flatMap(({ action, subject_kind: of, subject_id: id }) =>
        of === kind && id !== null && is(action) ? [id] : [],
      ),
    ),
  ];
}

/** Does it to each, and gives those to which it was done. What is not there any more, or was done before, needs nothing. */
async function done(
  ids: readonly string[],
  act: (id: string) => Promise<unknown>,
): Promise<string[]> {
  const all: string[] = [];
  for (const id of ids) {
    try {
      await act(id);
      all.push(id);
    } catch (error) {
      if (!(error instanceof NotFoundError || error instanceof InvalidStateError)) throw error;
    }
  }
  return all;
}

/** Records, neither of mediators nor sessions, with what was done to them and not repeated. Sessions are in no backup. */
function leftOf(deeds: readonly LoggedDeed[], repeated: readonly string[]): LeftRecord[] {
  return recordsOf(
    deeds,
    ({ action, subject_kind: kind }) =>
      kind !== 'mediator' && kind !== 'session' && !repeated.includes(action),
  );
}

/** The records to which such deeds were done, with what these were. */
function recordsOf(deeds: readonly LoggedDeed[], is: (deed: LoggedDeed) => boolean): LeftRecord[] {
  const left = new Map<string, LeftRecord & { readonly words: string[] }>();
  for (const deed of deeds) {
    if (!is(deed)) continue;
    const { action, subject_kind: kind, subject_id: subjectId } = deed;
    const id = subjectId ?? '-';
    const record = left.get(`${kind} ${id}`) ?? { kind, id, words: [] };
    if (!record.words.includes(action)) record.words.push(action);
    left.set(`${kind} ${id}`, record);
  }
  return [...left.values()].toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}
