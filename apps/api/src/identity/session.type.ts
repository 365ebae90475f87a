import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One of her sign-ins that goes on.' })
export class Session {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Roughly what she uses, such as `Firefox on Linux`.' })
  device!: string;

  @Field(() => String, { description: 'When she signed in (ISO 8601).' })
  createdAt!: string;

  @Field(() => String, { description: 'When it was last renewed (ISO 8601).' })
  lastUsedAt!: string;

  @Field(() => Boolean, { description: 'It is the one that asks.' })
  current!: boolean;
}
