import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#kernel';
import type { Viewer } from '#identity';
import type { NeedReview } from '#matching';
import { NeedPreparation } from './prepare-need.js';
import type { NeedRequest } from '../need/need-request.js';

/** Tells an organizer what is contradictory or too narrow in a need before anyone is ranked by it. */
@Injectable()
export class NeedReviewService {
  constructor(
    private readonly preparation: NeedPreparation,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * The review, with numbers of the pool that the viewer's clearance may see.
   *
   * @throws InvalidInputError with every problem of a need that cannot be ranked at all
   */
  async review(
    viewer: Viewer,
    request: NeedRequest,
    wanted = request.wanted ?? 1,
  ): Promise<NeedReview> {
    const { need, pool, assumed } = await this.preparation.prepare(viewer, request);
    const today = dayOf(this.now());
    return pool.ask('reviewNeed', need, { today, wanted, assumed });
  }
}
