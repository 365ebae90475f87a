import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ description: 'How long one kind of data is kept.' })
export class RetentionRule {
  @Field(() => String, { description: 'The kind of data, in English.' })
  data!: string;

  @Field(() => [String], { description: 'The tables of the database that hold it.' })
  tables!: string[];

  @Field(() => String, { description: 'How long it is kept, in English.' })
  period!: string;

  @Field(() => String, { description: 'What it is kept for so long, in English.' })
  basis!: string;

  @Field(() => Boolean, {
    description:
      'True if the nightly job removes what has had its time. If not, nothing ends by time.',
  })
  expires!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many rows the next run removes. Null if nothing ends by time, and for 1 to 4 rows that could tell of a person.',
  })
  due!: number | null;
}

@ObjectType({ description: 'How long data is kept.' })
export class Retention {
  @Field(() => Instant, { description: 'When the job that removes data runs next, in UTC.' })
  nextRun!: string;

  @Field(() => [RetentionRule], { description: 'All kinds of data that this installation holds.' })
  rules!: RetentionRule[];
}
