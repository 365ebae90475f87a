import type { DeskDuty } from '#introductions';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { DeskDutyEnum } from '../introductions/introduction.enums.js';
import { WeekdayEnum, type Weekday } from '../graphql/enums/curation.js';

// The service checks what is written here, and names every problem by its path.

@InputType({ description: 'When and where the desk of your network answers.' })
export class StateDeskInput {
  @Field(() => String, { description: 'The slug of your network.' })
  network!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision that you read; null if nothing was stated. If the statement has changed since, the answer is Conflict.',
  })
  revision?: number | null;

  @Field(() => String, {
    description:
      'How the desk is reached, at most 500 characters: for example an e-mail address. Every verified organizer reads it.',
  })
  address!: string;

  @Field(() => String, {
    description: 'The time zone of the desk, as the IANA database names it: `Africa/Nairobi`.',
  })
  timeZone!: string;

  @Field(() => [WeekdayEnum], {
    description: 'The days on which the desk works. At least one.',
  })
  workingDays!: Weekday[];

  @Field(() => String, { description: 'When it opens, in its time zone: `09:00`.' })
  opens!: string;

  @Field(() => String, {
    description: 'When it closes on the same day, in its time zone: `17:00`.',
  })
  closes!: string;

  @Field(() => [String], {
    description: 'The languages in which it answers, as BCP 47 codes. At least one.',
  })
  languages!: string[];
}

@ArgsType()
export class AppointToDeskArgs {
  @Field(() => String, { description: 'The slug of the network.' })
  network!: string;

  @Field(() => ID, { description: 'The id of the account of a coordinator of the network.' })
  accountId!: string;

  @Field(() => [DeskDutyEnum], {
    description: 'Her duties from now on. An empty list takes all of them from her.',
  })
  duties!: DeskDuty[];
}
