import { Injectable } from '@nestjs/common';
import { listPage, Database, type Transaction } from '#database';
import { NotFoundError, throwIfProblems, type ListPage, type ListResult } from '#kernel';
import {
  type ActionOn,
  authorise,
  changeRecord,
  may,
  notPermitted,
  recordAudit,
  type Subject,
  type Viewer,
} from '#identity';
import { Equal, IsNull, Not, Or } from 'typeorm';
import { ownSubject } from '../need-subject.js';
import { insertProcess } from './insert-process.js';
import { processProblems, trimmedProcess, type PeaceProcessDraft } from './peace-process-draft.js';
import { PeaceProcessEntity } from './peace-process.entity.js';

/** A peace process as whoever may know of it sees it. */
export interface PeaceProcessView extends PeaceProcessDraft {
  readonly id: string;
  readonly slug: string;
  /** Everyone sees it, and administrators curate it. Others are of one organization. */
  readonly common: boolean;
  /** No new need is to belong to it. */
  readonly archived: boolean;
}

type ProcessSubject = Extract<Subject, { kind: 'peace-process' }>;

const COMMON: ProcessSubject = { kind: 'peace-process', organizationId: null, verified: false };

/** Peace processes in which needs arise. */
@Injectable()
export class PeaceProcessService {
  constructor(private readonly database: Database) {}

  /**
   * The common ones, and those that the viewer's organization wrote down, in order of slug. What another organization
   * wrote down may be secret talks.
   *
   * @param archived whether those that are archived are listed, and no others
   */
  async list(
    viewer: Viewer,
    page: ListPage,
    archived = false,
  ): Promise<ListResult<PeaceProcessView>> {
    const own = await ownSubject(this.database, viewer);
    const { organizationId } = own;
    const isOwn = organizationId !== null && may(viewer, 'read-all', own);
    const where = {
      organizationId: isOwn ? Or(IsNull(), Equal(organizationId)) : IsNull(),
      archivedAt: archived ? Not(IsNull()) : IsNull(),
    };
    const repository = this.database.manager.getRepository(PeaceProcessEntity);
    const result = await listPage(repository, 'slug', { where }, page);
    return { ...result, items: result.items.map(toView) };
  }

  /**
   * Writes one down: for the viewer's organization, or a common one.
   *
   * @throws NotPermittedError, InvalidInputError
   */
  async create(
    viewer: Viewer,
    draft: PeaceProcessDraft,
    common: boolean,
  ): Promise<PeaceProcessView> {
    return this.database.transaction(async (tx) => {
      const subject = common ? COMMON : await ownProcess(tx, viewer);
      if (!subject) throw notPermitted(viewer);
      authorise(viewer, 'create', subject);
      throwIfProblems(processProblems(draft, 'input'));
      const { id, audit } = await insertProcess(tx, draft, subject.organizationId);
      await recordAudit(tx, viewer, [audit]);
      return toView(await tx.manager.findOneByOrFail(PeaceProcessEntity, { id }));
    });
  }

  /**
   * Changes what is given, and nothing else: of one of the viewer's organization, or of a common one.
   *
   * @throws NotPermittedError, NotFoundError, InvalidInputError
   */
  async edit(
    viewer: Viewer,
    slug: string,
    changes: Partial<PeaceProcessDraft>,
  ): Promise<PeaceProcessView> {
    return this.change(viewer, slug, 'edit', (before) => {
      const after = { ...toView(before), ...changes };
      throwIfProblems(processProblems(after, 'changes'));
      return trimmedProcess(after);
    });
  }

  /** Takes it out of the lists for new needs, or puts it back. Needs that belong to it keep it. @throws as `edit` */
  async archive(viewer: Viewer, slug: string, archived: boolean): Promise<PeaceProcessView> {
    return this.change(viewer, slug, 'archive', (before) => ({
      archivedAt: archived ? (before.archivedAt ?? new Date()) : null,
    }));
  }

  private async change(
    viewer: Viewer,
    slug: string,
    action: ActionOn<'peace-process'> & ('edit' | 'archive'),
    columnsOf: (before: PeaceProcessEntity) => Partial<PeaceProcessEntity>,
  ): Promise<PeaceProcessView> {
    return this.database.transaction(async (tx) => {
      // Nothing is read of what she may not change.
      const own = await ownProcess(tx, viewer);
      const subjects = [COMMON, ...(own ? [own] : [])].filter((one) => may(viewer, action, one));
      if (subjects.length === 0) throw notPermitted(viewer);
      const known = await tx.manager.findOne(PeaceProcessEntity, {
        where: subjects.map(({ organizationId }) => ({
          slug,
          organizationId: organizationId ?? IsNull(),
        })),
        lock: { mode: 'pessimistic_write' },
      });
      if (!known) throw new NotFoundError('peaceProcess');
      const { id } = known;
      await tx.manager.update(PeaceProcessEntity, { id }, columnsOf(known));
      const after = toView(await tx.manager.findOneByOrFail(PeaceProcessEntity, { id }));
      await recordAudit(tx, viewer, [
        changeRecord(`peace-process.${action}`, 'peace-process', toView(known), after),
      ]);
      return after;
    });
  }
}

/** What this viewer's organization would write down; null where she has none. */
async function ownProcess(tx: Transaction, viewer: Viewer): Promise<ProcessSubject | null> {
  const { organizationId, verified } = await ownSubject(tx, viewer, true);
  return organizationId === null ? null : { kind: 'peace-process', organizationId, verified };
}

function toView({ organizationId, archivedAt, ...view }: PeaceProcessEntity): PeaceProcessView {
  return { ...view, common: organizationId === null, archived: archivedAt !== null };
}
