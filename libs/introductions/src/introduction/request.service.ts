import { CLOCK } from '#config';
import { Database, listPage, type Transaction } from '#database';
import { SELECT_KEPT_NAMES } from '#directory';
import {
  type EntryView,
  lockedNeed,
  needFacts,
  type NeedFacts,
  ShortlistReader,
  type ShortlistView,
} from '#engagement';
import {
  type ActionOn,
  authorise,
  changeRecord,
  hidden,
  may,
  organizationFacts,
  recordAudit,
  type Viewer,
} from '#identity';
import {
  ConflictError,
  dayOf,
  type InputProblem,
  InvalidStateError,
  type ListPage,
  type ListResult,
  textProblems,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, Raw, type FindOptionsWhere } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { byOrganizer, type OrganizerStep, requested, wakeAt } from '../ask/moves.js';
import { NOT_ENGAGED_REASONS, WITHDRAWAL_REASONS } from '../ask/reasons.js';
import { SHOWN_STATES, SHOWN_STEPS, shownAt } from '../ask/shown.js';
import { DeskService } from '../desk/desk.service.js';
import { PreferenceService } from '../preferences/preference.service.js';
import { RelayService } from '../relay/relay.service.js';
import { missingTerms } from '../terms/check-terms.js';
import { TermsService } from '../terms/terms.service.js';
import { AskReader, openChannels } from './ask-reader.js';
import type { OpenedContact, OrganizerAskView } from './ask-views.js';
import { LONGEST_WORDS } from './her-acts.js';
import type { NotEngagedInput, OrganizerFilter, RequestInput, WithdrawInput } from './inputs.js';
import { IntroductionContactReadEntity } from './introduction-contact-read.entity.js';
import { IntroductionMails } from './introduction-mails.js';
import { IntroductionShownEntity } from './introduction-shown.entity.js';
import { IntroductionStepEntity } from './introduction-step.entity.js';
import {
  type Held,
  introductionSubject,
  IntroductionStore,
  isWanted,
} from './introduction-store.js';
import { type IntroductionWords, sealWords } from './introduction-words.js';
import { IntroductionEntity } from './introduction.entity.js';

/** Asks that an organizer may have open for a need, beyond the women who are wanted. */
const MORE_THAN_WANTED = 2;

/**
 * What organizers do with introductions that they request. Whether they can do it depends on what they are shown and on
 * nothing else: each step is decided on their side, and reaches hers only where she still takes part.
 */
