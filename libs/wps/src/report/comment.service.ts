import { CLOCK } from '#config';
import { Database, listPage, type Transaction } from '#database';
import { hidden, may, recordAudit, type Viewer } from '#identity';
import { InvalidStateError, type ListPage, type ListResult } from '#kernel';
import { refusal } from '#messages';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { editedActorById, ownedBy } from '../access/editing.js';
import { Standings } from '../access/standing.js';
import { ActorEntity } from '../actor/actor.entity.js';
import { ActorReader } from '../network/actor-reader.js';
import { Checks } from '../records/checks.js';
import { SHARINGS, type Sharing } from '../records/lists.js';
import { lockedRow, type Seen, writeRow } from '../records/write-row.js';
import { answerFor, CommentEntity } from './comment.entity.js';
import { FormEntity } from './form.entity.js';
import { ConsultedEntity, ReportEntity } from './report.entity.js';
import { ReportReader } from './report-reader.js';
import { ANSWERED_STATES } from './report-steps.js';
import type { CommentView } from './views.js';

const LONGEST_WORDS = 2_000;
const MOST_COMMENTS = 500;

/**
 * What those who are consulted say of a report. They and its actor read all of it; of everyone else who reads the report, those
 * with whom it was shared already when the comment was written. An answer is for those with whom it is shared when that is written.
 */
