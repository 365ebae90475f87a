import { Injectable } from '@nestjs/common';
import type { Transaction } from '#database';
import type { Urgency } from '#engagement';
import type { ChangeRecord, Viewer } from '#identity';
import type { TermsFollowers } from '../terms/terms-followers.js';
import type { Terms } from '../terms/terms.js';

/** What a deployment begins with. */
export interface EngagedIntroduction {
  readonly id: string;
  readonly needId: string;
  readonly organizationId: string;
  readonly networkId: string | null;
  readonly mediatorId: string;
  readonly urgency: Urgency;
  readonly requestedAt: Date;
  /** The terms that she accepted, and their revision. */
  readonly terms: Terms;
  readonly termsRevision: number;
}

/** What other rooms ask of introductions. */
@Injectable()
export class IntroductionService implements TermsFollowers {
  /**
   * The organizer engages the woman with whom it is connected, in the transaction that makes the deployment.
   *
   * @throws NotFoundError, InvalidStateError
   */
  engage(_tx: Transaction, _viewer: Viewer, _id: string): Promise<EngagedIntroduction> {
    throw new Error('not built yet');
  }

  /** Everyone who has been asked by terms before these is asked anew. */
  async termsChanged(tx: Transaction, needId: string): Promise<readonly ChangeRecord[]> {
    const asked = await tx.query('SELECT FROM introduction WHERE need_id = $1 LIMIT 1', [needId]);
    if (asked.length > 0) throw new Error('not built yet');
    return [];
  }
}
