import { Field, ObjectType } from '@nestjs/graphql';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({
  implements: () => [Node],
  description: 'A session: a device or browser on which she is signed in.',
})
export class Session extends Node {
  override readonly __typename = 'Session';

  @Field(() => String, { description: 'The kind of device, such as `Firefox on Linux`.' })
  device!: string;

  @Field(() => Instant, { description: 'When she signed in, in UTC.' })
  createdAt!: string;

  @Field(() => Instant, { description: 'When the session was last renewed, in UTC.' })
  lastUsedAt!: string;

  @Field(() => Boolean, { description: 'True for the session that makes this request.' })
  current!: boolean;
}
