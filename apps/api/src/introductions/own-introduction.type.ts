import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import { AskedIntroduction } from './introduction-parts.type.js';

@ObjectType({
  implements: () => [Node],
  description: 'An introduction as the mediator who is asked sees it.',
})
export class OwnIntroduction extends AskedIntroduction {
  override readonly __typename = 'OwnIntroduction';

  @Field(() => String, { description: 'The time zone in which you are told times.' })
  timeZone!: string;

  @Field(() => Boolean, {
    description: 'True if you have a code name: then you are reached through the relay alone.',
  })
  pseudonymous!: boolean;

  @Field(() => Int, { description: 'How often the organizer has opened what you released.' })
  contactReads!: number;
}

export const OwnIntroductionResult = resultOf(OwnIntroduction);
