import type { Dimension } from '#engagement';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ExposureDimensionEnum } from '../graphql/enums.js';
import { resultOf } from '../graphql/refusals.js';
import { Day } from '../graphql/days.scalar.js';

@ObjectType({ description: 'Shares of all women that are counted, in micro-units.' })
export class ExposureShares {
  @Field(() => Int, { description: 'Of the women.' })
  shareOfWomen!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the exposure: each place before an organizer counts 1 / log2(place + 1), a shortlisting as a first ' +
      'place. Null where fewer than five came before an organizer, or fewer than five did not.',
  })
  shareOfExposure!: number | null;
}

@ObjectType({ description: 'How some women came before organizers.' })
export class ExposureMeasures extends ExposureShares {
  @Field(() => Int, { description: 'How many they are.' })
  women!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many of them were shown for some need. Null where fewer than five of all were, or fewer than five were not.',
  })
  shown!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many of them were shortlisted. Null where fewer than five of all were, or fewer than five were not.',
  })
  shortlisted!: number | null;
}

@ObjectType({ description: 'What a row is about.' })
export class ExposureCode {
  @Field(() => String, {
    nullable: true,
    description:
      'Slug of a network, M49 sub-region or age band; null for women who state none, or several where few do.',
  })
  code!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of a region in the language of the request; else the code.',
  })
  label!: string | null;
}

@ObjectType({ description: 'A row of a table. Where a woman has several, each counts her.' })
export class ExposureRow extends ExposureMeasures {
  @Field(() => ExposureCode, { description: 'What it is about.' })
  of!: ExposureCode;
}

@ObjectType({
  description: 'Rows of few women, and others with them so that none can be told from the rest.',
})
export class ExposureTogether extends ExposureMeasures {
  @Field(() => [ExposureCode], { description: 'What they are about.' })
  of!: ExposureCode[];
}

@ObjectType({ description: 'Exposure by one dimension.' })
export class ExposureTable {
  @Field(() => ExposureDimensionEnum, { description: 'By what.' })
  dimension!: Dimension;

  @Field(() => [ExposureRow], {
    description:
      'Each of five women or more, with five or more outside; none where the table cannot be told.',
  })
  rows!: ExposureRow[];

  @Field(() => ExposureTogether, { nullable: true, description: 'Null where no row is small.' })
  together!: ExposureTogether | null;
}

@ObjectType({ description: 'Who came before organizers in a period: docs/fairness.md.' })
export class ExposureReport {
  readonly __typename = 'ExposureReport';

  @Field(() => Day, { description: 'First day (ISO 8601).' })
  from!: string;

  @Field(() => Day, { description: 'Last day (ISO 8601).' })
  to!: string;

  @Field(() => String, { nullable: true, description: 'Whose women are counted; null for all.' })
  network!: string | null;

  @Field(() => ExposureMeasures, {
    nullable: true,
    description: 'All who are counted: who agreed to statistics. Null where they are too few.',
  })
  total!: ExposureMeasures | null;

  @Field(() => ExposureShares, {
    nullable: true,
    description: 'What the network is among all; null where few are on either side.',
  })
  ofAll!: ExposureShares | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Gini coefficient of the exposure, in micro-units: 0 where all have the same. Null where `shareOfExposure` is.',
  })
  gini!: number | null;

  @Field(() => [ExposureTable], { description: 'By network, region and age band.' })
  tables!: ExposureTable[];
}

export const ExposureReportResult = resultOf(ExposureReport);
