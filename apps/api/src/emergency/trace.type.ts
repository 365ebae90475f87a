import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Day, Instant } from '../graphql/days.scalar.js';

@ObjectType({
  description: 'One thing that an account did or looked at, as the audit log has it.',
})
export class TraceEntry {
  @Field(() => Int, { description: 'Its number in the audit log.' })
  number!: number;

  @Field(() => Instant, { description: 'When it was done, in UTC.' })
  at!: string;

  @Field(() => String, { description: 'What was done, such as `contact.view`.' })
  action!: string;

  @Field(() => String, { description: 'The kind of what it was done to, such as `mediator`.' })
  subjectKind!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'To what it was done: the id of a Mediator, else the key under which the log knows it. Null if there is no one subject, if she was erased, or if it is the mediator whose own account it is.',
  })
  subjectId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, if a purpose had to be stated.',
  })
  purpose!: string | null;
}

@ObjectType({ description: 'An entry of the audit log on a page, with its cursor.' })
export class TraceEntryEdge extends EdgeOf(TraceEntry) {}

@ObjectType({ description: 'A page of what was done from an account, the oldest first.' })
export class AccountTraceConnection extends ConnectionOf(TraceEntryEdge) {
  @Field(() => Day, { description: 'The first day that was looked at, in UTC.' })
  since!: string;

  @Field(() => Int, { description: 'How many women all entries since then concern.' })
  women!: number;
}
