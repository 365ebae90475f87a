import type { Criterion, PresetCode } from '#matching';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CriterionEnum, NeedPresetEnum } from '../graphql/enums/matching.js';
import { Json } from '../graphql/json.scalar.js';

@ObjectType({ description: 'How much a criterion counts in a preset.' })
export class CriterionWeight {
  @Field(() => CriterionEnum, { description: 'The criterion that is weighted.' })
  criterion!: Criterion;

  @Field(() => Int, { description: 'The weight of the criterion, from 0 to 1000.' })
  weight!: number;
}

@ObjectType({ description: 'Weights for one kind of work, with the reason for them.' })
export class NeedPreset {
  @Field(() => NeedPresetEnum, { description: 'The code by which a need names the preset.' })
  code!: PresetCode;

  @Field(() => String, { description: 'The name of the preset, in the language of the request.' })
  title!: string;

  @Field(() => String, {
    description: 'Why the weights are as they are, in the language of the request.',
  })
  reason!: string;

  @Field(() => [CriterionWeight], {
    description: 'The weight of every criterion, in the order of the model.',
  })
  weights!: CriterionWeight[];

  @Field(() => Json, {
    description:
      'What such work usually wants: a SoftCriteriaInput as JSON, to take from what fits.',
  })
  suggests!: unknown;
}
