import { InvalidInputError } from '#kernel';
import { refusal } from '#messages';
import { CommentService, ReportService, type ReportChange } from '#wps';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { textsByLanguage } from '../graphql/texts.js';
import {
  AnswerWpsReportCommentInput,
  BeginWpsReportInput,
  ChangeWpsReportInput,
  CommentOnWpsReportInput,
  NarrowWpsReportArgs,
  ReviewWpsReportInput,
  WpsReportCommentsArgs,
  WpsReportsArgs,
  WpsReportStepArgs,
} from './report.inputs.js';
import {
  WpsForm,
  WpsReport,
  WpsReportComment,
  WpsReportCommentConnection,
  WpsReportCommentResult,
  WpsReportConnection,
  WpsReportContent,
  WpsReportResult,
} from './report.type.js';
import { toComment, toContent, toForm, toReport } from './to-report.js';

const LIST = 'wpsReports';
const COMMENTS = 'wpsReportComments';

/** Reports by forms, and what those who are consulted say of them. */
@Resolver()
export class ReportsResolver {
  constructor(
    private readonly service: ReportService,
    private readonly comments: CommentService,
    private readonly limits: Limits,
  ) {}

  @Cost({ items: 10 })
  @Query(() => [WpsForm], {
    description: 'Forms by which actors report, in the order of their short names and versions.',
  })
  async wpsForms(@Ctx() { viewer, locale }: Context): Promise<WpsForm[]> {
    return (await this.service.forms(viewer)).map((form) => toForm(form, locale));
  }

  @Query(() => WpsReportConnection, {
    name: LIST,
    description:
      'Reports of your actor, reports on which it is consulted, and reports that were submitted and are shared with you, in the order in which they were begun.',
  })
  async wpsReports(
    @Args() args: WpsReportsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsReportConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const { actor, states } = args;
    return keyedConnection(
      LIST,
      await this.service.list(viewer, { actor, states }, page),
      ({ id }) => id,
      (report) => toReport(report, locale),
    );
  }

  @Cost({ own: 50 })
  @Query(() => WpsReportContent, {
    description:
      'What a report says: as it was submitted, or as of now while it is prepared. A gap is shown as a gap, with the office that owes it.',
  })
  async wpsReportContent(
    @Args('id', { type: () => ID, description: 'The id of the report.' }) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsReportContent> {
    return toContent(await this.service.read(viewer, readIdOf('WpsReport', id)), locale);
  }

  @Query(() => WpsReportCommentConnection, {
    name: COMMENTS,
    description: 'Comments on a report that you may read, in the order in which they were written.',
  })
  async wpsReportComments(
    @Args() args: WpsReportCommentsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsReportCommentConnection> {
    const page = idPage(COMMENTS, requestedPage(args, this.limits.pageSize));
    const report = readIdOf('WpsReport', args.report, 'report');
    return keyedConnection(
      COMMENTS,
      await this.comments.list(viewer, report, page),
      ({ id }) => id,
      (comment) => toComment(comment, locale),
    );
  }

  @RefusableMutation(() => WpsReportResult, {
    description:
      'Begins a report of your actor by a form. There is one for each form and period. For focal points of the actor.',
  })
  async beginWpsReport(
    @Args('input', { description: 'By which form, and of which days.' }) input: BeginWpsReportInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsReport> {
    const { form, ...draft } = input;
    const formId = readIdOf('WpsForm', form, 'form');
    return toReport(await this.service.begin(viewer, { ...draft, formId }), locale);
  }

  @RefusableMutation(() => WpsReportResult, {
    description:
      'Changes the words of a report, with whom it is shared, who is consulted and who receives it. For focal points of the actor.',
  })
  async changeWpsReport(
    @Args('input', { description: 'The report as it is to be.' }) input: ChangeWpsReportInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsReport> {
    const { id, revision, sharing, consulted, submittedTo = null } = input;
    const seen = { id: readIdOf('WpsReport', id), revision };
    const change = { answers: answersOf(input), sharing, consulted, submittedTo };
    return toReport(await this.service.change(viewer, seen, change), locale);
  }

  @RefusableMutation(() => WpsReportResult, {
    description:
      'Takes a step with a report of your actor. SUBMIT keeps what it says for good, with its hash. For focal points of the actor.',
  })
  async stepWpsReport(
    @Args() { id, revision, step }: WpsReportStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsReport> {
    const seen = { id: readIdOf('WpsReport', id), revision };
    return toReport(await this.service.step(viewer, seen, step), locale);
  }

  @RefusableMutation(() => WpsReportResult, {
    description:
      'Shares a report that was submitted with fewer from now on, never with more. What it says stays, and who has read it or has its file keeps that. For focal points of the actor.',
  })
  async narrowWpsReport(
    @Args() { id, revision, sharing }: NarrowWpsReportArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsReport> {
    const seen = { id: readIdOf('WpsReport', id), revision };
    return toReport(await this.service.narrow(viewer, seen, sharing), locale);
  }

  @RefusableMutation(() => WpsReportResult, {
    description:
      'Closes a report that was reviewed. Each recommendation becomes a commitment of your actor. For focal points of the actor.',
  })
  async reviewWpsReport(
    @Args('input', { description: 'The report and what its review recommends.' })
    { id, revision, recommendations }: ReviewWpsReportInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsReport> {
    const seen = { id: readIdOf('WpsReport', id), revision };
    const drafts = recommendations.map(({ texts, responsible = null, due = null, themes }, i) => ({
      text: textsByLanguage(`recommendations.${i}.texts`, texts),
      responsible,
      due,
      themes,
    }));
    return toReport(await this.service.review(viewer, seen, drafts), locale);
  }

  @RefusableMutation(() => WpsReportCommentResult, {
    description:
      'Comments on a report on which the actor for which you act is consulted. Everyone who reads the report reads it, and it is printed.',
  })
  async commentOnWpsReport(
    @Args('input', { description: 'The report and what you say of it.' })
    { report, cell = null, words }: CommentOnWpsReportInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsReportComment> {
    const id = readIdOf('WpsReport', report, 'report');
    return toComment(await this.comments.comment(viewer, id, cell, words), locale);
  }

  @RefusableMutation(() => WpsReportCommentResult, {
    description: 'Answers a comment on a report of your actor, before the report is submitted.',
  })
  async answerWpsReportComment(
    @Args('input', { description: 'The comment and your answer.' })
    { id, revision, answer }: AnswerWpsReportCommentInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<WpsReportComment> {
    const seen = { id: readIdOf('WpsReportComment', id), revision };
    return toComment(await this.comments.answer(viewer, seen, answer), locale);
  }
}

/** @throws InvalidInputError where a place or a language is named twice */
function answersOf({ answers }: ChangeWpsReportInput): ReportChange['answers'] {
  const cells = answers.map(({ cell }) => cell);
  const twice = cells.findIndex((cell, i) => cells.indexOf(cell) < i);
  if (twice !== -1) {
    const path = `answers.${twice}.cell`;
    throw new InvalidInputError([{ path, code: 'DUPLICATE', message: refusal('list.twice') }]);
  }
  return Object.fromEntries(
    answers.map(({ cell, texts }, i) => [cell, textsByLanguage(`answers.${i}.texts`, texts)]),
  );
}
