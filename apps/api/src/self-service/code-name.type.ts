import { Field, Int, ObjectType } from '@nestjs/graphql';
import { resultOf } from '../graphql/refusals.js';
import { Mediator } from '../mediators/mediator.type.js';

@ObjectType({
  description:
    'What a code name costs in rankings: places among the first 20 of the open public needs, the first 100 of them, as the public sees the directory and without their briefs.',
})
export class CodeNameCost {
  @Field(() => Int, { description: 'Needs that were tried.' })
  needs!: number;

  @Field(() => Int, { description: 'In how many she is among the first 20 under her name.' })
  underName!: number;

  @Field(() => Int, { description: 'In how many she is among the first 20 with a code name.' })
  underCodeName!: number;
}

@ObjectType({
  description:
    'What a woman shows with a code name, or would show from the moment she takes one: what at least five women with a code name have in common.',
})
export class CodeName {
  readonly __typename = 'CodeName';

  @Field(() => Boolean, { description: 'She is shown with a code name already.' })
  inForce!: boolean;

  @Field(() => Boolean, { description: 'False where she shows nothing but her code name.' })
  hasClass!: boolean;

  @Field(() => Boolean, {
    description: 'She asks to show more when the common values are made anew, about once a month.',
  })
  asks!: boolean;

  @Field(() => Mediator, { description: 'What everyone sees.' })
  public!: Mediator;

  @Field(() => Mediator, { description: 'What verified organizers see.' })
  vetted!: Mediator;

  @Field(() => CodeNameCost, { description: 'What it costs her in rankings.' })
  cost!: CodeNameCost;
}

export const CodeNameResult = resultOf(CodeName);
