import { CLOCK } from '#config';
import { Database, listPage, type Transaction } from '#database';
import { authorise, hidden, recordAudit, type ChangeRecord, type Viewer } from '#identity';
import { type ListPage, type ListResult, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { editedActor, editedActorById } from '../access/editing.js';
import { ActorEntity } from '../actor/actor.entity.js';
import { checkCommitment, type CommitmentDraft } from '../commitment/commitment.service.js';
import { CommitmentEntity } from '../commitment/commitment.entity.js';
import { Checks, trimmedTexts } from '../records/checks.js';
import { SHARINGS, type Sharing } from '../records/lists.js';
import { lockedRow, type Seen, writeRow } from '../records/write-row.js';
import { CommentEntity } from './comment.entity.js';
import { frozen } from './content.js';
import { FormEntity } from './form.entity.js';
import { ConsultedEntity, ReportEntity } from './report.entity.js';
import { ReportFiller } from './report-filler.js';
import { ReportReader, toFormView } from './report-reader.js';
import { REPORT_STEPS, type ReportState, type ReportStep } from './report-steps.js';
import type { FormView, ReadReport, ReportChange, ReportDraft, ReportView } from './views.js';

/** Which reports are listed; what is absent restricts nothing. */
export interface ReportListFilter {
  /** The code of an actor. */
  readonly actor?: string | null;
  readonly states?: readonly ReportState[] | null;
}

/** An actor and a form by their codes, and the days of a period. */
export type ReportKey = Omit<ReportDraft, 'formId' | 'sharing'> & { readonly form: string };

/** What a review recommends, in the words of a commitment. */
export type Recommendation = Pick<CommitmentDraft, 'text' | 'responsible' | 'due' | 'themes'>;

/** Steps that need nothing but the report. */
export type PlainReportStep = Exclude<ReportStep, 'edit' | 'review' | 'narrow'>;

const LONGEST_ANSWER = 10_000;
const LONGEST_NAME = 200;
const MOST_CONSULTED = 50;
const MOST_RECOMMENDATIONS = 100;

/** Reports by forms: enter once, print many. */
@Injectable()
export class ReportService {
  constructor(
    private readonly database: Database,
    private readonly reader: ReportReader,
    private readonly filler: ReportFiller,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** All forms, in the order of their codes and versions. */
  async forms(viewer: Viewer): Promise<FormView[]> {
    authorise(viewer, 'read', { kind: 'wps-actor' });
    const order = { code: 'ASC', version: 'ASC' } as const;
    return (await this.database.manager.find(FormEntity, { order })).map(toFormView);
  }

  /** @throws NotFoundError */
  async formById(viewer: Viewer, id: string): Promise<FormView> {
    authorise(viewer, 'read', { kind: 'wps-actor' });
    const found = await this.database.manager.findOneBy(FormEntity, { id });
    if (!found) throw new NotFoundError('form');
    return toFormView(found);
  }

  /** In the order in which they were begun. */
  async list(
    viewer: Viewer,
    { actor, states }: ReportListFilter,
    page: ListPage,
  ): Promise<ListResult<ReportView>> {
    const { manager } = this.database;
    const actors = actor ? await manager.findBy(ActorEntity, { code: actor }) : null;
    const where = await this.reader.conditions(viewer, {
      actorIds: actors?.map(({ id }) => id) ?? null,
      ...(states ? { states } : {}),
    });
    const relations = { form: true };
    const result = await listPage(
      manager.getRepository(ReportEntity),
      'id',
      { where, relations },
      page,
    );
    return { ...result, items: await this.reader.views(result.items) };
  }

  /** @throws NotFoundError, NotPermittedError */
  async byId(viewer: Viewer, id: string): Promise<ReportView> {
    const [view] = await this.reader.views([await this.reader.entity(viewer, id)]);
    return view!;
  }

  /** What a report says: as it was submitted, or as of now. @throws NotFoundError, NotPermittedError */
  async read(viewer: Viewer, id: string): Promise<ReadReport> {
    return this.reader.read(viewer, id);
  }

  /** What the report by the latest version of a form says; null if there is none for these days, or none for the viewer. */
  async byForm(
    viewer: Viewer,
    { actor: code, form, from, until }: ReportKey,
  ): Promise<ReadReport | null> {
    const { manager } = this.database;
    const actors = await manager.findBy(ActorEntity, { code });
    const shared = await this.reader.conditions(viewer, { actorIds: actors.map(({ id }) => id) });
    const [found] = await manager.find(ReportEntity, {
      where: shared.map((each) => ({ ...each, form: { code: form }, from, until })),
      relations: { form: true },
      order: { form: { version: 'DESC' } },
      take: 1,
    });
    return found ? this.reader.read(viewer, found.id) : null;
  }

  /**
   * Begins a report of an actor by a form. There is one for each form and period.
   *
   * @throws NotFoundError, NotPermittedError, InvalidInputError
   */
  async begin(viewer: Viewer, { actor: code, formId, ...draft }: ReportDraft): Promise<ReportView> {
    const id = await this.database.transaction(async (tx) => {
      const actor = await editedActor(tx, viewer, code);
      const checks = new Checks();
      const isForm = await tx.manager.existsBy(FormEntity, { id: formId });
      checks.unless(isForm, 'form', 'UNKNOWN', refusal('wps.noForm'));
      checks.days(draft.from, draft.until);
      checks.oneOf('sharing', draft.sharing, SHARINGS);
      checks.done();
      const columns = { ...draft, actorId: actor.id, formId };
      // Two at once: the second waits here, and then finds the first.
      await tx.query('SELECT FROM wps_actor WHERE id = $1 FOR UPDATE', [actor.id]);
      const { sharing: _sharing, ...same } = columns;
      const isThere = await tx.manager.existsBy(ReportEntity, same);
      const message = refusal('wps.reportThere');
      checks.unless(!isThere, 'form', 'DUPLICATE', message);
      checks.done();
      const row = { ...columns, answers: {} };
      const { after, record } = await writeRow(tx, ReportEntity, 'wps-report', null, row);
      await recordAudit(tx, viewer, [record]);
      return after.id;
    });
    return this.byId(viewer, id);
  }

  /**
   * Changes the words of a report, who reads it and who is consulted.
   *
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError, InvalidInputError
   */
  async change(viewer: Viewer, seen: Seen, change: ReportChange): Promise<ReportView> {
    await this.database.transaction(async (tx) => {
      const held = await this.held(tx, viewer, seen);
      REPORT_STEPS.take('edit', held.state, {});
      const form = await tx.manager.findOneByOrFail(FormEntity, { id: held.formId });
      const consulted = await checkChange(tx, held, form, change);
      await tx.manager.delete(ConsultedEntity, { reportId: held.id });
      await tx.manager.insert(
        ConsultedEntity,
        consulted.map(({ id }) => ({ reportId: held.id, actorId: id })),
      );
      const answers = Object.entries(change.answers).flatMap(([cell, texts]) => {
        const trimmed = trimmedTexts(texts);
        return Object.keys(trimmed).length === 0 ? [] : [[cell, trimmed]];
      });
      const { record } = await writeRow(tx, ReportEntity, 'wps-report', held, {
        answers: Object.fromEntries(answers),
        sharing: change.sharing,
        submittedTo: change.submittedTo?.trim() || null,
      });
      await recordAudit(tx, viewer, [
        { ...record, after: { ...record.after!, consulted: consulted.map(({ code }) => code) } },
      ]);
    });
    return this.byId(viewer, seen.id);
  }

  /**
   * Takes a report further. Submitting keeps what it says at that moment, with its hash.
   *
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError
   */
  async step(viewer: Viewer, seen: Seen, step: PlainReportStep): Promise<ReportView> {
    await this.database.transaction(async (tx) => {
      const held = await this.held(tx, viewer, seen);
      const consulted = await tx.manager.countBy(ConsultedEntity, { reportId: held.id });
      const { submittedTo } = held;
      const state = REPORT_STEPS.take(step, held.state, { consulted, submittedTo });
      const form = await tx.manager.findOneByOrFail(FormEntity, { id: held.formId });
      const kept =
        step === 'submit'
          ? {
              ...frozen(await this.filler.fill(Object.assign(new ReportEntity(), held, { form }))),
              submittedAt: this.now(),
            }
          : {};
      const columns = { state, ...kept };
      const { record } = await writeRow(tx, ReportEntity, 'wps-report', held, columns, step);
      await recordAudit(tx, viewer, [record]);
    });
    return this.byId(viewer, seen.id);
  }

  /**
   * Shares a report that was submitted with fewer. What it says stays; whoever has read it has read it. It is not shared with
   * more again, for it holds records that were shared with as many only when it was submitted.
   *
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError, InvalidInputError
   */
  async narrow(viewer: Viewer, seen: Seen, sharing: Sharing): Promise<ReportView> {
    await this.database.transaction(async (tx) => {
      const held = await this.held(tx, viewer, seen);
      REPORT_STEPS.take('narrow', held.state, {});
      const checks = new Checks();
      checks.oneOf('sharing', sharing, SHARINGS);
      const isNarrower = SHARINGS.indexOf(sharing) < SHARINGS.indexOf(held.sharing);
      const message = refusal('wps.onlyFewer');
      checks.unless(isNarrower, 'sharing', 'CONTRADICTION', message);
      checks.done();
      const { record } = await writeRow(
        tx,
        ReportEntity,
        'wps-report',
        held,
        { sharing },
        'narrow',
      );
      await recordAudit(tx, viewer, [record]);
    });
    return this.byId(viewer, seen.id);
  }

  /**
   * Closes a report that was reviewed. Each recommendation becomes a commitment of its actor, shared as the report is.
   *
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError, InvalidInputError
   */
  async review(
    viewer: Viewer,
    seen: Seen,
    recommendations: readonly Recommendation[],
  ): Promise<ReportView> {
    await this.database.transaction(async (tx) => {
      const held = await this.held(tx, viewer, seen);
      const state = REPORT_STEPS.take('review', held.state, {});
      const checks = new Checks();
      const isFew = recommendations.length <= MOST_RECOMMENDATIONS;
      const many = refusal('wps.mostEntries', { most: MOST_RECOMMENDATIONS });
      checks.unless(isFew, 'recommendations', 'TOO_MANY', many);
      checks.done();
      const form = await tx.manager.findOneByOrFail(FormEntity, { id: held.formId });
      const { actorId, from, until, sharing, submittedTo } = held;
      const records: ChangeRecord[] = [];
      for (const [i, recommendation] of recommendations.entries()) {
        const draft: CommitmentDraft = {
          ...recommendation,
          source: 'report',
          sourceText: `${form.code} ${form.version}, ${from} – ${until}`,
          meeting: null,
          owedTo: submittedTo,
          review: null,
          evidence: null,
          sharing,
        };
        checkCommitment(draft, checks.at(`recommendations.${i}.`));
        const { meeting: _none, ...columns } = draft;
        const row = { ...columns, text: trimmedTexts(draft.text), themes: [...draft.themes] };
        const { record } = await writeRow(tx, CommitmentEntity, 'commitment', null, {
          ...row,
          actorId,
          meetingId: null,
        });
        records.push(record);
      }
      const { record } = await writeRow(tx, ReportEntity, 'wps-report', held, { state }, 'review');
      await recordAudit(tx, viewer, [record, ...records]);
    });
    return this.byId(viewer, seen.id);
  }

  /** The report that somebody is about to change, locked. @throws NotFoundError, NotPermittedError, ConflictError */
  private async held(tx: Transaction, viewer: Viewer, seen: Seen): Promise<ReportEntity> {
    const known = await tx.manager.findOneBy(ReportEntity, { id: seen.id });
    if (!known || !(await editedActorById(tx, viewer, known.actorId))) {
      throw hidden(viewer, 'report');
    }
    return (await lockedRow(tx, viewer, ReportEntity, 'report', seen, {}))!;
  }
}

/** @returns the actors that are consulted @throws InvalidInputError */
async function checkChange(
  tx: Transaction,
  { id, actorId }: ReportEntity,
  { sections }: FormEntity,
  { answers, consulted, sharing, submittedTo }: ReportChange,
): Promise<ActorEntity[]> {
  const checks = new Checks();
  const words = sections.flatMap(({ cells }) => cells).filter(({ kind }) => kind === 'narrative');
  for (const [cell, texts] of Object.entries(answers)) {
    const isAsked = words.some(({ code }) => code === cell);
    checks.unless(isAsked, `answers.${cell}`, 'UNKNOWN', refusal('wps.noWordsOfCode'));
    checks.texts(`answers.${cell}`, texts, LONGEST_ANSWER);
  }
  checks.oneOf('sharing', sharing, SHARINGS);
  checks.text('submittedTo', submittedTo, LONGEST_NAME);
  const isFew = consulted.length <= MOST_CONSULTED;
  checks.unless(
    isFew,
    'consulted',
    'TOO_MANY',
    refusal('wps.mostEntries', { most: MOST_CONSULTED }),
  );
  checks.done();
  const found = await tx.manager.findBy(ActorEntity, { code: In([...consulted]) });
  for (const [i, code] of consulted.entries()) {
    const one = found.find((actor) => actor.code === code);
    checks.unless(one !== undefined, `consulted.${i}`, 'UNKNOWN', refusal('wps.noActor'));
    const own = refusal('wps.notOwnReport');
    checks.unless(one?.id !== actorId, `consulted.${i}`, 'NOT_ELIGIBLE', own);
    const isTwice = consulted.indexOf(code) < i;
    checks.unless(!isTwice, `consulted.${i}`, 'DUPLICATE', refusal('list.twice'));
  }
  const comments = await tx.manager.findBy(CommentEntity, { reportId: id });
  const isHeard = comments.every((comment) => found.some((actor) => actor.id === comment.actorId));
  const message = refusal('wps.commentedStays');
  checks.unless(isHeard, 'consulted', 'CONTRADICTION', message);
  checks.done();
  return found;
}
