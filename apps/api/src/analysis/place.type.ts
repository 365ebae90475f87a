import type { Criterion, PlaceExplanation as Explained, Uncheckable } from '#matching';
import { Area } from '../graphql/coded.type.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CriterionEnum, HardCriterionEnum, PlaceStandingEnum } from '../graphql/enums.js';
import { Json } from '../graphql/json.scalar.js';
import { resultOf } from '../graphql/refusals.js';
import { Explanation, UncheckedCriterion } from '../matching/match.type.js';
import { Mediator } from '../mediators/mediator.type.js';
import { Shortfall } from './need-report.type.js';

@ObjectType({ description: 'A single change and where it would bring her.' })
export class Lift {
  @Field(() => CriterionEnum, { description: 'The criterion that it raises.' })
  criterion!: Criterion;

  @Field(() => Json, { description: 'What would be otherwise: see docs/explanations.md.' })
  change!: unknown;

  @Field(() => Int, { description: "How far it goes on the criterion's own scale." })
  steps!: number;

  @Field(() => [String], {
    description: 'Codes of other changes of the criterion that go as far and gain as much.',
  })
  alike!: string[];

  @Field(() => Int, { description: 'The score that she would have, in micro-units.' })
  score!: number;

  @Field(() => Int, { description: 'The rank that she would have.' })
  rank!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'The least value of one criterion that keeps her among the first.' })
export class LeastValue {
  @Field(() => CriterionEnum, { description: 'The criterion.' })
  criterion!: Criterion;

  @Field(() => Int, { description: 'Her value, in micro-units.' })
  value!: number;

  @Field(() => Int, { description: 'The least that keeps her there, all else being the same.' })
  least!: number;
}

@ObjectType({ description: 'What she may lose and stay among the first.' })
export class Margin {
  @Field(() => Int, { description: 'Of her score, in micro-units, rounded down.' })
  score!: number;

  @Field(() => [LeastValue], { description: 'One for each stated criterion.' })
  leastValues!: LeastValue[];
}

@ObjectType({ description: 'How her place holds when the weights move.' })
export class Stability {
  @Field(() => Int, { description: 'In percent: how far each weight moves, up or down.' })
  delta!: number;

  @Field(() => Int, { description: 'How many weightings were drawn.' })
  samples!: number;

  @Field(() => Int, { description: 'Under how many of them she is among the first.' })
  inside!: number;

  @Field(() => Int, { description: 'The share of them, in micro-units.' })
  share!: number;

  @Field(() => Int, { description: 'Where its 95% interval begins, in micro-units.' })
  low!: number;

  @Field(() => Int, { description: 'Where its 95% interval ends, in micro-units.' })
  high!: number;

  @Field(() => Int, { description: 'The best rank that she had.' })
  bestRank!: number;

  @Field(() => Int, { description: 'The worst rank that she had.' })
  worstRank!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'Why a candidate stands where she does: see docs/explanations.md.' })
export class PlaceExplanation {
  readonly __typename = 'PlaceExplanation';

  @Field(() => Mediator, { description: 'Who she is.' })
  mediator!: Mediator;

  @Field(() => PlaceStandingEnum, { description: 'Where she stands.' })
  standing!: Explained['standing'];

  @Field(() => Int, {
    description: 'Her rank; for an excluded one that which she would have if nothing stopped her.',
  })
  rank!: number;

  @Field(() => Int, { description: 'How many count as the first.' })
  top!: number;

  @Field(() => Int, { description: 'How many are eligible.' })
  eligible!: number;

  @Field(() => Int, { description: 'In micro-units from 0 to 1,000,000.' })
  score!: number;

  @Field(() => [Explanation], { description: 'One for each criterion that the need states.' })
  explanation!: Explanation[];

  @Field(() => [Lift], {
    description:
      'For one who is outside: the smallest single change of each criterion that brings her among the first, the smallest of all at the front; empty when none does.',
  })
  lifts!: Lift[];

  @Field(() => Lift, {
    nullable: true,
    description: 'For one who is outside, where no single change suffices: what brings most.',
  })
  most!: Lift | null;

  @Field(() => Margin, {
    nullable: true,
    description: 'For one who is inside; null also where nobody can overtake her.',
  })
  margin!: Margin | null;

  @Field(() => Stability, { nullable: true, description: 'For one who is eligible.' })
  stability!: Stability | null;

  @Field(() => [Shortfall], { description: 'What stops her, and what would meet it.' })
  shortfalls!: Shortfall[];

  @Field(() => [HardCriterionEnum], {
    description: 'Hard criteria that could not be applied to her: only her network can check them.',
  })
  toBeChecked!: Uncheckable[];

  @Field(() => [Area], {
    description:
      'Where the process was taken to be, because the need leaves `territories` out: the single countries that it wants.',
  })
  assumedTerritories!: Area[];

  @Field(() => [UncheckedCriterion], {
    description: 'One for each stated criterion that profiles may keep from being applied.',
  })
  uncheckedCriteria!: UncheckedCriterion[];

  @Field(() => [String], { description: 'All of it in words, in the language of the request.' })
  sentences!: string[];
}

export const PlaceResult = resultOf(PlaceExplanation, 'PlaceResult');
