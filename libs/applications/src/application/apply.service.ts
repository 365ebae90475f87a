import { CLOCK } from '#config';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import {
  AdmissionService,
  LifeCycleService,
  NetworkService,
  type Applicant,
  type NetworkView,
} from '#directory';
import {
  AccountMails,
  authorise,
  changeRecord,
  emailIndex,
  PUBLIC_VIEWER,
  randomToken,
  recordAudit,
  systemViewer,
  Throttle,
  tokenHash,
  type Client,
  type Viewer,
} from '#identity';
import { ConflictError, InvalidStateError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { CallService } from '../call/call.service.js';
import { MembershipCallEntity } from '../call/membership-call.entity.js';
import { toCallView, type CallView } from '../call/call-view.js';
import { openContents, sealContents } from './application-contents.js';
import { ApplicationMails, confirmableUntil, keptUntil } from './application-mails.js';
import {
  APPLICATION_STEPS,
  type ApplicationState,
  type DeclineReason,
} from './application-steps.js';
import { MembershipApplicationEntity as Application } from './membership-application.entity.js';

/** Where the page of a call is. */
export interface CallAddress {
  /** Slug. */
  readonly network: string;
  readonly call: string;
}

/** An application as the woman sees it by her link. What she wrote is not shown: others may read her mail. */
export interface OwnApplication {
  readonly state: ApplicationState;
  /** In which she applied. */
  readonly locale: Locale;
  readonly call: CallView;
  readonly network: NetworkView | null;
  readonly sentAt: Date;
  /** Last moment for the confirmation. */
  readonly confirmableUntil: Date;
  /** Last day on which it is kept, once it is answered or withdrawn. */
  readonly keptUntil: string | null;
  readonly reason: DeclineReason | null;
  /** What the network wrote when it declined. */
  readonly words: string | null;
  /** Whether what she wrote has become a profile, which stays when she withdraws. */
  readonly hasProfile: boolean;
}

const SYSTEM = systemViewer('applications');
/** Whoever holds the link that was mailed to her: she herself. */
const BY_LINK: Viewer = { ...PUBLIC_VIEWER, name: 'system:application-link' };

/**
 * What a woman does who applies. The answer and the work are the same whatever is known of her address or name: it is
 * compared with other applications to the same call, by a job, and with nothing else.
 */
@Injectable()
@BackgroundJob()
export class ApplyService implements JobHandler {
  readonly name = 'membership-applications';

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly throttle: Throttle,
    private readonly calls: CallService,
    private readonly networks: NetworkService,
    private readonly admissions: AdmissionService,
    private readonly lifeCycle: LifeCycleService,
    private readonly mails: ApplicationMails,
    private readonly accountMails: AccountMails,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * Keeps what she wrote, sealed, and mails her a link by which she confirms it. Nobody sees it before.
   *
   * @throws NotFoundError, InvalidStateError where the call takes no applications, InvalidInputError,
   * TooManyAttemptsError
   */
  async apply(
    viewer: Viewer,
    client: Client,
    { network, call: id }: CallAddress,
    locale: Locale,
    applicant: Applicant,
  ): Promise<void> {
    const { call, phase } = await this.calls.atAddress(network, id);
    authorise(viewer, 'apply', { kind: 'application', networkId: call.networkId });
    if (phase !== 'accepting') throw new InvalidStateError(refusal('applications.noneTaken'));
    this.admissions.check(applicant);
    const email = applicant.contact.email?.trim() ?? '';
    await this.throttle.enter(client, 'mail', email);
    await this.database.transaction(async (tx) => {
      const application = uuidv7();
      const token = randomToken();
      const contents = { token, applicant, words: null };
      await tx.manager.insert(Application, {
        ...(await sealContents(tx, this.vault, application, contents)),
        id: application,
        callId: call.id,
        locale,
        tokenHash: tokenHash(token),
        emailIndex: emailIndex(this.vault, email),
        createdAt: this.now(),
      });
      await tx.addJob({ name: this.name, ids: [application] });
      await recordAudit(tx, viewer, [
        changeRecord('application.create', 'application', null, { id: application }),
      ]);
    });
  }

  async handle(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.database.transaction((tx) => this.answer(tx, id));
  }

  /** Her application. @throws NotFoundError where the link is none, or leads to nothing any more */
  async byLink(token: string): Promise<OwnApplication> {
    const held = await this.database.manager.findOne(Application, {
      where: { tokenHash: tokenHash(token) },
      relations: { call: true },
    });
    if (!held || this.isExpired(held)) throw new NotFoundError('application');
    const { state, locale, createdAt, decidedAt, reason, mediatorId } = held;
    const contents = await openContents(this.vault, held);
    const call = toCallView(held.call);
    return {
      state,
      locale,
      call,
      network: (await this.networks.byIds([call.networkId])).get(call.networkId) ?? null,
      sentAt: createdAt,
      confirmableUntil: confirmableUntil(createdAt),
      keptUntil: decidedAt && keptUntil(decidedAt),
      reason,
      words: contents?.words ?? null,
      hasProfile: mediatorId !== null,
    };
  }

  /**
   * She confirms that the address is hers: from now on the network sees what she wrote, and its coordinators are told
   * if nothing else waited for them. Whatever else was sent with her address and not confirmed goes.
   *
   * @throws NotFoundError, InvalidStateError; ConflictError where she has applied before
   */
  async confirm(token: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { held, others } = await this.locked(tx, token);
      if (this.isExpired(held)) throw new NotFoundError('application');
      const state = APPLICATION_STEPS.take('confirm', held.state);
      if (others.some(isStanding)) throw new ConflictError(refusal('applications.already'));
      const { networkId } = await tx.manager.findOneByOrFail(MembershipCallEntity, {
        id: held.callId,
      });
      const waiting = { state: 'submitted', call: { networkId } } as const;
      // Of two at once, the second sees that the first waits.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `applications of ${networkId}`,
      ]);
      if ((await tx.manager.countBy(Application, waiting)) === 0) {
        await this.accountMails.toCoordinators(tx, networkId, {
          template: 'applications-wait',
          parameters: {},
        });
      }
      await tx.manager.update(
        Application,
        { id: held.id },
        { state, confirmedAt: this.now(), revision: held.revision + 1 },
      );
      const unconfirmed = others.filter((other) => other.state === 'unconfirmed');
      for (const { id } of unconfirmed) await tx.manager.delete(Application, { id });
      await recordAudit(tx, BY_LINK, [
        stepRecord('confirm', held, state),
        ...unconfirmed.map((other) => stepRecord('withdraw', other, 'withdrawn')),
      ]);
    });
  }

  /**
   * She takes her application back, before the answer or after: what she wrote goes at once. A profile that was made
   * of it leaves the directory. Says whether anything is left to show.
   *
   * @throws NotFoundError, InvalidStateError
   */
  async withdraw(token: string): Promise<{ readonly left: boolean }> {
    return this.database.transaction(async (tx) => {
      // Her profile before her application, as an erasure takes them: else each could wait for the other.
      const found = await tx.manager.findOneBy(Application, { tokenHash: tokenHash(token) });
      if (found?.mediatorId) await this.lifeCycle.withdrawByLink(tx, found.mediatorId);
      const { held } = await this.locked(tx, token);
      const left = await this.takenBack(tx, BY_LINK, held);
      // Where she was accepted this very moment.
      if (held.mediatorId !== null && !found?.mediatorId) {
        await this.lifeCycle.withdrawByLink(tx, held.mediatorId);
      }
      return { left };
    });
  }

  /**
   * Repeats, on a database that was restored, that she took her application back. Of a profile that was made of it the log tells
   * itself what she did with it.
   *
   * @throws NotPermittedError, NotFoundError, InvalidStateError where it is withdrawn
   */
  async withdrawAgain(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const held = await tx.manager.findOne(Application, { where: { id }, lock });
      if (!held) throw new NotFoundError('application');
      await this.takenBack(tx, viewer, held);
    });
  }

  /** What she wrote goes; says whether anything is left to show. @throws InvalidStateError where it is withdrawn */
  private async takenBack(tx: Transaction, viewer: Viewer, held: Application): Promise<boolean> {
    const state = APPLICATION_STEPS.take('withdraw', held.state);
    const { id, revision } = held;
    const left = held.state !== 'unconfirmed';
    if (left) {
      const nothing = { emailIndex: null, keyId: null, sealed: null, reason: null };
      const decided = { decidedAt: this.now(), decidedBy: viewer.name, revision: revision + 1 };
      await tx.manager.update(Application, { id }, { state, ...nothing, ...decided });
    } else {
      await tx.manager.delete(Application, { id });
    }
    await recordAudit(tx, viewer, [stepRecord('withdraw', held, state)]);
    return left;
  }

  /** Mails the link, or that she has applied before. */
  private async answer(tx: Transaction, id: string): Promise<void> {
    // Held, for the job may run again after its mail has gone: then she may confirm at the same moment.
    const held = await tx.manager.findOne(Application, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    // Withdrawn, confirmed or removed before.
    if (!held || held.state !== 'unconfirmed' || held.emailIndex === null) return;
    const { callId, emailIndex: address, createdAt, locale } = held;
    const contents = await openContents(this.vault, held);
    const to = contents?.applicant?.contact.email?.trim();
    if (!contents || !to) return;
    const standing = (await tx.manager.findBy(Application, { callId, emailIndex: address })).find(
      isStanding,
    );
    const before = standing && (await openContents(this.vault, standing));
    if (before) {
      await tx.manager.delete(Application, { id });
      await this.mails.send(tx, { to, locale, token: before.token }, 'application-already');
    } else {
      await this.mails.askToConfirm(tx, { to, locale, token: contents.token }, createdAt);
    }
    await recordAudit(tx, SYSTEM, [
      changeRecord('application.answer', 'application', { id }, before ? null : { id }),
    ]);
  }

  /** Her application and the others of her address to the same call, shut to others until the transaction ends. */
  private async locked(
    tx: Transaction,
    token: string,
  ): Promise<{ readonly held: Application; readonly others: readonly Application[] }> {
    const found = await tx.manager.findOneBy(Application, { tokenHash: tokenHash(token) });
    if (!found) throw new NotFoundError('application');
    const { callId, emailIndex: address } = found;
    const all = await tx.manager.find(Application, {
      where: address === null ? { id: found.id } : { callId, emailIndex: address },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const held = all.find(({ id }) => id === found.id);
    if (!held) throw new NotFoundError('application');
    return { held, others: all.filter((other) => other !== held) };
  }

  private isExpired({ state, createdAt }: Application): boolean {
    return state === 'unconfirmed' && confirmableUntil(createdAt) < this.now();
  }
}

/** Whether it waits for an answer, or was accepted: a woman applies to a call once. */
function isStanding({ state }: Application): boolean {
  return state === 'submitted' || state === 'accepted';
}

function stepRecord(
  step: 'confirm' | 'withdraw',
  { id, state: before }: Application,
  state: ApplicationState,
) {
  const audit = APPLICATION_STEPS.audit(step);
  return changeRecord(audit, 'application', { id, state: before }, { id, state });
}