@Injectable()
export class RequestService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly shortlists: ShortlistReader,
    private readonly terms: TermsService,
    private readonly desks: DeskService,
    private readonly preferences: PreferenceService,
    private readonly relay: RelayService,
    private readonly store: IntroductionStore,
    private readonly mails: IntroductionMails,
    private readonly reader: AskReader,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * Asks for an introduction to a woman on a shortlist. What her network knows of her is no reason to refuse it here.
   *
   * @throws NotFoundError, also where she is no longer listed; InvalidStateError where the need is not open, she was asked
   * already or too many asks are open; InvalidInputError where the terms are not complete or women with a better rank are passed over
   */
  async request(viewer: Viewer, entryId: string, input: RequestInput): Promise<OrganizerAskView> {
    const outOfOrder = input.outOfOrder?.trim() || null;
    throwIfProblems(textProblems('outOfOrder', outOfOrder ?? '', LONGEST_WORDS, false));
    const id = await this.database.transaction(async (tx) => {
      const { list, entry, need } = await this.listOf(tx, viewer, entryId);
      const now = this.now();
      if (!isWanted(need)) {
        throw new InvalidStateError(
          refusal('introductions.openNeedFirst', { state: refusal(`state.is.${need.state}`) }),
        );
      }
      const terms = await this.terms.inForce(tx, need.id);
      const missing = terms ? missingTerms(terms.terms, dayOf(now)) : [NO_TERMS];
      throwIfProblems(missing.map((one) => ({ ...one, path: `terms.${one.path}` })));
      await this.checkLimits(tx, need, entry);
      throwIfProblems(await this.passedOver(tx, list, entry, outOfOrder));
      const { actingNetworkId: networkId } = await this.preferences.ofMediator(
        tx,
        entry.profile.id,
      );
      const hours = await this.desks.hours(tx, networkId);
      const moved = requested(need.urgency, now, hours, terms?.revision ?? 1);
      return this.insert(tx, viewer, { need, entry, networkId, outOfOrder, moved });
    });
    return this.byId(viewer, id);
  }

  /** The introductions that the viewer's organization requested, in the order of their making. @throws NotPermittedError */
  async list(
    viewer: Viewer,
    { needId, states }: OrganizerFilter,
    page: ListPage,
  ): Promise<ListResult<OrganizerAskView>> {
    const { organizationId } = viewer;
    const organizations = await organizationFacts(
      this.database,
      organizationId === null ? [] : [organizationId],
    );
    const verified = organizations.get(organizationId ?? '')?.state === 'verified';
    const nobody = { networkId: null, mediatorId: null };
    authorise(viewer, 'read', { kind: 'introduction', organizationId, verified, ...nobody });
    const where: FindOptionsWhere<IntroductionShownEntity> = {
      organizationId: organizationId ?? IsNull(),
      ...(needId && { needId }),
      ...(states && { state: this.shownIn(states) }),
    };
    const repository = this.database.manager.getRepository(IntroductionShownEntity);
    const found = await listPage(repository, 'id', { where }, page);
    return { ...found, items: await this.reader.forOrganizer(this.database, viewer, found.items) };
  }

  /** @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<OrganizerAskView> {
    const shown = await this.database.manager.findOneBy(IntroductionShownEntity, { id });
    const need = shown && (await needFacts(this.database, [shown.needId])).get(shown.needId);
    const subject = need && introductionSubject({ need, ask: null, her: null });
    if (!shown || !subject || !may(viewer, 'read', subject)) throw hidden(viewer, 'introduction');
    const [view] = await this.reader.forOrganizer(this.database, viewer, [shown]);
    if (!view) throw hidden(viewer, 'introduction');
    return view;
  }

  /** Sends a request again that the network returned. @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError */
  async resend(viewer: Viewer, id: string, revision: number): Promise<OrganizerAskView> {
    return this.step(viewer, id, revision, 'resend', {}, async (tx, { need }) => {
      const terms = await this.terms.inForce(tx, need.id);
      const missing = terms ? missingTerms(terms.terms, dayOf(this.now())) : [NO_TERMS];
      throwIfProblems(missing.map((one) => ({ ...one, path: `terms.${one.path}` })));
    });
  }

  /** Answers her question. @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError */
  async answer(
    viewer: Viewer,
    id: string,
    revision: number,
    words: string,
  ): Promise<OrganizerAskView> {
    throwIfProblems(textProblems('words', words, LONGEST_WORDS, true));
    return this.step(viewer, id, revision, 'answer', { answer: words.trim() });
  }

  /** Confirms the interest after her yes. Nothing connects before she has released channels. @throws as `answer` */
  async confirm(viewer: Viewer, id: string, revision: number): Promise<OrganizerAskView> {
    return this.step(viewer, id, revision, 'confirm', {});
  }

  /** Takes the request back. @throws as `answer` */
  async withdraw(
    viewer: Viewer,
    id: string,
    revision: number,
    { reason }: WithdrawInput,
  ): Promise<OrganizerAskView> {
    throwIfProblems(known('reason', reason, WITHDRAWAL_REASONS));
    return this.step(viewer, id, revision, 'withdraw', { withdrawal: reason });
  }

  /** Closes a connection without engaging her. @throws as `answer` */
  async notEngaged(
    viewer: Viewer,
    id: string,
    revision: number,
    { reason }: NotEngagedInput,
  ): Promise<OrganizerAskView> {
    throwIfProblems(known('reason', reason, NOT_ENGAGED_REASONS));
    return this.step(viewer, id, revision, 'close', { notEngaged: reason });
  }

  /**
   * Opens the channels that she released, if she has not taken them back and agrees to be contacted at this moment. She is
   * told each time.
   *
   * @throws NotFoundError; InvalidStateError where nothing is released
   */
  async openContact(viewer: Viewer, id: string): Promise<OpenedContact> {
    return this.database.transaction(async (tx) => {
      const held = await this.held(tx, viewer, id, 'read');
      const { ask, her, words } = held;
      const channels = ask && her ? openChannels({ ask, her, words }) : [];
      if (channels.length === 0) throw new InvalidStateError(refusal('introductions.noChannel'));
      const read = { id: uuidv7(), introductionId: id, reader: viewer.name, at: this.now() };
      await tx.manager.insert(IntroductionContactReadEntity, read);
      await recordAudit(tx, viewer, [
        changeRecord('introduction.opencontact', 'introduction', null, { id }),
      ]);
      const { email = null, telephone = null } = words.released ?? {};
      return { channels, email, telephone };
    });
  }

  /** Writes to her through the desk of her network. @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError */
  async sendMessage(
    viewer: Viewer,
    id: string,
    revision: number,
    text: string,
  ): Promise<OrganizerAskView> {
    await this.database.transaction(async (tx) => {
      const held = await this.held(tx, viewer, id, 'write');
      const { ask, her, words } = held;
      this.checkRevision(held, revision);
      if (!ask || !her || !openChannels({ ask, her, words }).includes('relay')) {
        throw new InvalidStateError(refusal('introductions.noRelay'));
      }
      const message = { author: 'organizer', recipient: 'mediator', text } as const;
      await this.relay.write(tx, viewer, id, message);
      await this.mails.send(tx, [{ to: 'desk', mail: 'introduction-desk-waits' }], {
        id,
        requester: held.shown,
        her: { mediatorId: her.keptId, networkId: ask.networkId },
        until: null,
        shownUntil: null,
      });
      await recordAudit(tx, viewer, [
        changeRecord('introduction.write', 'introduction', null, { id }),
      ]);
    });
    return this.byId(viewer, id);
  }

  private async step(
    viewer: Viewer,
    id: string,
    revision: number,
    step: OrganizerStep,
    words: IntroductionWords,
    check: (tx: Transaction, held: Held) => Promise<void> = async () => undefined,
  ): Promise<OrganizerAskView> {
    await this.database.transaction(async (tx) => {
      const held = await this.held(tx, viewer, id, SHOWN_STEPS.action(step));
      this.checkRevision(held, revision);
      await check(tx, held);
      await this.take(tx, viewer, held, step, words);
    });
    return this.byId(viewer, id);
  }

  /** Takes a step of the organizer in the caller's transaction. */
  async take(
    tx: Transaction,
    viewer: Viewer,
    held: Held,
    step: OrganizerStep,
    words: IntroductionWords,
  ): Promise<void> {
    const { id, shown, ask } = held;
    const hours = await this.desks.hours(tx, ask?.networkId ?? null);
    const { urgency } = shown;
    const moved = byOrganizer(step, { urgency, desk: hours }, { ask, shown }, this.now());
    // An answer is shown to whoever wrote it, whether or not her side still waited for it.
    const isKept = step === 'answer' || moved.steps.some((one) => one.step === step);
    const audit = await this.store.save(tx, viewer, held, moved, isKept ? { words } : {});
    const record = ({ state, revision: at }: { state: string; revision: number }) => ({
      id,
      state,
      revision: at,
    });
    await recordAudit(tx, viewer, [
      ...audit,
      changeRecord(SHOWN_STEPS.audit(step), 'introduction', record(shown), record(moved.shown)),
    ]);
  }

  /** @throws NotFoundError alike where there is none and where it is not the viewer's */
  async held(
    tx: Transaction,
    viewer: Viewer,
    id: string,
    action: ActionOn<'introduction'>,
  ): Promise<Held> {
    const [own] = await tx.query(
      'SELECT FROM introduction_shown WHERE id = $1 AND organization_id = $2',
      [id, viewer.organizationId],
    );
    const held = own === undefined ? null : await this.store.hold(tx, id);
    if (!held || !may(viewer, action, introductionSubject(held)))
      throw hidden(viewer, 'introduction');
    return held;
  }

  private checkRevision({ shown }: Held, revision: number): void {
    if (shownAt(shown, this.now()).revision !== revision) {
      throw new ConflictError(refusal('introductions.changed'));
    }
  }

  /**
   * An entry with its shortlist, and its need locked: two requests for one need are made one after the other. Whether its
   * woman withdrew or was erased, there is no entry alike.
   */
  private async listOf(
    tx: Transaction,
    viewer: Viewer,
    entryId: string,
  ): Promise<{ list: ShortlistView; entry: EntryView; need: NeedFacts }> {
    const list = await this.shortlists.ofEntry(tx, viewer, entryId);
    const entry = list?.entries.find((one) => one.id === entryId);
    if (!list || !entry) throw hidden(viewer, 'shortlistEntry');
    const { organizationId } = viewer;
    await lockedNeed(tx, viewer, list.needId, 'shortlist');
    const need = (await needFacts(tx, [list.needId], true)).get(list.needId);
    const subject = need && introductionSubject({ need, ask: null, her: null });
    if (!need || organizationId === null || !subject || !may(viewer, 'request', subject)) {
      throw hidden(viewer, 'shortlistEntry');
    }
    return { list, entry, need };
  }

  /**
   * Asks count as they are shown: one that ended without a word counts until its time is over. An ask that was made under
   * what she is called no longer is not hers here: it would betray who a code name stands for.
   */
  private async checkLimits(tx: Transaction, need: NeedFacts, entry: EntryView): Promise<void> {
    const [row] = await tx.query<{ open: number; hers: boolean }>(
      `SELECT count(*)::int AS open, coalesce(bool_or(m.kept_id = $3), false) AS hers
       FROM introduction_shown s LEFT JOIN introduction i ON i.id = s.id
         LEFT JOIN (${SELECT_KEPT_NAMES}) m ON m.id = i.mediator_id AND m.public_id = i.public_id
       WHERE s.need_id = $1 AND s.state <> 'ended' AND s.due_at > $2`,
      [need.id, this.now(), entry.profile.id],
    );
    if (row?.hers) throw new InvalidStateError(refusal('introductions.askedAlready'));
    const most = need.wanted + MORE_THAN_WANTED;
    if ((row?.open ?? 0) >= most) {
      throw new InvalidStateError(refusal('introductions.tooManyOpen', { most }));
    }
  }

  /** Women with a better rank on the list who were not dropped, and for whom nobody has asked. */
  private async passedOver(
    tx: Transaction,
    { entries }: ShortlistView,
    { rank }: EntryView,
    outOfOrder: string | null,
  ): Promise<InputProblem[]> {
    const better = entries.filter(
      (one) => one.rank < rank && one.feedback[0]?.verdict !== 'dropped',
    );
    if (better.length === 0 || outOfOrder !== null) return [];
    const asked = await tx.manager.findBy(IntroductionEntity, {
      entryId: In(better.map((one) => one.id)),
    });
    const left = better.filter((one) => !asked.some(({ entryId }) => entryId === one.id));
    if (left.length === 0) return [];
    const message = refusal('introductions.sayWhyPassedOver');
    return [{ path: 'outOfOrder', code: 'MISSING', message }];
  }

  private async insert(
    tx: Transaction,
    viewer: Viewer,
    { need, entry, networkId, outOfOrder, moved }: NewAsk,
  ): Promise<string> {
    const { ask, shown, notices } = moved;
    if (!ask || need.organizationId === null) throw new Error('A request has two sides.');
    const id = uuidv7();
    const at = this.now();
    const both = { id, needId: need.id, urgency: need.urgency, requestedAt: at };
    await tx.manager.insert(IntroductionShownEntity, {
      ...shown,
      ...both,
      organizationId: need.organizationId,
      requestedBy: viewer.name,
    });
    const { id: mediatorId, publicId } = entry.profile;
    await tx.manager.insert(IntroductionEntity, {
      ...ask,
      ...both,
      ...(await sealWords(tx, this.vault, id, { outOfOrder })),
      reminded: [...ask.reminded],
      entryId: entry.id,
      mediatorId,
      publicId,
      networkId,
      wakeAt: wakeAt(ask),
    });
    await tx.manager.insert(IntroductionStepEntity, {
      id: uuidv7(),
      introductionId: id,
      step: 'request',
      toState: ask.state,
      actor: viewer.name,
      at,
    });
    await this.mails.send(tx, notices, {
      id,
      requester: { requestedBy: viewer.name, organizationId: need.organizationId },
      her: { mediatorId, networkId },
      until: ask.deskDueAt,
      shownUntil: shown.dueAt,
    });
    await recordAudit(tx, viewer, [
      changeRecord('introduction.request', 'introduction', null, {
        id,
        needId: need.id,
        entryId: entry.id,
      }),
    ]);
    return id;
  }

  /** Those that are shown in one of these states now: time ends them before a job has marked it. */
  private shownIn(states: NonNullable<OrganizerFilter['states']>) {
    const open = SHOWN_STATES.filter((state) => state !== 'ended' && states.includes(state));
    const isEnded = states.includes('ended');
    return Raw(
      (state) =>
        `(${state} = ANY(:open) AND due_at > :now OR :isEnded AND (${state} = 'ended' OR due_at <= :now))`,
      { open, isEnded, now: this.now() },
    );
  }
}

interface NewAsk {
  readonly need: NeedFacts;
  readonly entry: EntryView;
  readonly networkId: string | null;
  readonly outOfOrder: string | null;
  readonly moved: ReturnType<typeof requested>;
}

const NO_TERMS: InputProblem = {
  path: 'purpose',
  code: 'MISSING',
  message: refusal('introductions.termsFirst'),
};

function known<T extends string>(path: string, value: T, list: readonly T[]): InputProblem[] {
  if (list.includes(value)) return [];
  return [{ path, code: 'UNKNOWN', message: refusal('list.notAReason') }];
}
