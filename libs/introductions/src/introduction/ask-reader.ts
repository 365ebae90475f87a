import { CLOCK } from '#config';
import type { Transaction } from '#database';
import { ProfileService, standingsOf, type Standing } from '#directory';
import { needFacts, type NeedFacts } from '#engagement';
import type { Viewer } from '#identity';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { shownAt } from '../ask/shown.js';
import { FindingsService } from './findings.service.js';
import { PreferenceService } from '../preferences/preference.service.js';
import { RelayService } from '../relay/relay.service.js';
import type { RelayAuthor } from '../relay/relay-states.js';
import { TermsService } from '../terms/terms.service.js';
import type {
  DeskAskView,
  OrganizerAskView,
  OwnAskView,
  ReleasedChannel,
  StepView,
} from './ask-views.js';
import { IntroductionContactReadEntity } from './introduction-contact-read.entity.js';
import { IntroductionShownEntity } from './introduction-shown.entity.js';
import { IntroductionStepEntity } from './introduction-step.entity.js';
import { calledNow, isListed } from './introduction-store.js';
import { type IntroductionWords, openWords } from './introduction-words.js';
import { IntroductionEntity } from './introduction.entity.js';

type Reader = Pick<Transaction, 'query' | 'manager'>;

/** An ask with what is read beside it. */
interface Read {
  readonly ask: IntroductionEntity;
  readonly shown: IntroductionShownEntity;
  readonly her: Standing | undefined;
  readonly need: NeedFacts;
  readonly words: IntroductionWords;
}

