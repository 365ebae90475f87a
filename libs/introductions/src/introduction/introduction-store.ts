import { CLOCK } from '#config';
import type { Transaction } from '#database';
import { heldStanding, SELECT_KEPT, type Standing } from '#directory';
import { needFacts, type NeedFacts } from '#engagement';
import { changeRecord, OneTimeLinks, type Actor, type ChangeRecord, type Subject } from '#identity';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  INTRODUCTION_STEPS,
  type IntroductionFacts,
  OUT_STATES,
} from '../ask/introduction-steps.js';
import { type Ask, type Moved, settled, wakeAt } from '../ask/moves.js';
import type { Shown } from '../ask/shown.js';
import { IntroductionMails } from './introduction-mails.js';
import { IntroductionShownEntity } from './introduction-shown.entity.js';
import { IntroductionStepEntity } from './introduction-step.entity.js';
import { type IntroductionWords, openWords, sealWords } from './introduction-words.js';
import { IntroductionEntity } from './introduction.entity.js';

/** An introduction with all that decides about it, locked until the transaction ends. */
export interface Held {
  readonly id: string;
  readonly shown: IntroductionShownEntity;
  /** Null once she was erased. */
  readonly ask: IntroductionEntity | null;
  readonly her: Standing | null;
  readonly need: NeedFacts;
  readonly words: IntroductionWords;
}

/** Ends after which what she released is still shown, until she takes it back. */
const RELEASED: ReadonlySet<string> = new Set(['engaged']);

/** Consents without which nobody is asked or connected. */
const NEEDED = ['MATCHED', 'CONTACTED'] as const;

/** Reads and writes introductions: the rows, their history, and the mails that a step causes. */
@Injectable()
export class IntroductionStore {
  constructor(
    private readonly vault: Vault,
    private readonly mails: IntroductionMails,
    private readonly links: OneTimeLinks,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * The introduction, locked. All take these locks in one order, so that nobody waits for another in a circle: the woman,
   * the need and its organization (which stay as they are), then the two rows. Null if there is none.
   */
  async hold(tx: Transaction, id: string): Promise<Held | null> {
    const [found] = await tx.query<{ needId: string; mediatorId: string | null }>(
      `SELECT s.need_id AS "needId", i.mediator_id AS "mediatorId"
       FROM introduction_shown s LEFT JOIN introduction i ON i.id = s.id WHERE s.id = $1`,
      [id],
    );
    if (!found) return null;
    const her = found.mediatorId === null ? null : await heldStanding(tx, found.mediatorId);
    const need = (await needFacts(tx, [found.needId], true)).get(found.needId);
    const lock = { mode: 'pessimistic_write' } as const;
    const shown = await tx.manager.findOne(IntroductionShownEntity, { where: { id }, lock });
    const ask = await tx.manager.findOne(IntroductionEntity, { where: { id }, lock });
    if (!need || !shown) return null;
    const words = ask ? await openWords(this.vault, ask) : {};
    return { id, shown, ask, her: ask && her, need, words };
  }

  /** What the guards of her side ask, as it stands. */
  async facts(
    tx: Pick<Transaction, 'query'>,
    { id, ask, her, need }: Pick<Held, 'id' | 'ask' | 'her' | 'need'>,
  ): Promise<Omit<IntroductionFacts, 'answerDueAt' | 'questioned' | 'termsRevision'>> {
    const out = her ? ((await asksOutTo(tx, [her.keptId])).get(her.keptId) ?? []) : [];
    return {
      now: this.now(),
      consented: NEEDED.every((purpose) => her?.consents.includes(purpose)),
      listed: ask !== null && isListed(her, ask.publicId),
      asksOut: out.filter((one) => one !== id).length,
      wanted: isWanted(need),
      namedRevision: null,
      declared: false,
      pseudonymous: her?.pseudonymous ?? false,
      relayOnly: false,
    };
  }

  /**
   * Waits until nobody else forwards an ask to this woman, so that each counts what the other has written. It is the last
   * lock that is taken, and only by whoever forwards.
   */
  async forwardAlone(tx: Pick<Transaction, 'query'>, { her }: Pick<Held, 'her'>): Promise<void> {
    if (!her) return;
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `asks of ${her.keptId}`,
    ]);
  }

  /**
   * Writes what a step made of both sides, with its history, and queues its mails.
   *
   * @param more columns and words that the step changes besides
   * @returns what the audit log is to be told, but for the step of the organizer
   */
  async save(
    tx: Transaction,
    actor: Actor,
    held: Held,
    moved: Moved,
    more: {
      readonly columns?: Partial<IntroductionEntity>;
      readonly words?: IntroductionWords;
    } = {},
  ): Promise<ChangeRecord[]> {
    const { id, shown: shownBefore, ask: askBefore } = held;
    const { ask, shown, steps, notices } = moved;
    const audit: ChangeRecord[] = [];
    if (shown !== shownBefore) {
      await tx.manager.update(IntroductionShownEntity, { id }, shownColumns(shown));
    }
    if (ask && askBefore) {
      const words =
        more.words && (await sealWords(tx, this.vault, id, { ...held.words, ...more.words }));
      const columns = { ...askColumns(ask), ...more.columns, ...words, wakeAt: wakeAt(ask) };
      await tx.manager.update(IntroductionEntity, { id }, columns);
      const at = this.now();
      await tx.manager.insert(
        IntroductionStepEntity,
        steps.map(({ step, from }) => ({
          id: uuidv7(),
          introductionId: id,
          step,
          fromState: from,
          toState: INTRODUCTION_STEPS.next(step, from),
          actor: actor.name,
          at,
        })),
      );
      for (const { step } of steps) {
        const { audit: action } = INTRODUCTION_STEPS.transition(step);
        if (action !== null) {
          audit.push(changeRecord(action, 'introduction', record(id, askBefore), record(id, ask)));
        }
      }
    }
    const released = more.words?.released === undefined ? held.words.released : more.words.released;
    // By a link she could do nothing more. One that is gone reads as one that never was.
    if (ask && ask.endedAt !== null && !(released && RELEASED.has(ask.state))) {
      await this.links.withdrawFor(tx, 'introduction', { introductionId: id });
    }
    await this.mails.send(tx, notices, {
      id,
      requester: shownBefore,
      her: askBefore && held.her && { mediatorId: held.her.keptId, networkId: askBefore.networkId },
      until: untilOf(moved.ask),
      shownUntil: moved.shown.dueAt,
    });
    return audit;
  }

  /** Both sides as time has left them. */
  asOfNow({ ask, shown }: Held): Moved {
    return settled({ ask, shown }, this.now());
  }
}

