import { Field, Int, ObjectType } from '@nestjs/graphql';
import { resultOf } from '../graphql/refusals.js';
import { Mediator } from '../mediators/mediator.type.js';

@ObjectType({
  description:
    'What a code name costs in rankings: how often she is among the first 20, for the first 100 open public needs, as the public sees the directory and without their briefs.',
})
export class CodeNameCost {
  @Field(() => Int, { description: 'How many needs were tried.' })
  needs!: number;

  @Field(() => Int, {
    description: 'For how many of them she is among the first 20 under her name.',
  })
  underName!: number;

  @Field(() => Int, {
    description: 'For how many of them she is among the first 20 with the code name.',
  })
  underCodeName!: number;
}

@ObjectType({
  description:
    'What a mediator shows with a code name, or would show if she took one: what at least five mediators with a code name have in common.',
})
export class CodeName {
  readonly __typename = 'CodeName';

  @Field(() => Boolean, { description: 'True if she is already shown with a code name.' })
  inForce!: boolean;

  @Field(() => Boolean, { description: 'False if she shows nothing but her code name.' })
  hasClass!: boolean;

  @Field(() => Boolean, {
    description:
      'True if she asks to show more when the common values are next computed, about once a month.',
  })
  asks!: boolean;

  @Field(() => Mediator, { description: 'What everyone sees of her with the code name.' })
  public!: Mediator;

  @Field(() => Mediator, { description: 'What verified organizers see of her with the code name.' })
  vetted!: Mediator;

  @Field(() => CodeNameCost, { description: 'What the code name costs her in rankings.' })
  cost!: CodeNameCost;
}

export const CodeNameResult = resultOf(CodeName);
