import type { HardCriterion, Uncheckable } from '#matching';
import { Area } from '../graphql/coded.type.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { HardCriterionEnum } from '../graphql/enums.js';
import { Json } from '../graphql/json.scalar.js';
import { resultOf } from '../graphql/refusals.js';
import { Explanation, UncheckedCriterion } from '../matching/match.type.js';
import { Mediator } from '../mediators/mediator.type.js';

@ObjectType({ description: 'What one hard criterion does to the pool: see docs/explanations.md.' })
export class WaterfallStep {
  @Field(() => HardCriterionEnum, { description: 'The hard criterion.' })
  criterion!: HardCriterion;

  @Field(() => Int, { description: 'How many it would remove if it were the only one.' })
  alone!: number;

  @Field(() => Int, { description: 'How many it removes of those whom those before it left.' })
  removed!: number;

  @Field(() => Int, { description: 'How many are left after it.' })
  remaining!: number;

  @Field(() => Int, { description: 'How many more would be eligible if it alone were dropped.' })
  addedIfDropped!: number;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'What she lacks for a hard criterion that stops her.' })
export class Shortfall {
  @Field(() => HardCriterionEnum, { description: 'The hard criterion.' })
  criterion!: HardCriterion;

  @Field(() => Json, { description: 'What is asked and what she has: see docs/explanations.md.' })
  lack!: unknown;

  @Field(() => String, { description: 'The same in words, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'A candidate whom exactly one hard criterion stops.' })
export class NearlyEligible {
  @Field(() => Mediator, { description: 'Who she is.' })
  mediator!: Mediator;

  @Field(() => Int, {
    description: 'In micro-units: the score that she would have without the criterion.',
  })
  score!: number;

  @Field(() => [Explanation], { description: 'What would bring it, criterion by criterion.' })
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

@ObjectType({ description: 'A nearly eligible candidate of a page.' })
export class NearlyEligibleEdge extends EdgeOf(NearlyEligible) {}

@ObjectType({ description: 'Those whom one hard criterion stops, by the score they would have.' })
export class NearlyEligibleConnection extends ConnectionOf(NearlyEligibleEdge) {
  @Field(() => Int, {
    description: 'How many CONSENT, STATE or SAFETY alone stops: nobody is told who they are.',
  })
  unnamed!: number;
}

@ObjectType({ description: 'Where the pool of a need goes.' })
export class NeedReport {
  readonly __typename = 'NeedReport';

  @Field(() => Int, { description: 'How many candidates were looked at.' })
  considered!: number;

  @Field(() => Int, { description: 'How many meet every hard criterion.' })
  eligible!: number;

  @Field(() => [WaterfallStep], {
    description: 'One for each hard criterion that could be applied to somebody, in order.',
  })
  waterfall!: WaterfallStep[];

  @Field(() => [Area], {
    description:
      'Where the process was taken to be, because the need leaves `territories` out: the single countries that it wants.',
  })
  assumedTerritories!: Area[];

  @Field(() => [UncheckedCriterion], {
    description: 'One for each stated criterion that profiles may keep from being applied.',
  })
  uncheckedCriteria!: UncheckedCriterion[];

  @Field(() => NearlyEligibleConnection, { description: 'A page of them.' })
  nearlyEligible!: NearlyEligibleConnection;
}

export const NeedReportResult = resultOf(NeedReport);
