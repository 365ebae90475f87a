import { Allowances } from '#identity';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../../http/client-of.js';
import type { PublicVisit } from './public-visit.js';

/** What a page asks for, in the units of the graph. */
export interface PublicUse {
  readonly cost: number;
  readonly profiles: number;
}

/** Counts public pages as the graph counts documents of whoever has not signed in: the two share one allowance. */
@Injectable()
export class PublicRequests {
  constructor(private readonly allowances: Allowances) {}

  /** @throws TooManyRequestsError, before anything is read */
  async within<T>(
    { request, viewer }: PublicVisit,
    use: PublicUse,
    work: () => Promise<T>,
  ): Promise<T> {
    const client = clientOf(request);
    const stay = this.allowances.begin(viewer, client);
    try {
      this.allowances.spend(viewer, client, use);
      return await work();
    } finally {
      stay.end();
    }
  }
}