@Injectable()
export class CommentService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly actors: ActorReader,
    private readonly reader: ReportReader,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** In the order in which they were written. @throws NotFoundError, NotPermittedError */
  async list(viewer: Viewer, reportId: string, page: ListPage): Promise<ListResult<CommentView>> {
    const report = await this.reader.entity(viewer, reportId);
    const sharings = await this.sharings(viewer, report);
    const where = { reportId, sharing: In(sharings) };
    const repository = this.database.manager.getRepository(CommentEntity);
    const result = await listPage(repository, 'id', { where }, page);
    return { ...result, items: await this.views(result.items, sharings) };
  }

  /** @throws NotFoundError, NotPermittedError */
  async byId(viewer: Viewer, id: string): Promise<CommentView> {
    const reports = await this.reader.conditions(viewer);
    const where = reports.map((report) => ({ id, report }));
    const relations = { report: true };
    const found = await this.database.manager.findOne(CommentEntity, { where, relations });
    if (!found) throw hidden(viewer, 'comment');
    const sharings = await this.sharings(viewer, found.report);
    if (!sharings.includes(found.sharing)) throw hidden(viewer, 'comment');
    const [view] = await this.views([found], sharings);
    return view!;
  }

  /**
   * Comments on a report on which the viewer's actor is consulted.
   *
   * @param cell the code of a cell; null for the whole
   * @throws NotFoundError, NotPermittedError, InvalidStateError, InvalidInputError
   */
  async comment(
    viewer: Viewer,
    reportId: string,
    cell: string | null,
    words: string,
  ): Promise<CommentView> {
    await this.reader.entity(viewer, reportId);
    const { actorId } = await this.standings.of(viewer);
    const after = await this.database.transaction(async (tx) => {
      await this.permit(tx, viewer, actorId, reportId);
      // Comments at once wait for each other, and for a step of the report.
      const report = await this.lockedReport(tx, reportId);
      if (report.state !== 'consultation') {
        throw new InvalidStateError(refusal('wps.consultationEnded'));
      }
      await checkComment(tx, report, cell, words);
      const columns = {
        reportId,
        actorId: actorId!,
        cell,
        words: words.trim(),
        sharing: report.sharing,
        writtenAt: this.now(),
        answer: null,
      };
      const written = await writeRow(tx, CommentEntity, 'wps-comment', null, columns);
      await recordAudit(tx, viewer, [written.record]);
      return written.after;
    });
    const [view] = await this.views([after], SHARINGS);
    return view!;
  }

  /**
   * Answers a comment on a report of the viewer's actor. Both are printed with the report.
   *
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError, InvalidInputError
   */
  async answer(viewer: Viewer, seen: Seen, answer: string): Promise<CommentView> {
    const after = await this.database.transaction(async (tx) => {
      const known = await tx.manager.findOneBy(CommentEntity, { id: seen.id });
      const report = known && (await this.lockedReport(tx, known.reportId));
      if (!report || !(await editedActorById(tx, viewer, report.actorId))) {
        throw hidden(viewer, 'comment');
      }
      if (!ANSWERED_STATES.includes(report.state)) {
        throw new InvalidStateError(refusal('wps.answeredBefore'));
      }
      const checks = new Checks();
      checks.text('answer', answer, LONGEST_WORDS, true);
      checks.done();
      const held = await lockedRow(tx, viewer, CommentEntity, 'comment', seen, {});
      const columns = { answer: answer.trim(), answerSharing: report.sharing };
      const written = await writeRow(tx, CommentEntity, 'wps-comment', held, columns, 'answer');
      await recordAudit(tx, viewer, [written.record]);
      return written.after;
    });
    const [view] = await this.views([after], SHARINGS);
    return view!;
  }

  /** How far a comment on a report that she reads must be shared for the viewer to read it. */
  private async sharings(
    viewer: Viewer,
    { id: reportId, actorId: owner, sharing }: ReportEntity,
  ): Promise<readonly Sharing[]> {
    const { actorId, seesAll } = await this.standings.of(viewer);
    if (seesAll || actorId === owner) return SHARINGS;
    const isConsulted =
      actorId !== null &&
      (await this.database.manager.existsBy(ConsultedEntity, { reportId, actorId }));
    return isConsulted ? SHARINGS : SHARINGS.slice(SHARINGS.indexOf(sharing));
  }

  /** @throws NotFoundError, NotPermittedError unless the viewer acts for an actor that is consulted */
  private async permit(
    tx: Transaction,
    viewer: Viewer,
    actorId: string | null,
    reportId: string,
  ): Promise<void> {
    const actor = actorId && (await tx.manager.findOneBy(ActorEntity, { id: actorId }));
    const owner = actor ? await ownedBy(tx, actor.organizationId) : null;
    const isConsulted =
      actorId !== null && (await tx.manager.existsBy(ConsultedEntity, { reportId, actorId }));
    if (!owner || !isConsulted || !may(viewer, 'comment', { kind: 'wps-report', ...owner })) {
      throw hidden(viewer, 'report');
    }
  }

  private async lockedReport(tx: Transaction, id: string): Promise<ReportEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.manager.findOneOrFail(ReportEntity, { where: { id }, lock });
  }

  private async views(
    comments: readonly CommentEntity[],
    sharings: readonly Sharing[],
  ): Promise<CommentView[]> {
    const names = await this.actors.names(comments.map(({ actorId }) => actorId));
    return comments.map((comment) => {
      const { id, reportId, actorId, cell, words, sharing, writtenAt } = comment;
      return {
        id,
        reportId,
        by: names.get(actorId)!,
        cell,
        words,
        sharing,
        writtenAt: writtenAt.toISOString(),
        ...answerFor(comment, sharings),
      };
    });
  }
}

/** @throws InvalidInputError */
async function checkComment(
  tx: Transaction,
  { id, formId }: ReportEntity,
  cell: string | null,
  words: string,
): Promise<void> {
  const checks = new Checks();
  const { sections } = await tx.manager.findOneByOrFail(FormEntity, { id: formId });
  const cells = sections.flatMap((section) => section.cells);
  const isThere = cell === null || cells.some(({ code }) => code === cell);
  checks.unless(isThere, 'cell', 'UNKNOWN', refusal('wps.noCell'));
  checks.text('words', words, LONGEST_WORDS, true);
  const isFew = (await tx.manager.countBy(CommentEntity, { reportId: id })) < MOST_COMMENTS;
  checks.unless(isFew, 'words', 'TOO_MANY', refusal('wps.mostComments', { most: MOST_COMMENTS }));
  checks.done();
}
