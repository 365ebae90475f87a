import type { Criterion, HardCriterion, Uncheckable } from '#matching';
import { Area } from '../graphql/coded.type.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { CriterionEnum, HardCriterionEnum } from '../graphql/enums.js';
import { Json } from '../graphql/json.scalar.js';
import { resultOf } from '../graphql/refusals.js';
import { ConnectionFairness, MatchFairness } from './fairness.type.js';
import { Mediator } from '../mediators/mediator.type.js';

@ObjectType({ description: 'What one criterion brought to a score, and from what.' })
export class Explanation {
  @Field(() => CriterionEnum, { description: 'Which of the stated criteria.' })
  criterion!: Criterion;

  @Field(() => Json, { description: 'What the need wants, as docs/matching.md states it.' })
  wanted!: unknown;

  @Field(() => Json, { nullable: true, description: 'What her profile has.' })
  found!: unknown;

  @Field(() => Int, { description: 'How far it fits, in micro-units from 0 to 1,000,000.' })
  value!: number;

  @Field(() => Int, { description: 'Of the criterion among the stated ones.' })
  weight!: number;

  @Field(() => Int, { description: 'In micro-units; the contributions add up to the score.' })
  contribution!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'A candidate and why she stands where she does.' })
export class Match {
  @Field(() => Int, { description: 'Her place among all who are eligible, from 1.' })
  rank!: number;

  @Field(() => Int, { description: 'In micro-units from 0 to 1,000,000.' })
  score!: number;

  @Field(() => Mediator, { description: 'Who she is.' })
  mediator!: Mediator;

  @Field(() => [Explanation], { description: 'One for each criterion that the need states.' })
  explanation!: Explanation[];

  @Field(() => [HardCriterionEnum], {
    description:
      'Hard criteria that could not be applied to her, because what they are about is not shown to you or not recorded: only her network can check them.',
  })
  toBeChecked!: Uncheckable[];

  @Field(() => MatchFairness, {
    nullable: true,
    description: 'What fairness did to her place; null where the need asks for none.',
  })
  fairness!: MatchFairness | null;
}

@ObjectType({ description: 'How many candidates a hard criterion excludes.' })
export class Exclusion {
  @Field(() => HardCriterionEnum, { description: 'The hard criterion.' })
  reason!: HardCriterion;

  @Field(() => Int, { description: 'Those whose first failure it is.' })
  first!: number;

  @Field(() => Int, { description: 'All who fail it, whatever else they fail.' })
  any!: number;
}

@ObjectType({
  description:
    'A hard criterion that profiles may keep from being applied, because they do not show what it is about.',
})
export class UncheckedCriterion {
  @Field(() => HardCriterionEnum, {
    description:
      'CONFLICT_OF_INTEREST where nationality, residence or networks are not shown to you or not recorded; AVAILABILITY where no days are; SAFETY where it is not shown to you what she has ruled out.',
  })
  criterion!: Uncheckable;

  @Field(() => Int, {
    description: 'How many of the eligible it could not be applied to: their networks check it.',
  })
  count!: number;

  @Field(() => Boolean, {
    description: 'Whether it could be applied to anybody; where not, it excludes nobody.',
  })
  applied!: boolean;
}

@ObjectType({ description: 'A candidate of a page.' })
export class MatchEdge extends EdgeOf(Match) {}

@ObjectType({ description: 'A page of the ranking; `totalCount` is how many are eligible.' })
export class MatchConnection extends ConnectionOf(MatchEdge) {
  readonly __typename = 'MatchConnection';

  @Field(() => Int, { description: 'Version of the matching model.' })
  modelVersion!: number;

  @Field(() => Int, { description: 'How many candidates were looked at.' })
  considered!: number;

  @Field(() => [Exclusion], {
    description: 'One for each hard criterion that is stated and could be applied to somebody.',
  })
  exclusions!: Exclusion[];

  @Field(() => [Area], {
    description:
      'Where the process was taken to be, because the need leaves `territories` out: the single countries that it wants.',
  })
  assumedTerritories!: Area[];

  @Field(() => [UncheckedCriterion], {
    description: 'One for each stated criterion that profiles may keep from being applied.',
  })
  uncheckedCriteria!: UncheckedCriterion[];

  @Field(() => ConnectionFairness, {
    nullable: true,
    description: 'What fairness did to the page; null where the need asks for none.',
  })
  fairness!: ConnectionFairness | null;
}

export const MatchResult = resultOf(MatchConnection, 'MatchResult');
