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
import { PreferenceService, type PreferenceView } from '../preferences/preference.service.js';
import { RelayService } from '../relay/relay.service.js';
import type { RelayMessageView } from '../relay/relay-message.js';
import type { RelayAuthor } from '../relay/relay-states.js';
import { TermsService, type TermsVersion } from '../terms/terms.service.js';
import type {
  DeskAskView,
  OrganizerAskView,
  OwnAskView,
  ReleasedChannel,
  StepView,
} from './ask-views.js';
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
  readonly terms: TermsVersion;
  readonly preference: PreferenceView;
  readonly messages: readonly RelayMessageView[];
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
    const messages = await this.relay.readAll(
      reader,
      asks.map(({ id }) => id),
      'organizer',
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
          messages: profile ? (messages.get(id) ?? []) : [],
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
    const read = await this.read(reader, rows, 'desk');
    const findings = await this.findings.of(
      reader,
      read.flatMap(({ ask, her, need, terms }) =>
        ask.endedAt === null && her ? [{ id: ask.id, her, need, terms: terms.terms }] : [],
      ),
    );
    return read.map((one): DeskAskView => {
      const { ask, words, preference } = one;
      const { deskDueAt, deskEndsAt, networkId, mediatorId } = ask;
      const whole = wholes.get(mediatorId);
      return {
        ...askedFor(one),
        networkId: networkId ?? '',
        mediatorId: one.her?.keptId ?? mediatorId,
        mediatorName: whole?.displayName ?? whole?.fullName ?? null,
        channel: preference.channel,
        outOfOrder: words.outOfOrder ?? null,
        deskDueAt,
        deskEndsAt,
        findings: findings.get(ask.id) ?? [],
        refusal: words.refusal ?? null,
        deskWords: words.refusalWords ?? words.outcomeWords ?? words.returned ?? null,
        declineWords: words.declineWords ?? null,
        spoken: words.spoken ?? [],
        steps: steps.get(ask.id) ?? [],
      };
    });
  }

  /** As she sees those that have reached her. */
  async forHer(reader: Reader, rows: readonly IntroductionEntity[]): Promise<OwnAskView[]> {
    const read = await this.read(reader, rows, 'mediator');
    const reads = await this.contactReads(
      reader,
      rows.map(({ id }) => id),
    );
    return read.map((one): OwnAskView => {
      const { ask, her, preference } = one;
      const asked = askedFor(one);
      const isConnected = ask.connectedAt !== null;
      return {
        ...asked,
        terms: isConnected ? asked.terms : { ...asked.terms, contactPerson: NOBODY },
        timeZone: preference.timeZone,
        pseudonymous: her?.pseudonymous ?? false,
        contactReads: reads.get(ask.id) ?? 0,
      };
    });
  }

  /** Reads what stands beside the asks, in as many statements for many as for one. */
  private async read(
    reader: Reader,
    rows: readonly IntroductionEntity[],
    side: RelayAuthor,
  ): Promise<Read[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const shown = await reader.manager.findBy(IntroductionShownEntity, { id: In(ids) });
    const standings = await standingsOf(
      reader,
      rows.map(({ mediatorId }) => mediatorId),
    );
    const herId = ({ mediatorId }: IntroductionEntity) =>
      standings.get(mediatorId)?.keptId ?? mediatorId;
    const preferences = await this.preferences.ofMediators(reader, [...new Set(rows.map(herId))]);
    const needs = await needFacts(reader, [...new Set(rows.map(({ needId }) => needId))]);
    const terms = await this.terms.ofRevisions(
      reader,
      rows.map((ask) => ({ needId: ask.needId, revision: revisionFor(ask) })),
    );
    const messages = await this.relay.readAll(reader, ids, side);
    const read = await Promise.all(
      rows.map(async (ask): Promise<Read[]> => {
        const need = needs.get(ask.needId);
        const version = terms.get(ask.needId)?.get(revisionFor(ask));
        const preference = preferences.get(herId(ask));
        const organizers = shown.find(({ id }) => id === ask.id);
        if (!need || !version || !preference || !organizers) return [];
        return [
          {
            ask,
            shown: organizers,
            her: standings.get(ask.mediatorId),
            need,
            terms: version,
            preference,
            messages: messages.get(ask.id) ?? [],
            words: await openWords(this.vault, ask),
          },
        ];
      }),
    );
    return read.flat();
  }

  private async contactReads(reader: Reader, ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await reader.query<{ id: string; reads: number }>(
      `SELECT introduction_id AS id, count(*)::int AS reads FROM introduction_contact_read
       WHERE introduction_id = ANY($1) GROUP BY introduction_id`,
      [ids],
    );
    return new Map(rows.map(({ id, reads }) => [id, reads]));
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
}

/**
 * Once they are connected, what she accepted holds. Before, an open ask goes by the terms in force, and one that has
 * ended by those of its end: what is written into them later is not for her.
 */
function revisionFor({ connectedAt, acceptedTermsRevision, termsRevision }: IntroductionEntity) {
  return (connectedAt === null ? null : acceptedTermsRevision) ?? termsRevision;
}

function askedFor({ ask, shown, her, need, words, terms, messages }: Read) {
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
    terms: terms.terms,
    termsRevision: terms.revision,
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
    messages,
    revision: ask.revision,
  };
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
