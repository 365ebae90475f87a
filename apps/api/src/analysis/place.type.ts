import type { Criterion, PlaceExplanation as Explained, Uncheckable } from '#matching';
import { Area } from '../graphql/coded.type.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CriterionEnum, HardCriterionEnum, PlaceStandingEnum } from '../graphql/enums/matching.js';
import { Json } from '../graphql/json.scalar.js';
import { resultOf } from '../graphql/refusals.js';
import { Explanation, UncheckedCriterion } from '../matching/match.type.js';
import { Mediator } from '../mediators/mediator.type.js';
import { Shortfall } from './need-report.type.js';

@ObjectType({ description: 'A single change of a profile, and the place it would lead to.' })
export class Lift {
  @Field(() => CriterionEnum, { description: 'The criterion that would earn more.' })
  criterion!: Criterion;

  @Field(() => Json, {
    description:
      'What would change, as JSON. docs/explanations.md describes the shape for each criterion.',
  })
  change!: unknown;

  @Field(() => Int, {
    description:
      "The size of the change, in steps of the criterion's own scale, such as levels of a language.",
  })
  steps!: number;

  @Field(() => [String], {
    description: 'Codes of other changes of the same criterion that are as large and gain as much.',
  })
  alike!: string[];

  @Field(() => Int, { description: 'The score that she would have, in micro-units.' })
  score!: number;

  @Field(() => Int, { description: 'The rank that she would have.' })
  rank!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({
  description: 'The lowest value of one criterion that keeps a candidate among the first.',
})
export class LeastValue {
  @Field(() => CriterionEnum, { description: 'The criterion whose value is meant.' })
  criterion!: Criterion;

  @Field(() => Int, {
    description: 'Her present value for the criterion, in micro-units from 0 to 1,000,000.',
  })
  value!: number;

  @Field(() => Int, {
    description:
      'The lowest value that keeps her among the first if all else stays the same, in micro-units.',
  })
  least!: number;
}

@ObjectType({ description: 'How much a candidate may lose and still be among the first.' })
export class Margin {
  @Field(() => Int, {
    description: 'How much of her score she may lose, in micro-units, rounded down.',
  })
  score!: number;

  @Field(() => [LeastValue], {
    description: 'For each criterion of the need, the lowest value that keeps her among the first.',
  })
  leastValues!: LeastValue[];
}

@ObjectType({
  description: "How a candidate's place varies when the weights of the criteria vary at random.",
})
export class Stability {
  @Field(() => Int, { description: 'How far each weight varies up or down, in percent.' })
  delta!: number;

  @Field(() => Int, { description: 'How many sets of weights were drawn.' })
  samples!: number;

  @Field(() => Int, { description: 'In how many of the samples she is among the first.' })
  inside!: number;

  @Field(() => Int, {
    description: 'The share of samples in which she is among the first, in micro-units.',
  })
  share!: number;

  @Field(() => Int, {
    description: 'The lower end of the 95% confidence interval of `share`, in micro-units.',
  })
  low!: number;

  @Field(() => Int, {
    description: 'The upper end of the 95% confidence interval of `share`, in micro-units.',
  })
  high!: number;

  @Field(() => Int, { description: 'Her best rank in any of the samples, from 1.' })
  bestRank!: number;

  @Field(() => Int, { description: 'Her worst rank in any of the samples, from 1.' })
  worstRank!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'Why a candidate has her place. See docs/explanations.md.' })
export class PlaceExplanation {
  readonly __typename = 'PlaceExplanation';

  @Field(() => Mediator, {
    description: 'The mediator whose place is explained, as you may see her.',
  })
  mediator!: Mediator;

  @Field(() => PlaceStandingEnum, {
    description: 'Whether she is among the first, eligible but placed after them, or excluded.',
  })
  standing!: Explained['standing'];

  @Field(() => Int, {
    description:
      'Her rank, from 1. For an excluded candidate, the rank that she would have if nothing excluded her.',
  })
  rank!: number;

  @Field(() => Int, { description: 'How many places count as the first: the argument `top`.' })
  top!: number;

  @Field(() => Int, { description: 'How many candidates meet every hard criterion of the need.' })
  eligible!: number;

  @Field(() => Int, { description: 'Her score in micro-units, from 0 to 1,000,000.' })
  score!: number;

  @Field(() => [Explanation], {
    description: 'What each criterion of the need contributes to her score.',
  })
  explanation!: Explanation[];

  @Field(() => [Lift], {
    description:
      'For a candidate who is not among the first: for each criterion, the smallest single change that would bring her there, the smallest of all at the front. Empty if no single change would.',
  })
  lifts!: Lift[];

  @Field(() => Lift, {
    nullable: true,
    description:
      'For a candidate who is not among the first and whom no single change would bring there: the change that would gain her most. Otherwise null.',
  })
  most!: Lift | null;

  @Field(() => Margin, {
    nullable: true,
    description:
      'How much of her score she may lose and still be among the first. Null if she is not among the first, or if nobody can overtake her.',
  })
  margin!: Margin | null;

  @Field(() => Stability, {
    nullable: true,
    description: 'How firm her place is when the weights vary. Null if she is excluded.',
  })
  stability!: Stability | null;

  @Field(() => [Shortfall], {
    description:
      'For each hard criterion that excludes her, what she lacks. Empty if she is eligible.',
  })
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
    description:
      'One entry for each stated criterion that could not be applied to some candidates.',
  })
  uncheckedCriteria!: UncheckedCriterion[];

  @Field(() => [String], {
    description: 'The whole explanation in words, in the language of the request.',
  })
  sentences!: string[];
}

export const PlaceResult = resultOf(PlaceExplanation, 'PlaceResult');
