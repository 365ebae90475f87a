import type { Comparison as Compared, Criterion, HardCriterion, Uncheckable } from '#matching';
import { Area } from '../graphql/coded.type.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CriterionEnum, HardCriterionEnum, PairSideEnum } from '../graphql/enums/matching.js';
import { resultOf } from '../graphql/refusals.js';
import { Explanation } from '../matching/match.type.js';
import { Mediator } from '../mediators/mediator.type.js';

@ObjectType({ description: 'One of the two candidates that are compared.' })
export class ComparedCandidate {
  @Field(() => Mediator, { description: 'The mediator, as you may see her.' })
  mediator!: Mediator;

  @Field(() => Int, {
    nullable: true,
    description:
      'Her rank in the ranking of the need, from 1. Null if a hard criterion excludes her.',
  })
  rank!: number | null;

  @Field(() => Int, {
    description:
      'Her score in micro-units, from 0 to 1,000,000. For an excluded mediator, the score that she would have.',
  })
  score!: number;

  @Field(() => [HardCriterionEnum], {
    description: 'The hard criteria that exclude her. Empty if she is eligible.',
  })
  stoppedBy!: HardCriterion[];

  @Field(() => [HardCriterionEnum], {
    description: 'Hard criteria that could not be applied to her: only her network can check them.',
  })
  toBeChecked!: Uncheckable[];
}

@ObjectType({ description: 'The contributions of one criterion to the scores of two candidates.' })
export class ComparedCriterion {
  @Field(() => CriterionEnum, { description: 'The criterion whose contributions are compared.' })
  criterion!: Criterion;

  @Field(() => Explanation, {
    description: 'What the criterion contributes to the score of the first candidate.',
  })
  first!: Explanation;

  @Field(() => Explanation, {
    description: 'What the criterion contributes to the score of the second candidate.',
  })
  second!: Explanation;

  @Field(() => Int, {
    description:
      'The contribution to the first score minus that to the second, in micro-units. The differences of all criteria add up to `Comparison.difference`.',
  })
  difference!: number;
}

@ObjectType({
  description:
    'A different weight of one criterion that would reverse the order of two candidates.',
})
export class TurningWeight {
  @Field(() => CriterionEnum, { description: 'The criterion whose weight would change.' })
  criterion!: Criterion;

  @Field(() => Int, { description: 'The weight of the criterion in the need, from 0 to 1000.' })
  from!: number;

  @Field(() => Int, { description: 'The nearest weight from 0 to 1000 that reverses the order.' })
  to!: number;
}

@ObjectType({
  description: 'Two candidates compared criterion by criterion. See docs/explanations.md.',
})
export class Comparison {
  readonly __typename = 'Comparison';

  @Field(() => ComparedCandidate, { description: 'The candidate who was passed as `first`.' })
  first!: ComparedCandidate;

  @Field(() => ComparedCandidate, { description: 'The candidate who was passed as `second`.' })
  second!: ComparedCandidate;

  @Field(() => PairSideEnum, {
    description:
      'Which of the two ranks higher: by score or, if the scores are equal, by the tie-breaking order.',
  })
  ahead!: Compared['ahead'];

  @Field(() => [ComparedCriterion], {
    description: 'One entry for each criterion that the need states.',
  })
  criteria!: ComparedCriterion[];

  @Field(() => Int, {
    description: 'The score of the first candidate minus that of the second, in micro-units.',
  })
  difference!: number;

  @Field(() => CriterionEnum, {
    nullable: true,
    description:
      'The criterion that favours the one ahead most. Null if only the tie-breaking order decides.',
  })
  decidedBy!: Criterion | null;

  @Field(() => [TurningWeight], {
    description:
      'Changes of a single weight that would reverse the order, the smallest first. Empty if no single change does.',
  })
  turns!: TurningWeight[];

  @Field(() => [Area], {
    description:
      'Where the process was taken to be, because the need leaves `territories` out: the single countries that it wants.',
  })
  assumedTerritories!: Area[];

  @Field(() => [String], {
    description: 'The comparison in words, in the language of the request.',
  })
  sentences!: string[];
}

export const ComparisonResult = resultOf(Comparison);
