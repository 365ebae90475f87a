import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { SELECT_KEPT } from '#directory';
import {
  authorise,
  changeRecord,
  hidden,
  may,
  OneTimeLinks,
  ownMediatorId,
  PUBLIC_VIEWER,
  recordAudit,
  type Viewer,
} from '#identity';
import { ConflictError, InvalidStateError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type IntroductionState, OPEN_STATES } from '../ask/introduction-steps.js';
import { byInner } from '../ask/moves.js';
import { RelayService } from '../relay/relay.service.js';
import { AskReader, openChannels } from './ask-reader.js';
import type { OwnAskView } from './ask-views.js';
import { type HerAct, type Told, told } from './her-acts.js';
import type { AcceptInput, DeclineInput, ReleaseInput } from './inputs.js';
import { IntroductionMails } from './introduction-mails.js';
import { type Held, introductionSubject, IntroductionStore } from './introduction-store.js';
import { IntroductionEntity } from './introduction.entity.js';

/**
 * A woman who came by the link of a mail: she acts as herself, for this one ask. The link works until the ask is over, for
 * one answer may need several acts: a question, a yes, and what to release.
 */
export interface LinkViewer extends Viewer {
  readonly link: string;
  readonly introductionId: string;
}

/** What a mediator does with asks to her. An ask is hers from the moment at which her desk first forwards it. */
@Injectable()
export class OwnAskService {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinks,
    private readonly relay: RelayService,
    private readonly store: IntroductionStore,
    private readonly mails: IntroductionMails,
    private readonly reader: AskReader,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** All her asks, the latest first; for the viewer of a link the one of the link. @throws NotPermittedError */
  async list(viewer: Viewer): Promise<OwnAskView[]> {
    return this.views(viewer, isByLink(viewer) ? viewer.introductionId : null);
  }

  /** @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<OwnAskView> {
    const isOther = isByLink(viewer) && viewer.introductionId !== id;
    const [view] = isOther ? [] : await this.views(viewer, id);
    if (!view) throw hidden(viewer, 'introduction');
    return view;
  }

  /** The viewer of a link, and its ask. @throws NotFoundError for a link that is none, and for an ask with which she can do nothing more */
  async byLink(token: string): Promise<{ viewer: LinkViewer; ask: OwnAskView }> {
    const link = await this.links.look('introduction', token);
    const introductionId = link?.data.introductionId;
    if (!link?.mediatorId || !introductionId) throw new NotFoundError(NO_LINK);
    const viewer: LinkViewer = {
      ...PUBLIC_VIEWER,
      name: 'system:introduction-link',
      grants: ['anyone', 'mediator'],
      mediatorId: link.mediatorId,
      link: token,
      introductionId,
    };
    const ask = await this.byId(viewer, introductionId);
    if (ask.endedAt !== null && ask.channels.length === 0) throw new NotFoundError(NO_LINK);
    return { viewer, ask };
  }

  /** Makes all links to the ask of a link useless, as when somebody else may have read her mail. @throws NotFoundError as `byLink` */
  async withdrawLink(token: string): Promise<void> {
    const { viewer } = await this.byLink(token);
    await this.database.transaction(async (tx) => {
      const { introductionId } = viewer;
      await this.links.withdrawFor(tx, 'introduction', { introductionId });
      await recordAudit(tx, viewer, [
        changeRecord('introduction.withdrawlink', 'introduction', null, { id: introductionId }),
      ]);
    });
  }

  /**
   * Her yes to the terms of one revision, with her declaration of interests.
   *
   * @throws NotFoundError, ConflictError, InvalidInputError; InvalidStateError where her time is over, the terms are others
   * or nobody is looked for any more
   */
  async accept(
    viewer: Viewer,
    id: string,
    revision: number,
    input: AcceptInput,
  ): Promise<OwnAskView> {
    return this.act(viewer, id, revision, { accept: input });
  }

  /** Her no, also after a yes, until channels are released. @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError */
  async decline(
    viewer: Viewer,
    id: string,
    revision: number,
    input: DeclineInput,
  ): Promise<OwnAskView> {
    return this.act(viewer, id, revision, { decline: input });
  }

  /** Her one question: her time stands still until it is answered. @throws as `decline` */
  async ask(viewer: Viewer, id: string, revision: number, words: string): Promise<OwnAskView> {
    return this.act(viewer, id, revision, { question: words });
  }

  /** Releases channels: this alone connects. Her consents are read again in the same transaction. @throws as `decline` */
  async release(
    viewer: Viewer,
    id: string,
    revision: number,
    input: ReleaseInput,
  ): Promise<OwnAskView> {
    return this.act(viewer, id, revision, { release: input });
  }

  /** Takes back what she released: the organizer reads it no more. @throws as `decline` */
  async takeBack(viewer: Viewer, id: string, revision: number): Promise<OwnAskView> {
    return this.take(viewer, id, revision, this.takenBack());
  }

