import { ExposureReportService } from '#engagement';
import { Args, ArgsType, Context as Ctx, Field, Resolver } from '@nestjs/graphql';
import { Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { RefusableQuery } from '../graphql/refusals.js';
import { Day } from '../graphql/days.scalar.js';
import { networkId } from '../networks/network-id.js';
import { ExposureReport, ExposureReportResult } from './exposure.type.js';
import { toExposureReport } from './to-exposure-report.js';

@ArgsType()
class ExposureReportArgs {
  @Field(() => Day, { nullable: true, description: 'First day of a quarter (ISO 8601).' })
  from?: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'Last day of the quarter that begins on `from` (ISO 8601).',
  })
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

  @Cost({ own: 300 })
  @RefusableQuery(() => ExposureReportResult, {
    description:
      'Who came before organizers in a quarter that has ended, by network, region and age band; the last one where none is given. The numbers of a quarter never change: docs/inference.md.',
  })
  async exposureReport(
    @Args() { from, to, network }: ExposureReportArgs,
    @Ctx() context: Context,
  ): Promise<ExposureReport> {
    const of = network ? { id: await networkId(context, network), slug: network } : null;
    return toExposureReport(
      await this.exposure.report(context.viewer, { from, to }, of),
      context.locale,
    );
  }
}
