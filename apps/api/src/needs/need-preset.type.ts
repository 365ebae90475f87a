import type { Criterion, PresetCode } from '#matching';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CriterionEnum, NeedPresetEnum } from '../graphql/enums.js';
import { Json } from '../graphql/json.scalar.js';

@ObjectType({ description: 'How much a criterion counts.' })
export class CriterionWeight {
  @Field(() => CriterionEnum, { description: 'The criterion.' })
  criterion!: Criterion;

  @Field(() => Int, { description: 'From 0 to 1000.' })
  weight!: number;
}

@ObjectType({ description: 'Weights for one kind of work, and why they are so.' })
export class NeedPreset {
  @Field(() => NeedPresetEnum, { description: 'What a need names.' })
  code!: PresetCode;

  @Field(() => String, { description: 'What it is called, in the language of the request.' })
  title!: string;

  @Field(() => String, { description: 'Why it weighs so, in the language of the request.' })
  reason!: string;

  @Field(() => [CriterionWeight], { description: 'Of every criterion, in the model’s order.' })
  weights!: CriterionWeight[];

  @Field(() => Json, {
    description: 'What is usually wanted: a SoftCriteriaInput as JSON, to take what fits.',
  })
  suggests!: unknown;
}
