import type { Transaction } from '#database';
import { SELECT_KEPT } from '#directory';
import { engaged, type Urgency } from '#engagement';
import type { Viewer } from '#identity';
import { InvalidStateError } from '#kernel';
import { Injectable } from '@nestjs/common';
import { SHOWN_STEPS } from '../ask/shown.js';
import type { Terms } from '../terms/terms.js';
import { TermsService } from '../terms/terms.service.js';
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
    const [seat] = await tx.query<{ needId: string; mediatorId: string }>(
      `SELECT i.need_id AS "needId", m.kept_id AS "mediatorId" FROM introduction i
       JOIN introduction_shown s ON s.id = i.id JOIN (${SELECT_KEPT}) m ON m.id = i.mediator_id
       WHERE i.id = $1 AND s.organization_id = $2 AND s.state = 'connected'`,
      [id, viewer.organizationId],
    );
    if (seat) await engaged(tx, viewer, seat.needId, seat.mediatorId);
    const held = await this.requests.held(tx, viewer, id, SHOWN_STEPS.action('engage'));
    const { ask, her, shown } = held;
    if (!ask || !her || ask.acceptedTermsRevision === null) {
      throw new InvalidStateError('Only a woman with whom you are connected is engaged.');
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
