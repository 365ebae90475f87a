import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { changeRecord, hidden, may, recordAudit, type Viewer } from '#identity';
import { ConflictError, InvalidStateError, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { closesAt } from '../feedback/blind.js';
import { endedDeployment } from '../feedback/ended-deployment.js';
import { FEEDBACK_SIDES, type FeedbackSide } from '../feedback/feedback-lists.js';
import { afterActionProblems, type AfterActionDraft } from './after-action.js';
import { AfterActionEntity } from './after-action.entity.js';
import { draftLesson } from './draft-lesson.js';
import { LessonEntity } from './lesson.entity.js';
import { openIn, sealIn } from './sealed-lessons.js';

/** What one side answered. */
export interface AfterActionView extends AfterActionDraft {
  readonly side: FeedbackSide;
  readonly givenAt: Date;
  readonly revision: number;
  /** A draft of a lesson was made of it, or the time is over: it can be answered otherwise no more. */
  readonly isFinal: boolean;
}

const ACTIONS = { organizer: 'give', mediator: 'give-own' } as const;

/** The review of a deployment by both sides, of which a draft of a lesson is made. */
@Injectable()
export class AfterActionService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** What the viewer's own side answered; to the desk, what both did. @throws NotFoundError, InvalidStateError before the end */
  async of(viewer: Viewer, deploymentId: string): Promise<readonly AfterActionView[]> {
    return this.database.transaction(async (tx) => this.answers(tx, viewer, deploymentId));
  }

  /**
   * Answers the questions for the viewer's side, or answers them otherwise until a draft is made of them: when both sides
   * have answered, else 21 days after the end.
   *
   * @param revision the one that the viewer saw; null if her side has answered nothing
   * @throws NotFoundError, InvalidStateError, ConflictError, InvalidInputError
   */
  async answer(
    viewer: Viewer,
    deploymentId: string,
    revision: number | null,
    draft: AfterActionDraft,
  ): Promise<readonly AfterActionView[]> {
    return this.database.transaction(async (tx) => {
      const { subject, endedAt } = await endedDeployment(tx, viewer, deploymentId);
      const side = FEEDBACK_SIDES.find((one) => may(viewer, ACTIONS[one], subject));
      if (!side) throw hidden(viewer, 'deployment');
      throwIfProblems(afterActionProblems(draft));
      // Of two sides at once, the second waits, and makes the draft.
      await tx.query('SELECT FROM deployment WHERE id = $1 FOR NO KEY UPDATE', [deploymentId]);
      const now = this.now();
      if (await this.isOver(tx, { id: deploymentId, endedAt }))
        throw new InvalidStateError(refusal('deployments.reviewOver'));
      const before = await tx.manager.findOneBy(AfterActionEntity, { deploymentId, side });
      if ((before?.revision ?? null) !== revision) {
        throw new ConflictError(refusal('deployments.answersChanged'));
      }
      const id = before?.id ?? uuidv7();
      const row = {
        id,
        deploymentId,
        side,
        ...(await sealIn(tx, this.vault, 'after_action', id, draft)),
        givenBy: viewer.name,
        givenAt: now,
        revision: (revision ?? 0) + 1,
      };
      if (before) await tx.manager.update(AfterActionEntity, { id }, row);
      else await tx.manager.insert(AfterActionEntity, row);
      const both = await tx.manager.countBy(AfterActionEntity, { deploymentId });
      const lesson =
        both === FEEDBACK_SIDES.length ? await draftLesson(tx, this.vault, deploymentId) : null;
      const view = await this.answers(tx, viewer, deploymentId);
      await recordAudit(tx, viewer, [
        changeRecord(
          'after-action.answer',
          'after-action',
          before && { id, revision: before.revision },
          { id, revision: row.revision },
        ),
        ...(lesson ? [changeRecord('lesson.draft', 'lesson', null, { id: lesson })] : []),
      ]);
      return view;
    });
  }

  private async isOver(
    tx: Transaction,
    { id: deploymentId, endedAt }: { readonly id: string; readonly endedAt: Date },
  ): Promise<boolean> {
    return (
      this.now() >= closesAt({ endedAt }) ||
      (await tx.manager.existsBy(LessonEntity, { deploymentId }))
    );
  }

  private async answers(
    tx: Transaction,
    viewer: Viewer,
    deploymentId: string,
  ): Promise<readonly AfterActionView[]> {
    const { subject, endedAt } = await endedDeployment(tx, viewer, deploymentId);
    const isDesk = may(viewer, 'review', subject);
    const rows = await tx.manager.find(AfterActionEntity, {
      where: { deploymentId },
      order: { side: 'DESC' },
    });
    const shown = rows.filter(({ side }) => isDesk || may(viewer, ACTIONS[side], subject));
    const isFinal = await this.isOver(tx, { id: deploymentId, endedAt });
    return Promise.all(
      shown.map(async (row) => {
        const answers = await openIn(this.vault, 'after_action', row);
        if (!answers) throw new Error('An after-action review is empty.');
        return {
          ...answers,
          side: row.side,
          givenAt: row.givenAt,
          revision: row.revision,
          isFinal,
        };
      }),
    );
  }
}
