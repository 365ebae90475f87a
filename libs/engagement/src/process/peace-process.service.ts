import { Injectable } from '@nestjs/common';
import { listPage, Database } from '#database';
import { NotFoundError, throwIfProblems, type ListPage, type ListResult } from '#kernel';
import { authorise, changeRecord, may, recordAudit, type Viewer } from '#identity';
import { Equal, IsNull, Or } from 'typeorm';
import { ownSubject } from '../need-subject.js';
import { processProblems, type PeaceProcessDraft } from './peace-process-draft.js';
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

  /**
   * Changes a process that the viewer's organization wrote down: what is given, and nothing else. Those of public sources
   * are nobody's to edit.
   *
   * @throws NotPermittedError, NotFoundError, InvalidInputError
   */
  async edit(
    viewer: Viewer,
    slug: string,
    changes: Partial<PeaceProcessDraft>,
  ): Promise<PeaceProcessView> {
    return this.database.transaction(async (tx) => {
      const own = await ownSubject(tx, viewer, true);
      authorise(viewer, 'edit', own);
      const known = await tx.manager.findOne(PeaceProcessEntity, {
        where: { slug, organizationId: own.organizationId ?? IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (!known) throw new NotFoundError('peace process');
      const before = toView(known);
      const after = { ...before, ...changes };
      throwIfProblems(processProblems(after, 'changes'));
      const { id } = before;
      await tx.manager.update(PeaceProcessEntity, { id }, changes);
      await recordAudit(tx, viewer, [
        changeRecord('peace-process.edit', 'peace-process', before, after),
      ]);
      return after;
    });
  }
}

function toView({ organizationId: _its, ...view }: PeaceProcessEntity): PeaceProcessView {
  return view;
}
