import type { Dimension } from '#engagement';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ExposureDimensionEnum } from '../graphql/enums/engagement.js';
import { resultOf } from '../graphql/refusals.js';
import { Day } from '../graphql/days.scalar.js';

@ObjectType({ description: 'Shares of all mediators who are counted, in micro-units.' })
export class ExposureShares {
  @Field(() => Int, {
    description: 'Their share of all mediators who are counted, in micro-units.',
  })
  shareOfWomen!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Their share of all exposure, in micro-units. Each place before an organizer counts 1 / log2(place + 1), a shortlisting as a first place. ' +
      'Null if fewer than five mediators came before an organizer, or fewer than five did not.',
  })
  shareOfExposure!: number | null;
}

@ObjectType({ description: 'How a group of mediators came before organizers.' })
export class ExposureMeasures extends ExposureShares {
  @Field(() => Int, { description: 'How many mediators belong to the group.' })
  women!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many of them were shown for at least one need. Null if fewer than five of all mediators were shown, or fewer than five were not.',
  })
  shown!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many of them were shortlisted. Null if fewer than five of all mediators were shortlisted, or fewer than five were not.',
  })
  shortlisted!: number | null;
}

@ObjectType({ description: 'The network, region or age band that a row is about.' })
export class ExposureCode {
  @Field(() => String, {
    nullable: true,
    description:
      'The slug of a network, an M49 sub-region or an age band. Null for mediators who state none, or for several small groups together.',
  })
  code!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of a region in the language of the request; else the code.',
  })
  label!: string | null;
}

@ObjectType({
  description:
    'A row of a table of exposure. A mediator who belongs to several rows is counted in each.',
})
export class ExposureRow extends ExposureMeasures {
  @Field(() => ExposureCode, {
    description: 'The network, region or age band that the row is about.',
  })
  of!: ExposureCode;
}

@ObjectType({
  description:
    'Rows with too few mediators, taken together with others so that none can be told from the rest.',
})
export class ExposureTogether extends ExposureMeasures {
  @Field(() => [ExposureCode], {
    description: 'The networks, regions or age bands that are taken together.',
  })
  of!: ExposureCode[];
}

@ObjectType({ description: 'The exposure of mediators by one dimension.' })
export class ExposureTable {
  @Field(() => ExposureDimensionEnum, {
    description: 'The dimension by which the rows are formed.',
  })
  dimension!: Dimension;

  @Field(() => [ExposureRow], {
    description:
      'The rows with at least five mediators inside and five outside. Empty if the table cannot be published safely.',
  })
  rows!: ExposureRow[];

  @Field(() => ExposureTogether, {
    nullable: true,
    description: 'The small rows taken together. Null if no row is small.',
  })
  together!: ExposureTogether | null;
}

@ObjectType({
  description: 'Which mediators came before organizers in a period. See docs/fairness.md.',
})
export class ExposureReport {
  readonly __typename = 'ExposureReport';

  @Field(() => Day, { description: 'The first day of the period, included.' })
  from!: string;

  @Field(() => Day, { description: 'The last day of the period, included.' })
  to!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The slug of the network whose mediators are counted. Null if all are.',
  })
  network!: string | null;

  @Field(() => ExposureMeasures, {
    nullable: true,
    description:
      'All mediators who are counted: those who agreed to statistics. Null if they are too few.',
  })
  total!: ExposureMeasures | null;

  @Field(() => ExposureShares, {
    nullable: true,
    description:
      'What share the network has of all mediators and of the exposure. Null if there are too few on either side.',
  })
  ofAll!: ExposureShares | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The Gini coefficient of the exposure, in micro-units: 0 if all have the same. Null if the shares of exposure are.',
  })
  gini!: number | null;

  @Field(() => [ExposureTable], {
    description: 'One table for each of network, region and age band.',
  })
  tables!: ExposureTable[];
}

export const ExposureReportResult = resultOf(ExposureReport);
