import type { NeedGroup } from '#matching';
import { Field, InputType, Int } from '@nestjs/graphql';
import { NeedGroupEnum } from '../graphql/enums.js';

// `validateFairness` in #matching checks what is given here.

@InputType({
  description:
    'Takes points from who came before organizers most, so that others come forward. Verified organizers only.',
})
export class RotationInput {
  @Field(() => Int, {
    description: 'Thousandths of the score that the most exposed loses: 0 to 200.',
  })
  strength!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Days back from today in which exposure counts: 30 to 1,095; 365 where unstated.',
  })
  windowDays?: number;
}

@InputType({
  description:
    'Keeps a share of the first places for a group, in every prefix, by the FA*IR test: docs/fairness.md.',
})
export class FairGroupInput {
  @Field(() => NeedGroupEnum, { description: 'Who belongs to it.' })
  group!: NeedGroup;

  @Field(() => [String], { nullable: true, description: 'For NETWORKS, by slug.' })
  networks?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'For NATIONALS_OR_RESIDENTS: territories by code.',
  })
  territories?: string[];

  @Field(() => Int, {
    description:
      'Share of the group, in micro-units: 20,000 to 980,000 in steps of 10,000, which are percents.',
  })
  proportion!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Significance, in micro-units: 10,000 to 150,000; 100,000 where unstated.',
  })
  alpha?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The first places that the test orders as one list: 10 to 100; 20 where unstated.',
  })
  places?: number;
}

@InputType({ description: 'How fair in exposure the ranking shall be. What is absent is off.' })
export class FairnessInput {
  @Field(() => RotationInput, { nullable: true, description: 'Off where absent.' })
  rotation?: RotationInput;

  @Field(() => FairGroupInput, { nullable: true, description: 'Off where absent.' })
  group?: FairGroupInput;
}
