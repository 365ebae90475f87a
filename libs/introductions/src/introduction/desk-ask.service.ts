import { CLOCK } from '#config';
import { ofHerRecords, listingNetworks } from '#directory';
import { Database, listPage, type Transaction } from '#database';
import {
  type ActionOn,
  authorise,
  changeRecord,
  hidden,
  may,
  recordAudit,
  type Viewer,
} from '#identity';
import {
  ConflictError,
  type InputProblem,
  InvalidStateError,
  type ListPage,
  type ListResult,
  textProblems,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DECLARATION_OUTCOMES } from '../ask/declaration.js';
import type { IntroductionFacts } from '../ask/introduction-steps.js';
import { byInner, type InnerStep } from '../ask/moves.js';
import { REFUSAL_REASONS } from '../ask/reasons.js';
import type { RelaySide } from '../relay/relay-states.js';
import { RelayService } from '../relay/relay.service.js';
import { AskReader, openChannels } from './ask-reader.js';
import { type DeskAskView, SPOKEN_CHANNELS } from './ask-views.js';
import { LONGEST_WORDS, told } from './her-acts.js';
import type { DeskFilter, RefuseInput, ReleaseInput, ReviewInput, SpokenInput } from './inputs.js';
import { IntroductionMails } from './introduction-mails.js';
import { type Held, introductionSubject, IntroductionStore } from './introduction-store.js';
import type { IntroductionWords } from './introduction-words.js';
import { IntroductionEntity } from './introduction.entity.js';

const LONGEST_PROOF = 500;

