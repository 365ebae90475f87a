import { Field, ObjectType } from '@nestjs/graphql';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'Which mails about women, peace and security you get.' })
export class WpsMailChoice {
  readonly __typename = 'WpsMailChoice';

  @Field(() => Boolean, {
    description: 'On Mondays what the actor for which you act owes, if it owes anything.',
  })
  owing!: boolean;

  @Field(() => Boolean, {
    description: 'The papers for a meeting in which it takes part, within two weeks before it.',
  })
  packs!: boolean;
}

export const WpsMailChoiceResult = resultOf(WpsMailChoice);