  /**
   * Repeats, on a database that was restored, that she declined an ask or took back what she released, or that her desk refused it for
   * her. What they wrote is not known, and the organizer is told nothing of a no.
   *
   * @throws NotPermittedError, NotFoundError, InvalidStateError where nothing is left to take back
   */
  async takeBackAgain(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const held = await this.store.hold(tx, id);
      if (!held?.ask) throw new NotFoundError('introduction');
      const { state } = held.ask;
      const no = state === 'requested' ? REFUSED_AGAIN : told({ decline: NO_REASON });
      await this.write(tx, viewer, held, isOpen(state) ? no : this.takenBack());
    });
  }

  /** Writes to the organizer through her desk. @throws as `decline` */
  async sendMessage(
    viewer: Viewer,
    id: string,
    revision: number,
    text: string,
  ): Promise<OwnAskView> {
    await this.database.transaction(async (tx) => {
      const { ask, her, words, shown } = await this.held(tx, viewer, id, revision, 'write-own');
      if (!her || !openChannels({ ask, her, words }).includes('relay')) {
        throw new InvalidStateError(refusal('introductions.relayFirst'));
      }
      await this.relay.write(tx, viewer, id, { author: 'mediator', recipient: 'organizer', text });
      await this.mails.send(tx, [{ to: 'desk', mail: 'introduction-desk-waits' }], {
        id,
        requester: shown,
        her: { mediatorId: her.keptId, networkId: ask.networkId },
        until: ask.lapsesAt,
        shownUntil: null,
      });
      await recordAudit(tx, viewer, [
        changeRecord('introduction.write', 'introduction', null, { id }),
      ]);
    });
    return this.byId(viewer, id);
  }

  private async act(
    viewer: Viewer,
    id: string,
    revision: number,
    act: HerAct,
  ): Promise<OwnAskView> {
    return this.take(viewer, id, revision, told(act));
  }

  private async take(viewer: Viewer, id: string, revision: number, act: Told): Promise<OwnAskView> {
    await this.database.transaction(async (tx) => {
      await this.write(tx, viewer, await this.held(tx, viewer, id, revision, 'decide'), act);
    });
    return this.byId(viewer, id);
  }

  private async write(
    tx: Transaction,
    viewer: Viewer,
    held: Held,
    { inner, facts, words, columns }: Told,
  ): Promise<void> {
    const moved = byInner(inner, held, { ...(await this.store.facts(tx, held)), ...facts });
    const saved = await this.store.save(tx, viewer, held, moved, { words, columns });
    await recordAudit(tx, viewer, saved);
  }

  private takenBack(): Told {
    return {
      inner: { step: 'takeBack' },
      facts: {},
      words: { released: null },
      columns: { relay: false, takenBackAt: this.now() },
    };
  }

  /** @throws NotFoundError alike where there is none and where it is not hers; ConflictError */
  private async held(
    tx: Transaction,
    viewer: Viewer,
    id: string,
    revision: number,
    action: 'decide' | 'write-own',
  ): Promise<Held & { ask: IntroductionEntity }> {
    if (isByLink(viewer)) {
      const link = await this.links.peek(tx, 'introduction', viewer.link);
      if (link?.data.introductionId !== id) throw new NotFoundError('introduction');
    }
    const [own] = await tx.query<{ id: string }>(`SELECT i.id ${HERS} AND i.id = $2`, [
      ownMediatorId(viewer),
      id,
    ]);
    const held = own ? await this.store.hold(tx, id) : null;
    const { ask } = held ?? {};
    if (!held || !ask || !may(viewer, action, introductionSubject(held))) {
      throw hidden(viewer, 'introduction');
    }
    if (ask.revision !== revision) {
      throw new ConflictError(refusal('introductions.askChanged'));
    }
    return { ...held, ask };
  }

  private async views(viewer: Viewer, id: string | null): Promise<OwnAskView[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT i.id ${HERS} AND ($2::uuid IS NULL OR i.id = $2) ORDER BY i.id DESC`,
      [ownMediatorId(viewer), id],
    );
    const ids = rows.map((row) => row.id);
    const asks = await this.database.manager.find(IntroductionEntity, {
      where: { id: In(ids) },
      order: { id: 'DESC' },
    });
    return this.reader.forHer(this.database, asks);
  }
}

/** Asks of the record `$1`, and of those that were merged into it, that have reached her. */
const HERS = `FROM introduction i JOIN (${SELECT_KEPT}) m ON m.id = i.mediator_id
  WHERE m.kept_id = (SELECT kept_id FROM (${SELECT_KEPT}) k WHERE k.id = $1) AND i.forwarded_at IS NOT NULL`;

const NO_REASON: DeclineInput = { reasons: ['no-reason'], words: null, share: false };

/** Before it has reached her. */
const REFUSED_AGAIN: Told = {
  inner: { step: 'refuse' },
  facts: {},
  words: { refusal: 'other', refusalWords: null },
};

const NO_LINK = 'linkExpired';

function isOpen(state: IntroductionState): boolean {
  return OPEN_STATES.some((one) => one === state);
}

function isByLink(viewer: Viewer): viewer is LinkViewer {
  return 'link' in viewer;
}
