import { createHash } from 'node:crypto';
import { ProfileService } from '#directory';
import { systemViewer, type Viewer } from '#identity';
import { InvalidInputError } from '#kernel';
import { Injectable } from '@nestjs/common';
import { NeedPreparation } from '../match/prepare-need.js';
import { sameWomen } from '../match/same-women.js';
import { requestOf } from '../need/need-request.js';
import type { NeedView } from '../need/need-view.js';

/** A woman as a need's watch knows her. */
export interface EligibleWoman {
  readonly mediatorId: string;
  readonly publicId: string;
}

/** What organizers of verified organizations see: an alert tells no more than their own ranking. */
const ORGANIZER: Viewer = { ...systemViewer('need-alerts'), clearance: 'VETTED' };

/** Who is eligible for a need now, as its organizers could find out themselves. */
@Injectable()
export class EligibleWomen {
  constructor(
    private readonly preparation: NeedPreparation,
    private readonly profiles: ProfileService,
  ) {}

  /**
   * Those who are shown by name. Of a woman under a code name an alert tells nothing: the day on which a code name
   * appears says more about her than the code name shall.
   */
  async named(need: NeedView): Promise<EligibleWoman[]> {
    try {
      const { need: asked, pool } = await this.preparation.prepare(ORGANIZER, requestOf(need));
      const found = await pool.ask('eligible', asked);
      const views = sameWomen(found, await this.profiles.viewsByIds(ORGANIZER, found.answer));
      return [...views.values()]
        .filter(({ pseudonymous }) => !pseudonymous)
        .map(({ id: mediatorId, publicId }) => ({ mediatorId, publicId }));
    } catch (error) {
      // What was stored under older rules may not be asked any more; whoever ranks for it is told so.
      if (error instanceof InvalidInputError) return [];
      throw error;
    }
  }
}

/** Tells whether a need asks what it asked before. */
export function digestOf(need: NeedView): string {
  return createHash('sha256')
    .update(JSON.stringify(requestOf(need)))
    .digest('hex');
}
