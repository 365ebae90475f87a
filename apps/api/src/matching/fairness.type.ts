import type { ProtectedGroup } from '#matching';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ProtectedGroupEnum } from '../graphql/enums/matching.js';

@ObjectType({ description: 'How the rotation changed the order for a candidate.' })
export class MatchRotation {
  @Field(() => Int, {
    description: 'Her exposure for other needs as a share of the largest, in micro-units.',
  })
  share!: number;

  @Field(() => Int, {
    description:
      'How much the rotation took from her in the order, in micro-units. The score that is shown stays that of the model.',
  })
  points!: number;
}

@ObjectType({ description: 'What the protection of a group did to a place.' })
export class MatchGroup {
  @Field(() => ProtectedGroupEnum, { description: 'The group that is protected.' })
  group!: ProtectedGroup;

  @Field(() => Boolean, { description: 'True if the mediator belongs to the group.' })
  member!: boolean;

  @Field(() => Boolean, { description: 'True if she has this place only because of the test.' })
  forced!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many of the places up to hers must go to the group. Null after the last place that is tested.',
  })
  required!: number | null;
}

@ObjectType({ description: "What the measures of fair exposure did to a candidate's place." })
export class MatchFairness {
  @Field(() => Int, { description: 'The rank that she would have without them.' })
  rankWithout!: number;

  @Field(() => MatchRotation, {
    nullable: true,
    description: 'What the rotation took from her. Null if it is off.',
  })
  rotation!: MatchRotation | null;

  @Field(() => MatchGroup, {
    nullable: true,
    description: 'What the protection of a group did. Null if no group is protected.',
  })
  group!: MatchGroup | null;

  @Field(() => [String], { description: 'The same in words, in the language of the request.' })
  sentences!: string[];
}

@ObjectType({ description: 'The statistical test by which a group is protected.' })
export class FairnessTest {
  @Field(() => [Int], {
    description:
      'For each number of first places, from 1 on, how many of them must belong to the group.',
  })
  required!: readonly number[];

  @Field(() => Int, {
    description:
      'The significance level after adjustment for testing every prefix, in micro-units.',
  })
  adjustedAlpha!: number;

  @Field(() => Int, {
    description:
      'How likely a list drawn by chance with the stated proportion would fail the test, in micro-units.',
  })
  failProbability!: number;

  @Field(() => Boolean, {
    description:
      'True if the list passes the test. It cannot pass if too few of the group are eligible.',
  })
  passed!: boolean;
}

@ObjectType({ description: 'What the measures of fair exposure did to this page.' })
export class ConnectionFairness {
  @Field(() => Int, {
    description:
      'The sum of the scores of the page that would stand here without the measures, minus that of this page, in ' +
      'micro-units. A later page may gain what earlier pages lose.',
  })
  cost!: number;

  @Field(() => Int, {
    description: 'The cost in score divided by the places of the page, in micro-units.',
  })
  meanCost!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The strength of the rotation, in thousandths of the score. Null if it is off.',
  })
  strength!: number | null;

  @Field(() => FairnessTest, {
    nullable: true,
    description: 'The test of the protected group. Null if no group is protected.',
  })
  test!: FairnessTest | null;
}
