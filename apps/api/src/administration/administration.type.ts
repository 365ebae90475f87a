import { Field, Int, ObjectType } from '@nestjs/graphql';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'What verifying a part of the audit log found.' })
export class AuditCheck {
  readonly __typename = 'AuditCheck';

  @Field(() => Boolean, { description: 'True if nothing in the part was changed.' })
  whole!: boolean;

  @Field(() => Boolean, {
    description:
      'True if the end of the log was reached, or something is wrong. If not, ask again from `head`.',
  })
  complete!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The last entry that was verified, as NUMBER:HASH. Noted elsewhere, it proves later that nothing before it changed. Null if something is wrong.',
  })
  head!: string | null;

  @Field(() => Int, {
    description: 'The number of the last entry that was verified, or of the first that is wrong.',
  })
  entry!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong with that entry, as a sentence. Null if nothing is.',
  })
  problem!: string | null;
}

export const AuditCheckResult = resultOf(AuditCheck, 'AuditCheckResult');

@ObjectType({ description: 'A setting of this installation. Secrets have no value here.' })
export class Setting {
  @Field(() => String, { description: 'The environment variable.' })
  variable!: string;

  @Field(() => String, { description: 'What the setting decides.' })
  description!: string;

  @Field(() => String, { description: 'What holds if it is unset. Empty if nothing does.' })
  standard!: string;

  @Field(() => Boolean, { description: 'True if its value is a secret, which is never shown.' })
  secret!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What holds now. Null for a secret, and if nothing does.',
  })
  value!: string | null;
}

@ObjectType({ description: 'How the background jobs of one task stand.' })
export class TaskBacklog {
  @Field(() => String, { description: 'The name of the task, such as `search-sync`.' })
  task!: string;

  @Field(() => Int, { description: 'Jobs that run, or wait to run or to be tried again.' })
  waiting!: number;

  @Field(() => Int, {
    description: 'Jobs that failed so often that they are not tried again.',
  })
  givenUp!: number;

  @Field(() => Int, {
    description:
      'Seconds since the oldest job that nobody runs should have begun. 0 if none is late.',
  })
  lateSeconds!: number;
}
