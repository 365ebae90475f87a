import type { Criterion, HardCriterion } from '#matching';
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

@ObjectType({ description: 'A candidate of a page.' })
export class MatchEdge extends EdgeOf(Match) {}

@ObjectType({ description: 'A page of the ranking; `totalCount` is how many are eligible.' })
export class MatchConnection extends ConnectionOf(MatchEdge) {
  readonly __typename = 'MatchConnection';

  @Field(() => Int, { description: 'Version of the matching model.' })
  modelVersion!: number;

  @Field(() => Int, { description: 'How many candidates were looked at.' })
  considered!: number;

  @Field(() => [Exclusion], { description: 'One for each hard criterion in force.' })
  exclusions!: Exclusion[];

  @Field(() => ConnectionFairness, {
    nullable: true,
    description: 'What fairness did to the page; null where the need asks for none.',
  })
  fairness!: ConnectionFairness | null;
}

export const MatchResult = resultOf(MatchConnection, 'MatchResult');
