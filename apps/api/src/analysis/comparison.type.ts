import type { Comparison as Compared, Criterion, HardCriterion, Uncheckable } from '#matching';
import { Area } from '../graphql/coded.type.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CriterionEnum, HardCriterionEnum, PairSideEnum } from '../graphql/enums.js';
import { resultOf } from '../graphql/refusals.js';
import { Explanation } from '../matching/match.type.js';
import { Mediator } from '../mediators/mediator.type.js';

@ObjectType({ description: 'One of two who are compared.' })
export class ComparedCandidate {
  @Field(() => Mediator, { description: 'Who she is.' })
  mediator!: Mediator;

  @Field(() => Int, { nullable: true, description: 'Her rank; null where she is excluded.' })
  rank!: number | null;

  @Field(() => Int, { description: 'In micro-units; of an excluded one, what it would be.' })
  score!: number;

  @Field(() => [HardCriterionEnum], {
    description: 'What excludes her; empty for an eligible one.',
  })
  stoppedBy!: HardCriterion[];

  @Field(() => [HardCriterionEnum], {
    description: 'Hard criteria that could not be applied to her: only her network can check them.',
  })
  toBeChecked!: Uncheckable[];
}

@ObjectType({ description: 'One criterion of two candidates.' })
export class ComparedCriterion {
  @Field(() => CriterionEnum, { description: 'The criterion.' })
  criterion!: Criterion;

  @Field(() => Explanation, { description: 'Of the first.' })
  first!: Explanation;

  @Field(() => Explanation, { description: 'Of the second.' })
  second!: Explanation;

  @Field(() => Int, {
    description:
      "The first's contribution less the second's, in micro-units: these add up to `difference`.",
  })
  difference!: number;
}

@ObjectType({ description: 'Another weight of one criterion that turns the order of two round.' })
export class TurningWeight {
  @Field(() => CriterionEnum, { description: 'The criterion.' })
  criterion!: Criterion;

  @Field(() => Int, { description: 'Its weight in the need.' })
  from!: number;

  @Field(() => Int, { description: 'The nearest weight from 0 to 1000 that turns the order.' })
  to!: number;
}

@ObjectType({ description: 'Two candidates side by side: see docs/explanations.md.' })
export class Comparison {
  readonly __typename = 'Comparison';

  @Field(() => ComparedCandidate, { description: 'As it was asked for.' })
  first!: ComparedCandidate;

  @Field(() => ComparedCandidate, { description: 'As it was asked for.' })
  second!: ComparedCandidate;

  @Field(() => PairSideEnum, { description: 'Who comes first by score, or by the tie key.' })
  ahead!: Compared['ahead'];

  @Field(() => [ComparedCriterion], { description: 'One for each criterion of the need.' })
  criteria!: ComparedCriterion[];

  @Field(() => Int, { description: "The first's score less the second's, in micro-units." })
  difference!: number;

  @Field(() => CriterionEnum, {
    nullable: true,
    description: 'What favours the one ahead most; null where only the tie key decides.',
  })
  decidedBy!: Criterion | null;

  @Field(() => [TurningWeight], {
    description: 'Changes of one weight that turn the order, the smallest first.',
  })
  turns!: TurningWeight[];

  @Field(() => [Area], {
    description:
      'Where the process was taken to be, because the need leaves `territories` out: the single countries that it wants.',
  })
  assumedTerritories!: Area[];

  @Field(() => [String], { description: 'The same in words, in the language of the request.' })
  sentences!: string[];
}

export const ComparisonResult = resultOf(Comparison);
