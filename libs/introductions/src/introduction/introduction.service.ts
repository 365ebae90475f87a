import type { Transaction } from '#database';
import { standingsOf } from '#directory';
import { engaged, type Urgency } from '#engagement';
import type { Viewer } from '#identity';
import { InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import { Injectable } from '@nestjs/common';
import { SHOWN_STEPS } from '../ask/shown.js';
import type { Terms } from '../terms/terms.js';
import { TermsService } from '../terms/terms.service.js';
import { isListed } from './introduction-store.js';
import { RequestService } from './request.service.js';

/** What a deployment begins with. */
export interface EngagedIntroduction {
  readonly id: string;
  readonly needId: string;
  readonly organizationId: string;
  readonly networkId: string | null;
  /** The record that stands for her. */
  readonly mediatorId: string;
  readonly urgency: Urgency;
  readonly requestedAt: Date;
  /** The terms that she accepted, and their revision. */
  readonly terms: Terms;
  readonly termsRevision: number;
}

/** What other rooms ask of introductions. */
@Injectable()
export class IntroductionService {
  constructor(
    private readonly requests: RequestService,
    private readonly terms: TermsService,
  ) {}

  /**
   * The organizer engages the woman with whom it is connected, in the transaction that makes the deployment. She takes
   * one of the seats of the need.
   *
   * @throws NotFoundError; InvalidStateError where they are not connected, or she takes no part any more
   */
  async engage(tx: Transaction, viewer: Viewer, id: string): Promise<EngagedIntroduction> {
    // The need is locked before all else, as by whoever closes it.
    const [seat] = await tx.query<{ needId: string; mediatorId: string; publicId: string }>(
      `SELECT i.need_id AS "needId", i.mediator_id AS "mediatorId", i.public_id AS "publicId" FROM introduction i
       JOIN introduction_shown s ON s.id = i.id
       WHERE i.id = $1 AND s.organization_id = $2 AND s.state = 'connected'`,
      [id, viewer.organizationId],
    );
    const before = seat && (await standingsOf(tx, [seat.mediatorId])).get(seat.mediatorId);
    if (seat && before && isListed(before, seat.publicId)) {
      await engaged(tx, viewer, seat.needId, before.keptId);
    }
    const held = await this.requests.held(tx, viewer, id, SHOWN_STEPS.action('engage'));
    const { ask, her, shown } = held;
    // Whether she was erased, suspended, or is called otherwise now, the organizer is told the same.
    if (!ask || !her || !isListed(her, ask.publicId) || ask.acceptedTermsRevision === null) {
      throw new InvalidStateError(refusal('introductions.onlyConnectedEngagedFull'));
    }
    const { terms, revision } = await this.terms.ofRevision(
      tx,
      ask.needId,
      ask.acceptedTermsRevision,
    );
    await this.requests.take(tx, viewer, held, 'engage', {});
    return {
      id,
      needId: ask.needId,
      organizationId: shown.organizationId,
      networkId: ask.networkId,
      mediatorId: her.keptId,
      urgency: ask.urgency,
      requestedAt: shown.requestedAt,
      terms,
      termsRevision: revision,
    };
  }
}
