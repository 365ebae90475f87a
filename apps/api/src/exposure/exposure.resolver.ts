import { ExposureReportService } from '#engagement';
import { Args, ArgsType, Context as Ctx, Field, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { RefusableQuery } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { ExposureReport, ExposureReportResult } from './exposure.type.js';
import { toExposureReport } from './to-exposure-report.js';

@ArgsType()
class ExposureReportArgs {
  @Field(() => String, { nullable: true, description: 'First day of a month (ISO 8601).' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Last day of a month (ISO 8601).' })
  to?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Slug of the network whose women are counted: for its coordinators.',
  })
  network?: string | null;
}

@Resolver()
export class ExposureResolver {
  constructor(private readonly exposure: ExposureReportService) {}

  @RefusableQuery(() => ExposureReportResult, {
    description:
      'Who came before organizers, by network, region and age band; the last twelve months where no period is given.',
  })
  async exposureReport(
    @Args() { from, to, network }: ExposureReportArgs,
    @Ctx() context: Context,
  ): Promise<ExposureReport> {
    const year = this.exposure.lastYear();
    const period = { from: from ?? year.from, to: to ?? year.to };
    const of = network ? { id: await networkId(context, network), slug: network } : null;
    return toExposureReport(await this.exposure.report(context.viewer, period, of), context.locale);
  }
}