/** Makes the three views of introductions. None is made of another, so nothing of one side slips into the next. */
@Injectable()
export class AskReader {
  constructor(
    private readonly vault: Vault,
    private readonly profiles: ProfileService,
    private readonly terms: TermsService,
    private readonly relay: RelayService,
    private readonly preferences: PreferenceService,
    private readonly findings: FindingsService,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** As the organizer is shown them now. Words are read only where she is shown, and so end with her. */
  async forOrganizer(
    reader: Reader,
    viewer: Viewer,
    rows: readonly IntroductionShownEntity[],
  ): Promise<OrganizerAskView[]> {
    const asks = await this.asksOf(
      reader,
      rows.map(({ id }) => id),
    );
    const standings = await standingsOf(
      reader,
      asks.map(({ mediatorId }) => mediatorId),
    );
    const profiles = await this.profiles.viewsByIds(
      viewer,
      [...standings.values()].map(({ keptId }) => keptId),
    );
    return Promise.all(
      rows.map(async (row) => {
        const ask = asks.find(({ id }) => id === row.id);
        const her = ask && standings.get(ask.mediatorId);
        const found = her && profiles.get(her.keptId);
        const profile =
          ask && found?.publicId === calledNow(her, ask.publicId) ? (found ?? null) : null;
        const words = ask && profile ? await openWords(this.vault, ask) : {};
        const { id, needId, urgency, requestedBy, requestedAt } = row;
        const shown = shownAt(row, this.now());
        const { state, word, dueAt, endedAt, revision } = shown;
        return {
          id,
          needId,
          profile,
          urgency,
          state,
          word,
          requestedBy,
          requestedAt,
          dueAt,
          endedAt,
          canConfirm: state === 'accepted' && shown.reviewed,
          deskWords:
            state === 'returned'
              ? (words.returned ?? null)
              : shown.reviewed
                ? (words.outcomeWords ?? null)
                : null,
          question: words.question ?? null,
          answer: words.answer ?? null,
          channels: ask && her && profile ? openChannels({ ask, her, words }) : [],
          messages: profile ? await this.messages(reader, id, 'organizer') : [],
          revision,
        };
      }),
    );
  }

  /** As the desk of her network works on them. */
  async forDesk(
    reader: Reader,
    viewer: Viewer,
    rows: readonly IntroductionEntity[],
  ): Promise<DeskAskView[]> {
    const wholes = await this.profiles.wholes(
      viewer,
      rows.map(({ mediatorId }) => mediatorId),
    );
    const steps = await this.stepsOf(
      reader,
      rows.map(({ id }) => id),
    );
    const read = await this.read(reader, rows);
    return Promise.all(
      read.map(async (one) => {
        const { ask, words, need } = one;
        const { deskDueAt, deskEndsAt, networkId, mediatorId } = ask;
        const asked = await this.askedFor(reader, one, 'desk');
        const whole = wholes.get(mediatorId);
        const { channel } = await this.preferences.ofMediator(
          reader,
          one.her?.keptId ?? mediatorId,
        );
        return {
          ...asked,
          networkId: networkId ?? '',
          mediatorId: one.her?.keptId ?? mediatorId,
          mediatorName: whole?.displayName ?? whole?.fullName ?? null,
          channel,
          outOfOrder: words.outOfOrder ?? null,
          deskDueAt,
          deskEndsAt,
          findings:
            ask.endedAt === null && one.her
              ? await this.findings.of(reader, {
                  id: ask.id,
                  her: one.her,
                  need,
                  terms: asked.terms,
                })
              : [],
          refusal: words.refusal ?? null,
          deskWords: words.refusalWords ?? words.outcomeWords ?? words.returned ?? null,
          declineWords: words.declineWords ?? null,
          spoken: words.spoken ?? [],
          steps: steps.get(ask.id) ?? [],
        };
      }),
    );
  }

  /** As she sees those that have reached her. */
  async forHer(reader: Reader, rows: readonly IntroductionEntity[]): Promise<OwnAskView[]> {
    const read = await this.read(reader, rows);
    return Promise.all(
      read.map(async (one) => {
        const { ask, her } = one;
        const { timeZone } = await this.preferences.ofMediator(
          reader,
          her?.keptId ?? ask.mediatorId,
        );
        const asked = await this.askedFor(reader, one, 'mediator');
        const isConnected = ask.connectedAt !== null;
        return {
          ...asked,
          terms: isConnected ? asked.terms : { ...asked.terms, contactPerson: NOBODY },
          timeZone,
          pseudonymous: her?.pseudonymous ?? false,
          contactReads: await reader.manager.countBy(IntroductionContactReadEntity, {
            introductionId: ask.id,
          }),
        };
      }),
    );
  }

  private async askedFor(
    reader: Reader,
    { ask, shown, her, need, words }: Read,
    side: RelayAuthor,
  ) {
    // Once they are connected, what she accepted holds. Before, an open ask goes by the terms in force, and one that has
    // ended by those of its end: what is written into them later is not for her.
    const accepted = ask.connectedAt === null ? null : ask.acceptedTermsRevision;
    const version = await this.terms.ofRevision(reader, need.id, accepted ?? ask.termsRevision);
    return {
      id: ask.id,
      needId: need.id,
      needTitle: need.title,
      processName: need.processName,
      confidentiality: need.confidentiality,
      insiderTies: need.insiderTies,
      organizationName: need.organizationName ?? '',
      urgency: ask.urgency,
      state: ask.state,
      requestedAt: shown.requestedAt,
      terms: version.terms,
      termsRevision: version.revision,
      acceptedTermsRevision: ask.acceptedTermsRevision,
      forwardedAt: ask.forwardedAt,
      answerDueAt: ask.answerDueAt,
      pausedAt: ask.pausedAt,
      lapsesAt: ask.lapsesAt,
      acceptedAt: ask.acceptedAt,
      reviewedAt: ask.reviewedAt,
      confirmedAt: ask.confirmedAt,
      connectedAt: ask.connectedAt,
      endedAt: ask.endedAt,
      question: words.question ?? null,
      answer: words.answer ?? null,
      declaration: words.declaration ?? null,
      declarationOutcome: words.outcome ?? null,
      declineReasons: words.declineReasons ?? [],
      shared: words.shared ?? false,
      withdrawal: words.withdrawal ?? null,
      notEngaged: words.notEngaged ?? null,
      channels: her ? openChannels({ ask, her, words }) : [],
      messages: await this.messages(reader, ask.id, side),
      revision: ask.revision,
    };
  }

  private async read(reader: Reader, rows: readonly IntroductionEntity[]): Promise<Read[]> {
    const ids = rows.map(({ id }) => id);
    const shown =
      ids.length === 0 ? [] : await reader.manager.findBy(IntroductionShownEntity, { id: In(ids) });
    const standings = await standingsOf(
      reader,
      rows.map(({ mediatorId }) => mediatorId),
    );
    const needs = await needFacts(reader, [...new Set(rows.map(({ needId }) => needId))]);
    const read = await Promise.all(
      rows.map(async (ask): Promise<Read[]> => {
        const need = needs.get(ask.needId);
        const side = shown.find(({ id }) => id === ask.id);
        if (!need || !side) return [];
        const words = await openWords(this.vault, ask);
        return [{ ask, shown: side, her: standings.get(ask.mediatorId), need, words }];
      }),
    );
    return read.flat();
  }

  private async asksOf(reader: Reader, ids: readonly string[]): Promise<IntroductionEntity[]> {
    return ids.length === 0 ? [] : reader.manager.findBy(IntroductionEntity, { id: In([...ids]) });
  }

  private async stepsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, StepView[]>> {
    const rows =
      ids.length === 0
        ? []
        : await reader.manager.find(IntroductionStepEntity, {
            where: { introductionId: In([...ids]) },
            order: { id: 'ASC' },
          });
    const steps = new Map<string, StepView[]>();
    for (const { introductionId, step, fromState, toState, actor, at } of rows) {
      const view = { step, fromState, toState, actor, at };
      steps.set(introductionId, [...(steps.get(introductionId) ?? []), view]);
    }
    return steps;
  }

  private async messages(reader: Reader, id: string, side: RelayAuthor) {
    return this.relay.read(reader, id, side);
  }
}

const NOBODY = { name: null, email: null, telephone: null };

/** Channels that she has released, while she agrees to be contacted. */
export function openChannels({
  ask,
  her,
  words,
}: {
  readonly ask: IntroductionEntity;
  readonly her: Standing;
  readonly words: IntroductionWords;
}): ReleasedChannel[] {
  const { released } = words;
  const shown =
    CONNECTED.has(ask.state) && isListed(her, ask.publicId) && her.consents.includes('CONTACTED');
  if (!released || !shown) return [];
  return [
    ...(released.email === null ? [] : (['email'] as const)),
    ...(released.telephone === null ? [] : (['telephone'] as const)),
    ...(released.relay ? (['relay'] as const) : []),
  ];
}

/** States in which what she released can be read. */
const CONNECTED: ReadonlySet<string> = new Set(['connected', 'engaged']);
