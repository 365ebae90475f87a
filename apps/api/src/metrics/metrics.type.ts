import type { Breakdown, MetricCode, MetricKind, MetricScope, MetricUnit } from '#metrics';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../graphql/days.scalar.js';
import {
  MetricBreakdownEnum,
  MetricCodeEnum,
  MetricKindEnum,
  MetricScopeEnum,
  MetricUnitEnum,
} from '../graphql/enums/metrics.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'What a row of a metric is about.' })
export class MetricRowOf {
  @Field(() => String, {
    description:
      'The code, such as an urgency, a track, an M49 region, a state (ISO 3166-1 alpha-2) or the slug of a network. `unstated` for what is not stated, `no-state` for organizations that act for no state.',
  })
  code!: string;

  @Field(() => String, {
    description:
      'Its name in the language of the request; of a network or a reason to decline, the code.',
  })
  label!: string;
}

@ObjectType({
  description:
    'A row of a metric. What fewer than five mediators stand behind, or fewer than five do not, is null.',
})
export class MetricRow {
  @Field(() => [MetricRowOf], {
    description:
      'What the row is about. Several where rows of few are told together; empty where the metric has no breakdown.',
  })
  of!: MetricRowOf[];

  @Field(() => String, {
    nullable: true,
    description: 'The organization whose cases are counted, where a metric tells them apart.',
  })
  organization!: string | null;

  @Field(() => Int, {
    description:
      'The number of cases that are counted (n); of a COUNT, how many mediators; of UTILIZATION, how many mediators, rounded down to a multiple of five.',
  })
  cases!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of a DURATION, how many have ended; of a SHARE, how many turned out so. Null of UTILIZATION.',
  })
  ended!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of a SHARE: `ended` among `cases`, in micro-units; of UTILIZATION, rounded down to a multiple of 50,000.',
  })
  share!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a DURATION: the median of those that have ended, in whole units.',
  })
  median!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of a DURATION: the 90th percentile of those that have ended. Null if fewer than ten mediators stand behind it: it would be the longest time of all.',
  })
  p90!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The median of all, those that still wait included, from the Kaplan-Meier curve. Null if the curve does not come so far.',
  })
  estimatedMedian!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The 90th percentile of all, from the Kaplan-Meier curve.',
  })
  estimatedP90!: number | null;
}

@ObjectType({ description: 'How long something takes, or how often it turns out so.' })
export class Metric {
  @Field(() => MetricCodeEnum, { description: 'The metric that is told.' })
  code!: MetricCode;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  name!: string;

  @Field(() => String, {
    description: 'What is counted, and how, in the language of the request.',
  })
  definition!: string;

  @Field(() => MetricKindEnum, { description: 'Whether it is a duration, a share or a count.' })
  kind!: MetricKind;

  @Field(() => MetricUnitEnum, {
    nullable: true,
    description: 'The unit of its durations. Null if it is none.',
  })
  unit!: MetricUnit | null;

  @Field(() => MetricBreakdownEnum, {
    nullable: true,
    description: 'By what its rows are formed. Null if it has one row.',
  })
  by!: Breakdown | null;

  @Field(() => [MetricRow], { description: 'Its rows. Empty if too few are counted to be told.' })
  rows!: MetricRow[];
}

@ObjectType({
  description: 'Metrics of a quarter, made once and never changed. See docs/metrics.md.',
})
export class MetricReport {
  readonly __typename = 'MetricReport';

  @Field(() => Day, { description: 'The first day of the quarter.' })
  from!: string;

  @Field(() => Day, { description: 'The last day of the quarter.' })
  to!: string;

  @Field(() => MetricScopeEnum, { description: 'Whose cases are counted.' })
  scope!: MetricScope;

  @Field(() => [Metric], { description: 'Every metric of the scope, in a fixed order.' })
  metrics!: Metric[];
}

export const MetricReportResult = resultOf(MetricReport);
