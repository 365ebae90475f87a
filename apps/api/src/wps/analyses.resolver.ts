import { InvalidInputError } from '#kernel';
import { refusal } from '#messages';
import type { Locale } from '#vocabulary';
import { ANALYSIS_QUESTIONS, AnalysisService, type AnalysisView } from '#wps';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { toArea } from '../graphql/texts.js';
import {
  ConflictAnalysesArgs,
  ConflictAnalysis,
  ConflictAnalysisConnection,
  ConflictAnalysisResult,
  SaveConflictAnalysisInput,
} from './analysis.type.js';
import { seenOf } from './seen.js';
import { toActorName } from './to-actor.js';

const LIST = 'conflictAnalyses';

/** Gender-sensitive conflict analyses. */
@Resolver()
export class AnalysesResolver {
  constructor(
    private readonly service: AnalysisService,
    private readonly limits: Limits,
  ) {}

  @Query(() => ConflictAnalysisConnection, {
    name: LIST,
    description:
      'Gender-sensitive conflict analyses that are shared with you, in the order in which they were written down.',
  })
  async conflictAnalyses(
    @Args() args: ConflictAnalysesArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<ConflictAnalysisConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const { actor, territory } = args;
    return keyedConnection(
      LIST,
      await this.service.list(viewer, { actor, territory }, page),
      ({ id }) => id,
      (analysis) => toAnalysis(analysis, locale),
    );
  }

  @RefusableMutation(() => ConflictAnalysisResult, {
    description:
      'Writes a gender-sensitive conflict analysis of your actor down, or changes one. For focal points of the actor.',
  })
  async saveConflictAnalysis(
    @Args('input', { description: 'The analysis as it is to be.' })
    input: SaveConflictAnalysisInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<ConflictAnalysis> {
    const { actor, answers, usedIn, id: _id, revision: _revision, ...draft } = input;
    const questions = answers.map(({ question }) => question);
    const twice = questions.findIndex((one, i) => questions.indexOf(one) < i);
    if (twice !== -1) {
      const path = `answers.${twice}.question`;
      throw new InvalidInputError([{ path, code: 'DUPLICATE', message: refusal('list.twice') }]);
    }
    const view = await this.service.save(viewer, actor, seenOf('ConflictAnalysis', input), {
      ...draft,
      answers: Object.fromEntries(
        answers.flatMap(({ question, text }) =>
          text.trim() === '' ? [] : [[question, text.trim()]],
        ),
      ),
      usedIn: usedIn.map(({ kind, text }) => ({ kind, text })),
    });
    return toAnalysis(view, locale);
  }
}

/** The graph's analysis: the service has decided that this viewer may see it. */
export function toAnalysis(
  { id, actor, territory, answers, usedIn, ...columns }: AnalysisView,
  locale: Locale,
): ConflictAnalysis {
  return {
    __typename: 'ConflictAnalysis',
    ...columns,
    id: globalId('ConflictAnalysis', id),
    actor: toActorName(actor, locale),
    territory: toArea(territory, locale),
    answers: ANALYSIS_QUESTIONS.flatMap((question) => {
      const text = answers[question];
      return text ? [{ question, text }] : [];
    }),
    usedIn: [...usedIn],
  };
}
