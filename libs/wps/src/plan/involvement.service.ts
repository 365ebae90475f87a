import { CLOCK } from '#config';
import { Database, listPage } from '#database';
import { hidden, may, recordAudit, type Viewer } from '#identity';
import { type ListPage, type ListResult, textProblems, throwIfProblems } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ownedBy } from '../access/editing.js';
import { Standings } from '../access/standing.js';
import { ActorEntity } from '../actor/actor.entity.js';
import { lockedRow, type Seen, writeRow } from '../records/write-row.js';
import { InvolvementEntity } from './involvement.entity.js';
import { PlanReader } from './plan-reader.js';
import { PlanEntity } from './plan.entity.js';
import type { InvolvementView, PlanView } from './views.js';

/** What plans say of the viewer's own actor, whether or not it may read the whole plan. */
export interface OwnInvolvement extends InvolvementView {
  readonly plan: Pick<PlanView, 'id' | 'actor' | 'title'>;
}

const LONGEST_WORDS = 2_000;

/** What those who are named in plans say to it. */
@Injectable()
export class InvolvementService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly reader: PlanReader,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** Involvements of the viewer's actor, in the order in which they were written down; none if she acts for none. */
  async own(viewer: Viewer, page: ListPage): Promise<ListResult<OwnInvolvement>> {
    const { actorId } = await this.standings.of(viewer);
    const repository = this.database.manager.getRepository(InvolvementEntity);
    const where = { actorId: In(actorId === null ? [] : [actorId]) };
    const result = await listPage(repository, 'id', { where }, page);
    return { ...result, items: await this.views(result.items) };
  }

  /**
   * Confirms or contests what a plan says of the viewer's actor. It is printed with the plan.
   *
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidInputError
   */
  async answer(
    viewer: Viewer,
    seen: Seen,
    answer: 'confirmed' | 'contested',
    words: string | null,
  ): Promise<OwnInvolvement> {
    const after = await this.database.transaction(async (tx) => {
      const known = await tx.manager.findOneBy(InvolvementEntity, { id: seen.id });
      const actor =
        known?.actorId && (await tx.manager.findOneBy(ActorEntity, { id: known.actorId }));
      const owner = actor ? await ownedBy(tx, actor.organizationId) : null;
      if (!owner || !may(viewer, 'answer', { kind: 'wps-involvement', ...owner })) {
        throw hidden(viewer, 'involvement');
      }
      throwIfProblems(textProblems('words', words ?? '', LONGEST_WORDS, answer === 'contested'));
      const held = await lockedRow(tx, viewer, InvolvementEntity, 'involvement', seen, {});
      const written = await writeRow(
        tx,
        InvolvementEntity,
        'involvement',
        held,
        { answer, answerWords: words?.trim() || null, answeredAt: this.now() },
        answer === 'confirmed' ? 'confirm' : 'contest',
      );
      await recordAudit(tx, viewer, [written.record]);
      return written.after;
    });
    const [view] = await this.views([after]);
    return view!;
  }

  private async views(involvements: readonly InvolvementEntity[]): Promise<OwnInvolvement[]> {
    const views = await this.reader.involvements(involvements);
    const plans = await this.reader.views(
      await this.database.manager.findBy(PlanEntity, {
        id: In(involvements.map(({ planId }) => planId)),
      }),
    );
    return views.map((view) => {
      const { id, actor, title } = plans.find((plan) => plan.id === view.planId)!;
      return { ...view, plan: { id, actor, title } };
    });
  }
}
