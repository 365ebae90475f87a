import { Injectable } from '@nestjs/common';
import { listPage, Database } from '#database';
import type { ListPage, ListResult } from '#kernel';
import { may, type Viewer } from '#identity';
import { Equal, IsNull, Or } from 'typeorm';
import { ownSubject } from '../need-subject.js';
import { PeaceProcessEntity } from './peace-process.entity.js';

/** A peace process as whoever may know of it sees it. */
export type PeaceProcessView = Omit<PeaceProcessEntity, 'organizationId' | 'organization'>;

/** Peace processes in which needs arise. */
@Injectable()
export class PeaceProcessService {
  constructor(private readonly database: Database) {}

  /**
   * Those of public sources, and those that the viewer's organization wrote down, in order of slug. What
   * another organization wrote down may be secret talks.
   */
  async list(viewer: Viewer, page: ListPage): Promise<ListResult<PeaceProcessView>> {
    const own = await ownSubject(this.database, viewer);
    const { organizationId } = own;
    const where =
      organizationId !== null && may(viewer, 'read-all', own)
        ? { organizationId: Or(IsNull(), Equal(organizationId)) }
        : { organizationId: IsNull() };
    const repository = this.database.manager.getRepository(PeaceProcessEntity);
    const result = await listPage(repository, 'slug', { where }, page);
    return { ...result, items: result.items.map(toView) };
  }
}

function toView({ organizationId: _its, ...view }: PeaceProcessEntity): PeaceProcessView {
  return view;
}
