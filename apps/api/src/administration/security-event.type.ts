import type { SecurityEventKind } from '#identity';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import { SecurityEventKindEnum } from '../graphql/enums/identity.js';
import { PageArgs } from '../graphql/page.js';

@ArgsType()
export class SecurityEventsArgs extends PageArgs {
  @Field(() => [SecurityEventKindEnum], {
    nullable: true,
    description: 'Only what was refused for one of these reasons. All if absent.',
  })
  kinds?: SecurityEventKind[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of an account: only what was refused to it, and tries to sign in to it. All if absent.',
  })
  accountId?: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The first day to look at, in UTC. 30 days ago if absent.',
  })
  since?: string | null;
}

@ObjectType({
  description:
    'What somebody was refused in one minute. It holds no argument, no id of what was asked for, and not from where.',
})
export class SecurityEvent {
  @Field(() => Instant, {
    description: 'The beginning of the minute, in UTC; that of the day if `operation` is null.',
  })
  at!: string;

  @Field(() => SecurityEventKindEnum, { description: 'For which reason it was refused.' })
  kind!: SecurityEventKind;

  @Field(() => String, {
    description: 'Who asked, as the audit log names her: `public` if nobody had signed in.',
  })
  actor!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What was asked for: a field of the schema, or a method and the pattern of an address. Null for the rest of a day in which it was refused in more than a hundred lines.',
  })
  operation!: string | null;

  @Field(() => Int, { description: 'How often, in this minute.' })
  count!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the account that somebody tried to sign in to, or else that asked. Null if there is none, or no longer.',
  })
  accountId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the person to whom that account belongs.',
  })
  accountName!: string | null;
}

@ObjectType({ description: 'What was refused on a page, with its cursor.' })
export class SecurityEventEdge extends EdgeOf(SecurityEvent) {}

@ObjectType({ description: 'A page of what was refused, the latest first.' })
export class SecurityEventConnection extends ConnectionOf(SecurityEventEdge) {}
