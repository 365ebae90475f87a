import type { NeedGroup } from '#matching';
import { Field, InputType, Int } from '@nestjs/graphql';
import { NeedGroupEnum } from '../graphql/enums/matching.js';

// `validateFairness` in #matching checks what is given here.

@InputType({
  description:
    'Lets mediators who came before organizers less often move forward, by points taken from those who did most. For verified organizers.',
})
export class RotationInput {
  @Field(() => Int, {
    description:
      'How many thousandths of the score the most exposed mediator loses, from 0 to 200.',
  })
  strength!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Over how many days back from today exposure counts, from 30 to 1,095. Defaults to 365.',
  })
  windowDays?: number;
}

@InputType({
  description:
    'Keeps a share of the first places for a group, in every prefix of the ranking, by the FA*IR test. See docs/fairness.md.',
})
export class FairGroupInput {
  @Field(() => NeedGroupEnum, { description: 'Which mediators belong to the protected group.' })
  group!: NeedGroup;

  @Field(() => [String], {
    nullable: true,
    description: 'For NETWORKS: the slugs of the networks.',
  })
  networks?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'For NATIONALS_OR_RESIDENTS: codes of the territories.',
  })
  territories?: string[];

  @Field(() => Int, {
    description:
      'The share of the group, in micro-units from 20,000 to 980,000, in steps of 10,000 (one percent).',
  })
  proportion!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The significance level, in micro-units from 10,000 to 150,000. Defaults to 100,000.',
  })
  alpha?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many first places the test covers, from 10 to 100. Defaults to 20.',
  })
  places?: number;
}

@InputType({
  description:
    'Which measures of fair exposure the ranking applies. A measure that is absent is off.',
})
export class FairnessInput {
  @Field(() => RotationInput, {
    nullable: true,
    description:
      'Lets mediators who came before organizers less often move forward. Off if absent.',
  })
  rotation?: RotationInput;

  @Field(() => FairGroupInput, {
    nullable: true,
    description: 'Keeps a share of the first places for a group. Off if absent.',
  })
  group?: FairGroupInput;
}
