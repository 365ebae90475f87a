import { Injectable } from '@nestjs/common';
import { listPage, Database, type Transaction } from '#database';
import {
  InvalidInputError,
  type InputProblem,
  type ListPage,
  type ListResult,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import { In, IsNull } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { insertProcess } from './process/insert-process.js';
import { PeaceProcessEntity } from './process/peace-process.entity.js';
import type { PeaceProcessDraft } from './process/peace-process-draft.js';
import { closeShortlistsOf } from './shortlist/close-shortlists.js';
import { fillEntries } from './shortlist/fill-entries.js';
import { ShortlistReader } from './shortlist/shortlist-reader.js';
import { slugOf } from './slug-of.js';
import { checkedDraft, type NeedDraft } from './need/need-draft.js';
import { NEED_STATES, NeedEntity, type NeedState } from './need/need.entity.js';
import { NEED_STEPS, type NeedStep } from './need/need-steps.js';
import { lockedNeed, viewOf } from './need/locked-need.js';
import { type NeedView, toNeedView } from './need/need-view.js';
import { NEED_RELATIONS, type OwnedNeed, withOwners } from './need/owned-need.js';
import { type NeedChange, takeNeedStep } from './need/take-need-step.js';
import { ownSubject } from './need-subject.js';
import { seated } from './take-seats.js';

/** What organizers do with the needs of their own organization. */
@Injectable()
export class OwnNeedService {
  constructor(
    private readonly database: Database,
    private readonly reader: ShortlistReader,
  ) {}

  /** Needs of the viewer's organization, in order of their making. @throws NotPermittedError */
  async list(
    viewer: Viewer,
    page: ListPage,
    states: readonly NeedState[] = NEED_STATES,
  ): Promise<ListResult<NeedView>> {
    const own = await ownSubject(this.database, viewer);
    authorise(viewer, 'read-all', own);
    const result = await listPage(
      this.database.manager.getRepository(NeedEntity),
      'id',
      {
        where: { state: In([...states]), organizationId: own.organizationId ?? IsNull() },
        relations: NEED_RELATIONS,
      },
      page,
    );
    return { ...result, items: (await withOwners(this.database, result.items)).map(toNeedView) };
  }

  /** Writes a need down, as a draft. @throws NotPermittedError, InvalidInputError */
  async create(viewer: Viewer, input: NeedDraft): Promise<NeedView> {
    return this.database.transaction(async (tx) => {
      const own = await ownSubject(tx, viewer, true);
      authorise(viewer, 'create', own);
      const { process, ...draft } = checkedDraft(input);
      const id = uuidv7();
      const made = await processOf(tx, viewer, process);
      await tx.manager.insert(NeedEntity, {
        ...draft,
        id,
        slug: slugOf(draft.title, id),
        peaceProcessId: made.id,
        organizationId: own.organizationId,
        createdBy: viewer.name,
      });
      const view = await viewOf(tx, id);
      await recordAudit(tx, viewer, [
        ...made.audit,
        changeRecord('need.create', 'need', null, view),
      ]);
      return view;
    });
  }

  /**
   * Changes what is given, and nothing else.
   *
   * @param revision the one that the editor saw
   * @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError
   */
  async edit(
    viewer: Viewer,
    id: string,
    revision: number,
    changes: Partial<NeedDraft>,
  ): Promise<NeedView> {
    return this.step(viewer, id, revision, 'edit', async (tx, need) => {
      const { process, ...draft } = checkedDraft({
        ...toNeedView(need),
        process: null,
        ...withoutUndefined(changes),
      });
      throwIfProblems(seatProblems(need, draft.wanted));
      const made = changes.process === undefined ? null : await processOf(tx, viewer, process);
      return {
        columns: {
          title: draft.title,
          brief: draft.brief,
          criteria: draft.criteria,
          preset: draft.preset,
          wanted: draft.wanted,
          workLanguage: draft.workLanguage,
          place: draft.place,
          confidentiality: draft.confidentiality,
          urgency: draft.urgency,
          insiderTies: draft.insiderTies,
          alongside: draft.alongside,
          ...(made && { peaceProcessId: made.id }),
        },
        audit: made?.audit ?? [],
      };
    });
  }

  /** Opens a draft: a public one is shown to everyone from now on. @throws as `edit` */
  async open(viewer: Viewer, id: string, revision: number): Promise<NeedView> {
    return this.step(viewer, id, revision, 'open', async () => ({
      columns: { openedAt: () => 'now()' },
      audit: [],
    }));
  }

  /** Ends it without anybody, and its shortlists with it. @throws as `edit` */
  async cancel(viewer: Viewer, id: string, revision: number): Promise<NeedView> {
    return this.step(viewer, id, revision, 'cancel', async (tx) => ({
      columns: { closedAt: () => 'now()' },
      audit: await closeShortlistsOf(tx, id),
    }));
  }

  /**
   * Tells of women who were kept on its shortlists and are engaged. When all that are wanted are, it is filled.
   *
   * @throws as `edit`; InvalidInputError where one of them was not kept
   */
  async engage(
    viewer: Viewer,
    id: string,
    revision: number,
    mediatorIds: readonly string[],
  ): Promise<NeedView> {
    return this.step(viewer, id, revision, 'engage', async (tx, need) => {
      throwIfProblems(mediatorIds.length === 0 ? [NOBODY_NAMED] : []);
      return this.seats(tx, viewer, need, 'engage', mediatorIds);
    });
  }

  /**
   * Ends it with those who are engaged and these women, who were kept on its shortlists: as many as were wanted
   * at most. Closes its shortlists.
   *
   * @throws as `edit`; InvalidInputError where one of them was not kept
   */
  async fill(
    viewer: Viewer,
    id: string,
    revision: number,
    mediatorIds: readonly string[],
  ): Promise<NeedView> {
    return this.step(viewer, id, revision, 'fill', (tx, need) =>
      this.seats(tx, viewer, need, 'fill', mediatorIds),
    );
  }

  private async seats(
    tx: Transaction,
    viewer: Viewer,
    need: OwnedNeed,
    step: 'engage' | 'fill',
    mediatorIds: readonly string[],
  ): Promise<NeedChange> {
    const action = NEED_STEPS.audit(step);
    const seats = await fillEntries(tx, this.reader, viewer, need, mediatorIds, action);
    return seated(tx, need, step, seats);
  }

  private async step(
    viewer: Viewer,
    id: string,
    revision: number,
    step: Exclude<NeedStep, 'shortlist'>,
    change: (tx: Transaction, need: OwnedNeed) => Promise<NeedChange>,
  ): Promise<NeedView> {
    return this.database.transaction(async (tx) => {
      const need = await lockedNeed(tx, viewer, id, NEED_STEPS.action(step));
      return takeNeedStep(tx, viewer, need, step, revision, () => change(tx, need));
    });
  }
}

const NOBODY_NAMED: InputProblem = {
  path: 'mediatorIds',
  code: 'MISSING',
  message: refusal('needs.sayWhoEngaged'),
};

/** The process of a need: a known one by slug, or one that is written down now. @throws InvalidInputError */
async function processOf(
  tx: Transaction,
  viewer: Viewer,
  process: string | PeaceProcessDraft | null,
): Promise<{ id: string | null; audit: NeedChange['audit'] }> {
  if (process === null) return { id: null, audit: [] };
  const { organizationId } = viewer;
  if (typeof process !== 'string') {
    const { id, audit } = await insertProcess(tx, process, organizationId);
    return { id, audit: [audit] };
  }
  const known = await tx.manager.findOneBy(PeaceProcessEntity, { slug: process });
  const isHers = known?.organizationId === null || known?.organizationId === organizationId;
  if (!known || !isHers || known.archivedAt !== null) {
    const message = known && isHers ? refusal('needs.processArchived') : refusal('needs.noProcess');
    throw new InvalidInputError([{ path: 'process', code: 'UNKNOWN', message }]);
  }
  return { id: known.id, audit: [] };
}

/** A need that no longer wants more than are engaged is filled, and not edited. */
function seatProblems({ engaged }: OwnedNeed, wanted: number): InputProblem[] {
  if (engaged === 0 || wanted > engaged) return [];
  const message = refusal('needs.engagedAlready', { count: engaged });
  return [{ path: 'wanted', code: 'OUT_OF_RANGE', message }];
}

function withoutUndefined<T extends object>(changes: T): T {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as T;
}