/** What the desk of a network does with asks of its women. */
@Injectable()
export class DeskAskService {
  constructor(
    private readonly database: Database,
    private readonly relay: RelayService,
    private readonly store: IntroductionStore,
    private readonly mails: IntroductionMails,
    private readonly reader: AskReader,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** The asks for which the desk of a network acts, in the order of their making. @throws NotPermittedError */
  async list(
    viewer: Viewer,
    { networkId, states, mediatorId }: DeskFilter,
    page: ListPage,
  ): Promise<ListResult<DeskAskView>> {
    const nobody = { organizationId: null, verified: false, mediatorId: null };
    authorise(viewer, 'read-desk', { kind: 'introduction', networkId, ...nobody });
    const where = {
      networkId,
      ...(states && { state: In([...states]) }),
      ...(mediatorId ? { mediatorId: ofHerRecords(mediatorId) } : {}),
    };
    const repository = this.database.manager.getRepository(IntroductionEntity);
    const found = await listPage(repository, 'id', { where }, page);
    return { ...found, items: await this.reader.forDesk(this.database, viewer, found.items) };
  }

  /** @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<DeskAskView> {
    const ask = await this.database.manager.findOneBy(IntroductionEntity, { id });
    const subject = {
      kind: 'introduction',
      organizationId: null,
      verified: false,
      networkId: ask?.networkId ?? null,
      mediatorId: null,
    } as const;
    const [view] =
      ask && may(viewer, 'read-desk', subject)
        ? await this.reader.forDesk(this.database, viewer, [ask])
        : [];
    if (!view) throw hidden(viewer, 'introduction');
    return view;
  }

  /** Passes the ask on to her: her time begins. @throws NotFoundError, ConflictError, InvalidStateError */
  async forward(viewer: Viewer, id: string, revision: number): Promise<DeskAskView> {
    return this.step(viewer, id, revision, async (held, tx) => {
      await this.store.forwardAlone(tx, held);
      const acknowledgedAt = held.ask?.acknowledgedAt ?? this.now();
      return { inner: { step: 'forward' }, columns: { acknowledgedAt } };
    });
  }

  /** Returns a request whose terms are not clear, with words to the organizer. @throws as `forward`, InvalidInputError */
  async returnTo(
    viewer: Viewer,
    id: string,
    revision: number,
    words: string,
  ): Promise<DeskAskView> {
    throwIfProblems(textProblems('words', words, LONGEST_WORDS, true));
    const returned = words.trim();
    return this.step(viewer, id, revision, async () => ({
      inner: { step: 'return' },
      words: { returned },
    }));
  }

  /** Refuses for her. The organizer reads neither that nor why. @throws as `returnTo` */
  async refuse(
    viewer: Viewer,
    id: string,
    revision: number,
    { reason, words }: RefuseInput,
  ): Promise<DeskAskView> {
    throwIfProblems([
      ...known('reason', reason, REFUSAL_REASONS),
      ...textProblems('words', words ?? '', LONGEST_WORDS, reason === 'other'),
    ]);
    const refused = { refusal: reason, refusalWords: words?.trim() || null };
    return this.step(viewer, id, revision, async () => ({
      inner: { step: 'refuse' },
      words: refused,
    }));
  }

  /**
   * Records what she said by telephone or in person, with its proof. An address or a number of hers she releases herself:
   * for her the desk releases the relay alone.
   *
   * @throws as `returnTo`
   */
  async recordAnswer(
    viewer: Viewer,
    id: string,
    revision: number,
    { channel, proof, ...act }: SpokenInput,
  ): Promise<DeskAskView> {
    throwIfProblems([
      ...known('channel', channel, SPOKEN_CHANNELS),
      ...textProblems('proof', proof, LONGEST_PROOF, true),
    ]);
    const { inner, facts, words, columns } = told(act);
    throwIfProblems('release' in act ? herOwn(act.release) : []);
    return this.step(viewer, id, revision, async (held) => {
      const spoken = {
        step: inner.step,
        channel,
        proof: proof.trim(),
        at: this.now().toISOString(),
      };
      const before = held.words.spoken ?? [];
      return { inner, facts, columns, words: { ...words, spoken: [...before, spoken] } };
    });
  }

  /** Settles a declaration that names ties. What is barred ends, and the organizer is told nothing. @throws as `returnTo` */
  async reviewDeclaration(
    viewer: Viewer,
    id: string,
    revision: number,
    { outcome, words }: ReviewInput,
  ): Promise<DeskAskView> {
    throwIfProblems([
      ...known('outcome', outcome, DECLARATION_OUTCOMES),
      ...textProblems('words', words ?? '', LONGEST_WORDS, outcome === 'disclosed-accepted'),
    ]);
    return this.step(viewer, id, revision, async ({ ask }) => {
      if (ask?.state === 'accepted' && ask.reviewedAt !== null) {
        throw new InvalidStateError(refusal('introductions.declarationSettled'));
      }
      const settled = { outcome, outcomeWords: words?.trim() || null };
      return { inner: { step: outcome === 'barred' ? 'bar' : 'review' }, words: settled };
    });
  }

  /**
   * Passes a message of the relay to the other side, as long as she lets the relay be.
   *
   * @throws NotFoundError, ConflictError, InvalidStateError
   */
  async passMessage(
    viewer: Viewer,
    id: string,
    revision: number,
    messageId: string,
  ): Promise<DeskAskView> {
    return this.onRelay(viewer, id, revision, 'pass', async (tx, { ask, her, words }) => {
      if (!her || !openChannels({ ask, her, words }).includes('relay')) {
        throw new InvalidStateError(refusal('introductions.relayTakenBack'));
      }
      const { recipient } = await this.relay.pass(tx, viewer, id, messageId);
      return recipient;
    });
  }

  /** Holds a message back, with a word to who wrote it. @throws as `passMessage`, InvalidInputError */
  async holdMessage(
    viewer: Viewer,
    id: string,
    revision: number,
    messageId: string,
    word: string,
  ): Promise<DeskAskView> {
    return this.onRelay(viewer, id, revision, 'hold', async (tx) => {
      const { author } = await this.relay.hold(tx, viewer, id, messageId, word);
      return author === 'desk' ? null : author;
    });
  }

  /** Writes to the organizer or to her. @throws as `holdMessage` */
  async sendMessage(
    viewer: Viewer,
    id: string,
    revision: number,
    text: string,
    recipient: RelaySide,
  ): Promise<DeskAskView> {
    return this.onRelay(viewer, id, revision, 'write', async (tx) => {
      await this.relay.write(tx, viewer, id, { author: 'desk', recipient, text });
      return recipient;
    });
  }

  private async onRelay(
    viewer: Viewer,
    id: string,
    revision: number,
    deed: 'pass' | 'hold' | 'write',
    work: (tx: Transaction, held: HeldAsk) => Promise<RelaySide | null>,
  ): Promise<DeskAskView> {
    await this.database.transaction(async (tx) => {
      const held = await this.held(tx, viewer, id, revision, 'write-desk');
      const { ask, her, shown } = held;
      if (ask.connectedAt === null)
        throw new InvalidStateError(refusal('introductions.messagesOnceConnected'));
      const recipient = await work(tx, held);
      const to = recipient === 'mediator' ? 'her' : 'organizer';
      const notices = recipient === null ? [] : [{ to, mail: 'introduction-message' } as const];
      await this.mails.send(tx, notices, {
        id,
        requester: shown,
        her: her && { mediatorId: her.keptId, networkId: ask.networkId },
        until: ask.lapsesAt,
        shownUntil: null,
      });
      await recordAudit(tx, viewer, [
        changeRecord(`introduction.${deed}message`, 'introduction', null, { id }),
      ]);
    });
    return this.byId(viewer, id);
  }

  private async step(
    viewer: Viewer,
    id: string,
    revision: number,
    deed: (held: Held, tx: Transaction) => Promise<Deed>,
  ): Promise<DeskAskView> {
    await this.database.transaction(async (tx) => {
      const held = await this.held(tx, viewer, id, revision, 'handle');
      const { inner, facts, words, columns } = await deed(held, tx);
      const all = { ...(await this.store.facts(tx, held)), ...facts };
      const moved = byInner(inner, held, all);
      await recordAudit(
        tx,
        viewer,
        await this.store.save(tx, viewer, held, moved, { words, columns }),
      );
    });
    return this.byId(viewer, id);
  }

  /** @throws NotFoundError alike where there is none and where it is another desk's; ConflictError */
  private async held(
    tx: Transaction,
    viewer: Viewer,
    id: string,
    revision: number,
    action: ActionOn<'introduction'>,
  ): Promise<HeldAsk> {
    const [own] = await tx.query(
      'SELECT FROM introduction WHERE id = $1 AND network_id = ANY($2::uuid[])',
      [id, viewer.networkIds],
    );
    const held = own === undefined ? null : await this.store.hold(tx, id);
    const { ask } = held ?? {};
    if (
      !held ||
      !ask ||
      !may(viewer, action, introductionSubject(held)) ||
      !(await this.lists(tx, held))
    ) {
      throw hidden(viewer, 'introduction');
    }
    if (ask.revision !== revision) {
      throw new ConflictError(refusal('introductions.askChanged'));
    }
    return { ...held, ask };
  }

  /** Whether the acting network lists her at this moment: when it ends, so does all that its desk can do for her. */
  private async lists(tx: Transaction, { ask, her }: Held): Promise<boolean> {
    if (!ask || !her) return false;
    return (await listingNetworks(tx, her.keptId)).includes(ask.networkId ?? '');
  }
}

type HeldAsk = Held & { readonly ask: IntroductionEntity };

/** What a step of the desk is, and what it writes besides. */
interface Deed {
  readonly inner: InnerStep;
  readonly facts?: Partial<IntroductionFacts>;
  readonly words?: IntroductionWords;
  readonly columns?: Partial<IntroductionEntity>;
}

/** Values of channels, which nobody but she herself releases. */
function herOwn(release: ReleaseInput): InputProblem[] {
  const message = refusal('introductions.onlyRelayForHer');
  return (['email', 'telephone'] as const)
    .filter((channel) => release[channel]?.trim())
    .map((channel) => ({ path: `release.${channel}`, code: 'NOT_PERMITTED', message }));
}

function known<T extends string>(path: string, value: T, list: readonly T[]): InputProblem[] {
  if (list.includes(value)) return [];
  return [{ path, code: 'UNKNOWN', message: refusal('list.notAWord') }];
}
