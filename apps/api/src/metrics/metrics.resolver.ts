import { refusal, translator } from '#messages';
import { MetricsService, type AskedScope, type Metric as MetricView } from '#metrics';
import { InvalidInputError } from '#kernel';
import type { Locale } from '#vocabulary';
import { metricRowName } from '#wps';
import { Args, ArgsType, Context as Ctx, Field, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { Day } from '../graphql/days.scalar.js';
import { RefusableQuery } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { MetricReport, MetricReportResult, type Metric } from './metrics.type.js';

@ArgsType()
class MetricsArgs {
  @Field(() => Day, {
    nullable: true,
    description:
      'The first day of a quarter. Defaults to the last quarter that ended 30 days ago or earlier.',
  })
  from?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The slug of a network whose cases are counted. For its coordinators.',
  })
  network?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Counts the cases of your own organization. For organizers.',
  })
  ownOrganization!: boolean;
}

@Resolver()
export class MetricsResolver {
  constructor(private readonly service: MetricsService) {}

  @Cost({ own: 300 })
  @RefusableQuery(() => MetricReportResult, {
    description:
      'Reports how long things take and how often they succeed, in a quarter, with the definition of each metric. Of all for focal points and administrators; of a network for its coordinators; of an organization for its organizers. Small numbers are withheld: see docs/metrics.md.',
  })
  async metrics(
    @Args() { from = null, network, ownOrganization }: MetricsArgs,
    @Ctx() context: Context,
  ): Promise<MetricReport> {
    const { viewer, locale } = context;
    if (network && ownOrganization) {
      const message = refusal('metrics.networkOrOwn');
      throw new InvalidInputError([{ path: 'ownOrganization', code: 'CONTRADICTION', message }]);
    }
    const asked: AskedScope = network
      ? { scope: 'network', networkId: await networkId(context, network) }
      : { scope: ownOrganization ? 'organization' : 'all' };
    const { metrics, ...report } = await this.service.report(viewer, asked, from);
    return {
      __typename: 'MetricReport',
      ...report,
      metrics: metrics.map((metric) => toMetric(metric, locale)),
    };
  }
}

function toMetric({ code, kind, unit, by, rows }: MetricView, locale: Locale): Metric {
  const t = translator('metrics', locale);
  return {
    code,
    name: t(`${code}.name`),
    definition: t(`${code}.definition`),
    kind,
    unit: unit ?? null,
    by: by ?? null,
    rows: rows.map(({ of, ...row }) => ({
      ...row,
      of: of.map((value) => ({ code: value, label: metricRowName(by, value, locale) })),
    })),
  };
}
