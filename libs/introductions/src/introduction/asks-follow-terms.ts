import { CLOCK } from '#config';
import type { Transaction } from '#database';
import { systemViewer, type ChangeRecord } from '#identity';
import { Inject, Injectable } from '@nestjs/common';
import { reasked } from '../ask/moves.js';
import { SHOWN_OPEN } from '../ask/shown.js';
import { TermsFollowers } from '../terms/terms-followers.js';
import { IntroductionStore } from './introduction-store.js';

/** When the terms of a need are edited, whoever was asked is asked anew, and every organizer's clock begins anew. */
@Injectable()
export class AsksFollowTerms extends TermsFollowers {
  private readonly system = systemViewer('introductions');

  constructor(
    private readonly store: IntroductionStore,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {
    super();
  }

  async termsChanged(tx: Transaction, needId: string, revision: number): Promise<ChangeRecord[]> {
    const open = await tx.query<{ id: string }>(
      'SELECT id FROM introduction_shown WHERE need_id = $1 AND state = ANY($2) ORDER BY id',
      [needId, SHOWN_OPEN],
    );
    const audit: ChangeRecord[] = [];
    for (const { id } of open) {
      const held = await this.store.hold(tx, id);
      if (!held) continue;
      const { urgency } = held.shown;
      const moved = reasked(held, { urgency, termsRevision: revision }, this.now());
      audit.push(...(await this.store.save(tx, this.system, held, moved)));
    }
    return audit;
  }
}
