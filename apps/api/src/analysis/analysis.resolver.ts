import { AnalysisService, type ComparedWomen } from '#engagement';
import { Args, Context as Ctx, Info, Resolver } from '@nestjs/graphql';
import { AnalysisSentences } from '#explanations';
import type { Locale } from '#vocabulary';
import type { GraphQLResolveInfo } from 'graphql';
import { ANALYSIS, Cost, needCost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { mediatorKey } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage } from '../graphql/page.js';
import { RefusableQuery } from '../graphql/refusals.js';
import { NeedRequests } from '../matching/need.args.js';
import { RankCursors } from '../matching/rank-cursor.js';
import { CompareArgs, ExplainMatchArgs, NeedReportArgs } from './analysis.args.js';
import { ComparisonResult, type Comparison } from './comparison.type.js';
import { NeedReportResult, type NeedReport } from './need-report.type.js';
import { PlaceResult, type PlaceExplanation } from './place.type.js';
import { toNeedReport } from './to-need-report.js';
import { toPlace } from './to-place.js';
import { toAreas } from '../graphql/texts.js';
import { selects } from '../graphql/selects.js';
import { SENTENCES, toExplanation } from '../matching/to-explanations.js';
import { toMediator } from '../mediators/to-mediator.js';

/** What a ranking rests on. */
@Resolver()
export class AnalysisResolver {
  constructor(
    private readonly analyses: AnalysisService,
    private readonly requests: NeedRequests,
    private readonly limits: Limits,
  ) {}

  @Cost(needCost(ANALYSIS))
  @RefusableQuery(() => NeedReportResult, {
    description:
      'Reports how many candidates each hard criterion of a need removes, and whom one criterion alone excludes.',
  })
  async needReport(
    @Args() args: NeedReportArgs,
    @Ctx() { viewer, locale }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NeedReport> {
    const { first, after } = args;
    const page = requestedPage({ first, after }, this.limits.pageSize);
    const need = await this.requests.of(viewer, args);
    const cursors = new RankCursors(need);
    const { size, from } = cursors.page(page);
    const found = await this.analyses.report(viewer, need, {
      first: size,
      after: from ?? undefined,
    });
    const sentences = selects(info, ['nearlyEligible', ...SENTENCES]);
    return toNeedReport(found, cursors, from !== null, { locale, sentences });
  }

  @Cost(needCost(ANALYSIS))
  @RefusableQuery(() => PlaceResult, {
    description:
      'Explains why a candidate stands where she does, what would bring her among the first or keep her there, and how firm her place is.',
  })
  async explainMatch(
    @Args() args: ExplainMatchArgs,
    @Ctx() context: Context,
  ): Promise<PlaceExplanation> {
    const { viewer, locale } = context;
    const mediatorId = await mediatorKey(context, args.mediatorId, 'mediatorId');
    const need = await this.requests.of(viewer, args);
    const { top, delta, samples } = args;
    const options = { top, delta: delta ?? undefined, samples: samples ?? undefined };
    return toPlace(await this.analyses.explain(viewer, need, mediatorId, options), locale);
  }

  @Cost(needCost(ANALYSIS))
  @RefusableQuery(() => ComparisonResult, {
    description:
      'Compares two candidates for a need, and names the weights that would reverse their order.',
  })
  async compareCandidates(@Args() args: CompareArgs, @Ctx() context: Context): Promise<Comparison> {
    const { viewer, locale } = context;
    const pair = await Promise.all([
      mediatorKey(context, args.first, 'first'),
      mediatorKey(context, args.second, 'second'),
    ]);
    const need = await this.requests.of(viewer, args);
    return toComparison(await this.analyses.compare(viewer, need, pair), locale);
  }
}

/** Two women side by side, for the graph. */
function toComparison(
  { comparison, first, second, assumed }: ComparedWomen,
  locale: Locale,
): Comparison {
  const side = (who: 'first' | 'second') => {
    const { rank, score, stoppedBy, toBeChecked } = comparison[who];
    const view = who === 'first' ? first : second;
    return {
      mediator: toMediator(view, locale),
      rank,
      score,
      stoppedBy: [...stoppedBy],
      toBeChecked: [...toBeChecked],
    };
  };
  const { ahead, difference, decidedBy, turns } = comparison;
  const names = { first: first.name, second: second.name };
  return {
    __typename: 'Comparison',
    first: side('first'),
    second: side('second'),
    ahead,
    criteria: comparison.criteria.map((each) => ({
      criterion: each.criterion,
      first: toExplanation(each.first, locale),
      second: toExplanation(each.second, locale),
      difference: each.difference,
    })),
    difference,
    decidedBy,
    turns,
    assumedTerritories: toAreas(assumed, locale),
    sentences: new AnalysisSentences(locale).comparison(comparison, names),
  };
}