/** An introduction as the policy sees it. */
export function introductionSubject({
  need,
  ask,
  her,
}: Pick<Held, 'need' | 'ask' | 'her'>): Extract<Subject, { kind: 'introduction' }> {
  return {
    kind: 'introduction',
    organizationId: need.organizationId,
    verified: need.verified,
    networkId: ask?.networkId ?? null,
    mediatorId: her?.keptId ?? null,
  };
}

/** Whether her profile takes part, under the name by which she was chosen. */
export function isListed(her: Standing | null, publicId: string): boolean {
  return (
    her !== null &&
    her.state !== 'suspended' &&
    her.state !== 'withdrawn' &&
    her.publicId === publicId
  );
}

/** Whether the organizer still looks for somebody. */
export function isWanted({ state, verified }: Pick<NeedFacts, 'state' | 'verified'>): boolean {
  return verified && (state === 'open' || state === 'shortlisting');
}

/** What she is called now, if the record under which she was chosen is still called so. */
export function calledNow(her: Standing | undefined, publicId: string): string | null {
  return her && her.publicId === publicId ? her.keptPublicId : null;
}

/** The ids of the asks that are out to these women, by woman; one to whom none is out is absent. */
export async function asksOutTo(
  reader: Pick<Transaction, 'query'>,
  keptIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await reader.query<{ keptId: string; ids: string[] }>(
    `SELECT m.kept_id AS "keptId", array_agg(i.id::text) AS ids
     FROM introduction i JOIN (${SELECT_KEPT}) m ON m.id = i.mediator_id
     WHERE m.kept_id = ANY($1::uuid[]) AND i.state = ANY($2) GROUP BY m.kept_id`,
    [keptIds, OUT_STATES],
  );
  return new Map(rows.map(({ keptId, ids }) => [keptId, ids]));
}

/** Until when what waits for the desk or for her can be done. */
function untilOf(ask: Ask | null): Date | null {
  if (!ask) return null;
  switch (ask.state) {
    case 'requested':
      return ask.deskDueAt;
    case 'forwarded':
      return ask.pausedAt === null ? ask.answerDueAt : ask.lapsesAt;
    default:
      return ask.lapsesAt;
  }
}

function record(id: string, { state, revision }: Ask) {
  return { id, state, revision };
}

function shownColumns(shown: Shown): Shown {
  const { state, word, dueAt, askedAt, restDueAt, reviewed, endedAt, revision } = shown;
  return { state, word, dueAt, askedAt, restDueAt, reviewed, endedAt, revision };
}

function askColumns(
  ask: Ask,
): Omit<Ask, 'reminded' | 'urgency'> & { reminded: Ask['reminded'][number][] } {
  const { state, revision, deskRemindAt, deskDueAt, deskEndsAt, forwardedAt, answerDueAt } = ask;
  const { pausedAt, questioned, termsRevision, acceptedTermsRevision, acceptedAt } = ask;
  const { reviewedAt, confirmedAt, connectedAt, endedAt, lapsesAt, reminded } = ask;
  return {
    state,
    revision,
    deskRemindAt,
    deskDueAt,
    deskEndsAt,
    forwardedAt,
    answerDueAt,
    pausedAt,
    questioned,
    termsRevision,
    acceptedTermsRevision,
    acceptedAt,
    reviewedAt,
    confirmedAt,
    connectedAt,
    endedAt,
    lapsesAt,
    reminded: [...reminded],
  };
}
