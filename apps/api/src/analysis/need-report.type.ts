import type { HardCriterion, Uncheckable } from '#matching';
import { Area } from '../graphql/coded.type.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { HardCriterionEnum } from '../graphql/enums/matching.js';
import { Json } from '../graphql/json.scalar.js';
import { resultOf } from '../graphql/refusals.js';
import { Explanation, UncheckedCriterion } from '../matching/match.type.js';
import { Mediator } from '../mediators/mediator.type.js';

@ObjectType({
  description: 'What one hard criterion does to the pool of candidates. See docs/explanations.md.',
})
export class WaterfallStep {
  @Field(() => HardCriterionEnum, {
    description: 'The hard criterion that is applied in this step.',
  })
  criterion!: HardCriterion;

  @Field(() => Int, { description: 'How many it would remove if it were the only one.' })
  alone!: number;

  @Field(() => Int, {
    description: 'How many of the candidates left by the steps before it this criterion removes.',
  })
  removed!: number;

  @Field(() => Int, { description: 'How many candidates are left after this step.' })
  remaining!: number;

  @Field(() => Int, { description: 'How many more would be eligible if it alone were dropped.' })
  addedIfDropped!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'What a candidate lacks for a hard criterion that excludes her.' })
export class Shortfall {
  @Field(() => HardCriterionEnum, { description: 'The hard criterion that excludes her.' })
  criterion!: HardCriterion;

  @Field(() => Json, {
    description:
      'What is required and what she has, as JSON. docs/explanations.md describes the shape for each criterion.',
  })
  lack!: unknown;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'A candidate whom exactly one hard criterion excludes.' })
export class NearlyEligible {
  @Field(() => Mediator, { description: 'The mediator, as you may see her.' })
  mediator!: Mediator;

  @Field(() => Int, {
    description:
      'The score that she would have without the criterion, in micro-units from 0 to 1,000,000.',
  })
  score!: number;

  @Field(() => [Explanation], { description: 'What each criterion would contribute to her score.' })
  explanation!: Explanation[];

  @Field(() => Shortfall, { description: 'The criterion, and what she lacks for it.' })
  shortfall!: Shortfall;

  @Field(() => [HardCriterionEnum], {
    description: 'Hard criteria that could not be applied to her: only her network can check them.',
  })
  toBeChecked!: Uncheckable[];

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'A nearly eligible candidate on a page, with its cursor.' })
export class NearlyEligibleEdge extends EdgeOf(NearlyEligible) {}

@ObjectType({
  description:
    'The candidates whom exactly one hard criterion excludes, by the score they would have.',
})
export class NearlyEligibleConnection extends ConnectionOf(NearlyEligibleEdge) {
  @Field(() => Int, {
    description:
      'How many candidates CONSENT, STATE or SAFETY alone excludes. They are counted and never named.',
  })
  unnamed!: number;
}

@ObjectType({
  description:
    'How many candidates each hard criterion of a need removes, and who is nearly eligible.',
})
export class NeedReport {
  readonly __typename = 'NeedReport';

  @Field(() => Int, { description: 'How many candidates were examined.' })
  considered!: number;

  @Field(() => Int, { description: 'How many meet every hard criterion.' })
  eligible!: number;

  @Field(() => [WaterfallStep], {
    description:
      'One step for each hard criterion that could be applied to at least one candidate, in the order of checking.',
  })
  waterfall!: WaterfallStep[];

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

  @Field(() => NearlyEligibleConnection, {
    description:
      'A page of the candidates whom exactly one hard criterion excludes, by the score they would have.',
  })
  nearlyEligible!: NearlyEligibleConnection;
}

export const NeedReportResult = resultOf(NeedReport);
