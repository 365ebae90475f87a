import type { ProtectedGroup } from '#matching';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ProtectedGroupEnum } from '../graphql/enums.js';

@ObjectType({ description: 'What rotation took from a candidate.' })
export class MatchRotation {
  @Field(() => Int, {
    description: 'Her exposure for other needs, as a share of the largest, in micro-units.',
  })
  share!: number;

  @Field(() => Int, {
    description: "In micro-units of the score. The score itself is the model's and is not changed.",
  })
  points!: number;
}

@ObjectType({ description: 'What a protected group has to do with a place.' })
export class MatchGroup {
  @Field(() => ProtectedGroupEnum, { description: 'The group.' })
  group!: ProtectedGroup;

  @Field(() => Boolean, { description: 'She belongs to it.' })
  member!: boolean;

  @Field(() => Boolean, { description: 'Only the test put her here.' })
  forced!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many of the places up to hers must go to the group; null after the places that are tested.',
  })
  required!: number | null;
}

@ObjectType({ description: "What fairness did to a candidate's place." })
export class MatchFairness {
  @Field(() => Int, { description: 'Her rank without it.' })
  rankWithout!: number;

  @Field(() => MatchRotation, { nullable: true, description: 'Where rotation is on.' })
  rotation!: MatchRotation | null;

  @Field(() => MatchGroup, { nullable: true, description: 'Where a group is protected.' })
  group!: MatchGroup | null;

  @Field(() => [String], { description: 'The same in words, in the language of the request.' })
  sentences!: string[];
}

@ObjectType({ description: 'The test by which a group is protected.' })
export class FairnessTest {
  @Field(() => [Int], {
    description: 'How many of the first 1, 2, 3, ... must belong to the group.',
  })
  required!: readonly number[];

  @Field(() => Int, {
    description: 'The significance, adjusted because every prefix is tested, in micro-units.',
  })
  adjustedAlpha!: number;

  @Field(() => Int, {
    description:
      'How likely a list drawn by chance with the stated proportion fails the test, in micro-units.',
  })
  failProbability!: number;

  @Field(() => Boolean, {
    description: 'The list passes it; it cannot where too few of the group are eligible.',
  })
  passed!: boolean;
}

@ObjectType({ description: 'What fairness did to a page.' })
export class ConnectionFairness {
  @Field(() => Int, {
    description:
      'Sum of the scores of the page that would stand here without fairness, less that of this one, in ' +
      'micro-units. A later page may gain what the first ones lost.',
  })
  cost!: number;

  @Field(() => Int, { description: 'The same by place.' })
  meanCost!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Strength of the rotation, in thousandths of the score; null where it is off.',
  })
  strength!: number | null;

  @Field(() => FairnessTest, { nullable: true, description: 'Null where no group is protected.' })
  test!: FairnessTest | null;
}
