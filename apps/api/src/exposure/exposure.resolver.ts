import {
  ExposureReportService,
  type ExposureReport as Report,
  type ExposureTable as Table,
} from '#engagement';
import { Args, ArgsType, Context as Ctx, Field, Resolver } from '@nestjs/graphql';
import { areaLabel, isArea, type Locale } from '#vocabulary';
import { Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { RefusableQuery } from '../graphql/refusals.js';
import { Day } from '../graphql/days.scalar.js';
import { networkId } from '../networks/network-id.js';
import {
  ExposureReport,
  ExposureReportResult,
  type ExposureCode,
  type ExposureTable,
} from './exposure.type.js';

@ArgsType()
class ExposureReportArgs {
  @Field(() => Day, {
    nullable: true,
    description: 'The first day of a quarter. Defaults to the last quarter that has ended.',
  })
  from?: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The last day of the quarter that begins on `from`.',
  })
  to?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The slug of the network whose mediators are counted. Only its coordinators may ask for one.',
  })
  network?: string | null;
}

@Resolver()
export class ExposureResolver {
  constructor(private readonly exposure: ExposureReportService) {}

  @Cost({ own: 300 })
  @RefusableQuery(() => ExposureReportResult, {
    description:
      'Reports which mediators came before organizers in a quarter that has ended, by network, region and age band. Without arguments, in the last one. The numbers of a quarter never change: see docs/inference.md.',
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

/** The report in the graph, regions by their names. */
function toExposureReport(report: Report, locale: Locale): ExposureReport {
  const { from, to, network, total, ofAll, gini, tables } = report;
  return {
    __typename: 'ExposureReport',
    from,
    to,
    network,
    total,
    ofAll,
    gini,
    tables: tables.map((table) => toTable(table, locale)),
  };
}

function toTable({ dimension, rows, together }: Table, locale: Locale): ExposureTable {
  const of = (code: string | null): ExposureCode => ({
    code,
    label: code !== null && isArea(code) ? areaLabel(code, locale) : code,
  });
  return {
    dimension,
    rows: rows.map(({ code, ...measures }) => ({ of: of(code), ...measures })),
    together: together && { ...together, of: together.codes.map(of) },
  };
}
