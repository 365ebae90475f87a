import { Field, ObjectType } from '@nestjs/graphql';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ implements: () => [Node], description: 'One of her sign-ins that goes on.' })
export class Session extends Node {
  override readonly __typename = 'Session';

  @Field(() => String, { description: 'Roughly what she uses, such as `Firefox on Linux`.' })
  device!: string;

  @Field(() => Instant, { description: 'When she signed in (ISO 8601).' })
  createdAt!: string;

  @Field(() => Instant, { description: 'When it was last renewed (ISO 8601).' })
  lastUsedAt!: string;

  @Field(() => Boolean, { description: 'It is the one that asks.' })
  current!: boolean;
}
