import type { Criterion, HardCriterion, Uncheckable } from '#matching';
import { Area } from '../graphql/coded.type.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { CriterionEnum, HardCriterionEnum } from '../graphql/enums/matching.js';
import { Json } from '../graphql/json.scalar.js';
import { resultOf } from '../graphql/refusals.js';
import { ConnectionFairness, MatchFairness } from './fairness.type.js';
import { Mediator } from '../mediators/mediator.type.js';

@ObjectType({ description: 'What one criterion contributes to a score, and on what grounds.' })
export class Explanation {
  @Field(() => CriterionEnum, { description: 'The criterion, one of those that the need states.' })
  criterion!: Criterion;

  @Field(() => Json, {
    description:
      'What the need wants for the criterion, as JSON. docs/matching.md describes the shape.',
  })
  wanted!: unknown;

  @Field(() => Json, {
    nullable: true,
    description: 'What her profile has for the criterion, as JSON. Null if it has nothing.',
  })
  found!: unknown;

  @Field(() => Int, {
    description: 'How well she meets the criterion, in micro-units from 0 to 1,000,000.',
  })
  value!: number;

  @Field(() => Int, {
    description: 'The weight of the criterion among those that the need states.',
  })
  weight!: number;

  @Field(() => Int, {
    description: 'The contribution in micro-units. The contributions add up to the score.',
  })
  contribution!: number;

  @Field(() => Boolean, {
    description:
      'True if her profile says nothing about it and the model counts that neither as none nor as full.',
  })
  unstated!: boolean;

  @Field(() => Int, {
    description:
      'The share of the value that is kept, in micro-units: below 1,000,000 if she lacks something essential, or says that she is not available and the need does not ask about days.',
  })
  kept!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'A candidate for a need, with the reasons for her place.' })
export class Match {
  @Field(() => Int, { description: 'Her rank among all eligible candidates, from 1.' })
  rank!: number;

  @Field(() => Int, { description: 'Her score in micro-units, from 0 to 1,000,000.' })
  score!: number;

  @Field(() => Mediator, { description: 'The mediator, as you may see her.' })
  mediator!: Mediator;

  @Field(() => [Explanation], {
    description: 'What each criterion of the need contributes to the score.',
  })
  explanation!: Explanation[];

  @Field(() => [HardCriterionEnum], {
    description:
      'Hard criteria that could not be applied to her, because what they are about is hidden from you or not recorded. Only her network can check them.',
  })
  toBeChecked!: Uncheckable[];

  @Field(() => MatchFairness, {
    nullable: true,
    description:
      'What the measures of fair exposure did to her place. Null if the need asks for none.',
  })
  fairness!: MatchFairness | null;
}

@ObjectType({ description: 'How many candidates one hard criterion excludes.' })
export class Exclusion {
  @Field(() => HardCriterionEnum, { description: 'The hard criterion that excludes them.' })
  reason!: HardCriterion;

  @Field(() => Int, { description: 'How many fail it and none of the criteria checked before it.' })
  first!: number;

  @Field(() => Int, { description: 'How many fail it, whatever else they fail.' })
  any!: number;
}

@ObjectType({
  description:
    'A hard criterion that could not be applied to some candidates, because what it is about is hidden from you or not recorded.',
})
export class UncheckedCriterion {
  @Field(() => HardCriterionEnum, {
    description:
      'The criterion. CONFLICT_OF_INTEREST needs nationality, residence and networks; AVAILABILITY needs days; SAFETY needs the territories that she has ruled out.',
  })
  criterion!: Uncheckable;

  @Field(() => Int, {
    description:
      'To how many of the eligible candidates it could not be applied. Their networks have to check it.',
  })
  count!: number;

  @Field(() => Boolean, {
    description: 'False if it could be applied to nobody, and so excludes nobody.',
  })
  applied!: boolean;
}

@ObjectType({ description: 'A candidate on a page of the ranking, with its cursor.' })
export class MatchEdge extends EdgeOf(Match) {}

@ObjectType({ description: 'A page of the ranking; `totalCount` is how many are eligible.' })
export class MatchConnection extends ConnectionOf(MatchEdge) {
  readonly __typename = 'MatchConnection';

  @Field(() => Int, { description: 'The version of the matching model that made the ranking.' })
  modelVersion!: number;

  @Field(() => Int, { description: 'How many candidates were examined.' })
  considered!: number;

  @Field(() => [Exclusion], {
    description:
      'One entry for each hard criterion of the need that could be applied to at least one candidate.',
  })
  exclusions!: Exclusion[];

  @Field(() => [Area], {
    description:
      'Where the process was taken to be, because the need leaves `territories` out: the single countries that it wants.',
  })
  assumedTerritories!: Area[];

  @Field(() => [UncheckedCriterion], {
    description:
      'One entry for each stated criterion that could not be applied to some candidates.',
  })
  uncheckedCriteria!: UncheckedCriterion[];

  @Field(() => ConnectionFairness, {
    nullable: true,
    description:
      'What the measures of fair exposure did to the page. Null if the need asks for none.',
  })
  fairness!: ConnectionFairness | null;
}

export const MatchResult = resultOf(MatchConnection, 'MatchResult');
