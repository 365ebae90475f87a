import { CLOCK } from '#config';
import { Database, listPage, type Transaction } from '#database';
import { AdmissionService, type Applicant, type Evidence } from '#directory';
import { authorise, changeRecord, hidden, may, recordAudit, type Viewer } from '#identity';
import {
  ConflictError,
  dayOf,
  InvalidStateError,
  type ListPage,
  type ListResult,
  textProblems,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { toCallView, type CallView } from '../call/call-view.js';
import { openContents, sealContents, type ApplicationContents } from './application-contents.js';
import { ApplicationMails, keptUntil } from './application-mails.js';
import {
  APPLICATION_STEPS,
  SEEN_STATES,
  type DeclineReason,
  type SeenState,
} from './application-steps.js';
import { MembershipApplicationEntity as Application } from './membership-application.entity.js';

/** An application as the network's coordinators see it: without contact data. */
export interface ApplicationView {
  readonly id: string;
  readonly call: CallView;
  readonly state: SeenState;
  /** In which she read the page, and is answered. */
  readonly locale: Locale;
  /** What she wrote; null once it is a profile, or withdrawn. */
  readonly stated: Omit<Applicant, 'contact'> | null;
  readonly submittedAt: string;
  readonly decidedAt: string | null;
  /** Last day on which it is kept; null while it waits. */
  readonly keptUntil: string | null;
  readonly reason: DeclineReason | null;
  readonly words: string | null;
  /** Her profile, once she is accepted. */
  readonly mediatorId: string | null;
  readonly revision: number;
}

/** Which applications of a network are listed. */
export interface ApplicationFilter {
  readonly networkId: string;
  readonly callId?: string | null;
  readonly states?: readonly SeenState[] | null;
}

/** Why a network declines. */
export interface Decline {
  readonly reason: DeclineReason;
  /** What she reads besides, in whichever language the network writes it. */
  readonly words: string | null;
}

const LONGEST_WORDS = 2_000;

/** What a network's desk does with applications. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly admissions: AdmissionService,
    private readonly mails: ApplicationMails,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** Applications to the calls of a network, the oldest first. @throws NotPermittedError */
  async list(
    viewer: Viewer,
    { networkId, callId, states }: ApplicationFilter,
    page: ListPage,
  ): Promise<ListResult<ApplicationView>> {
    authorise(viewer, 'read', { kind: 'application', networkId });
    const repository = this.database.manager.getRepository(Application);
    const where = {
      call: { networkId, ...(callId ? { id: callId } : {}) },
      state: In([...(states ?? SEEN_STATES)]),
    };
    const result = await listPage(repository, 'id', { where, relations: { call: true } }, page);
    return { ...result, items: await Promise.all(result.items.map((one) => this.toView(one))) };
  }

  /** One of them. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<ApplicationView> {
    // What is of other networks is not even read.
    const found = await this.database.manager.findOne(Application, {
      where: { id, state: In([...SEEN_STATES]), call: { networkId: In([...viewer.networkIds]) } },
      relations: { call: true },
    });
    const networkId = found?.call.networkId ?? '';
    if (!found || !may(viewer, 'read', { kind: 'application', networkId })) {
      throw hidden(viewer, 'application');
    }
    return this.toView(found);
  }

  /**
   * Lists her: makes a submitted profile of what she wrote, with her consents, for the ordinary review, and mails her
   * the answer.
   *
   * @param revision the one that the viewer saw
   * @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError
   */
  async accept(
    viewer: Viewer,
    id: string,
    revision: number,
    evidence: Evidence,
  ): Promise<ApplicationView> {
    return this.decide(viewer, id, revision, 'accept', async (tx, held, { applicant, token }) => {
      const mediatorId = await this.admissions.admit(tx, viewer, {
        networkId: held.call.networkId,
        applicant,
        consentedOn: dayOf(held.createdAt),
        evidence,
      });
      // From now on the profile says it, and goes on from here.
      const contents = { token, applicant: null, words: null };
      return { contents, columns: { mediatorId }, template: 'application-accepted' };
    });
  }

  /**
   * Declines, and mails her the answer. She reads the reason in her language.
   *
   * @throws as `accept`
   */
  async decline(
    viewer: Viewer,
    id: string,
    revision: number,
    { reason, words }: Decline,
  ): Promise<ApplicationView> {
    throwIfProblems(textProblems('words', words ?? '', LONGEST_WORDS, reason === 'other'));
    return this.decide(viewer, id, revision, 'decline', async (_tx, _held, contents) => ({
      contents: { ...contents, words: words?.trim() || null },
      columns: { reason },
      template: 'application-declined',
    }));
  }

  private async decide(
    viewer: Viewer,
    id: string,
    revision: number,
    step: 'accept' | 'decline',
    work: (tx: Transaction, held: Application, contents: Whole) => Promise<Decided>,
  ): Promise<ApplicationView> {
    await this.database.transaction(async (tx) => {
      const held = await lockedApplication(tx, id);
      const networkId = held?.call.networkId ?? '';
      const action = APPLICATION_STEPS.action(step);
      if (
        !held ||
        held.state === 'unconfirmed' ||
        !may(viewer, action, { kind: 'application', networkId })
      ) {
        throw hidden(viewer, 'application');
      }
      if (held.revision !== revision) throw new ConflictError(CHANGED_MEANWHILE);
      const state = APPLICATION_STEPS.take(step, held.state);
      const before = await openContents(this.vault, held);
      if (!isWhole(before)) throw new InvalidStateError(refusal('applications.nothingLeft'));
      const { contents, columns, template } = await work(tx, held, before);
      await tx.manager.update(
        Application,
        { id },
        {
          ...columns,
          ...(await sealContents(tx, this.vault, id, contents)),
          state,
          decidedAt: this.now(),
          decidedBy: viewer.name,
          revision: revision + 1,
        },
      );
      const to = before.applicant.contact.email?.trim() ?? '';
      const { locale } = held;
      const { mediatorId = null } = columns;
      await this.mails.send(tx, { to, locale, token: before.token, mediatorId }, template);
      const audit = APPLICATION_STEPS.audit(step);
      await recordAudit(tx, viewer, [
        changeRecord(audit, 'application', { id, state: held.state }, { id, state, ...columns }),
      ]);
    });
    return this.byId(viewer, id);
  }

  private async toView(held: Application): Promise<ApplicationView> {
    const { id, call, locale, reason, mediatorId, revision } = held;
    const contents = await openContents(this.vault, held);
    const { changes, consents } = contents?.applicant ?? {};
    return {
      id,
      call: toCallView(call),
      state: held.state as SeenState,
      locale,
      stated: changes && consents ? { changes, consents } : null,
      submittedAt: (held.confirmedAt ?? held.createdAt).toISOString(),
      decidedAt: held.decidedAt?.toISOString() ?? null,
      keptUntil: held.decidedAt && keptUntil(held.decidedAt),
      reason,
      words: contents?.words ?? null,
      mediatorId,
      revision,
    };
  }
}

const CHANGED_MEANWHILE = refusal('applications.answeredMeanwhile');

/** What an application holds that waits for its answer. */
type Whole = ApplicationContents & { readonly applicant: Applicant };

interface Decided {
  readonly contents: ApplicationContents;
  readonly columns: { readonly mediatorId?: string; readonly reason?: DeclineReason };
  readonly template: 'application-accepted' | 'application-declined';
}

function isWhole(contents: ApplicationContents | null): contents is Whole {
  return contents !== null && contents.applicant !== null;
}

/** With its call. The row alone is locked: coordinators may edit the call meanwhile. */
async function lockedApplication(tx: Transaction, id: string): Promise<Application | null> {
  await tx.query('SELECT FROM membership_application WHERE id = $1 FOR UPDATE', [id]);
  return tx.manager.findOne(Application, { where: { id }, relations: { call: true } });
}
