import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { NeedArgs } from '../matching/need.args.js';

@ArgsType()
export class NeedReportArgs extends NeedArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many nearly eligible ones; 20 where unstated.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Begin after this cursor.' })
  after?: string | null;
}

@ArgsType()
export class ExplainMatchArgs extends NeedArgs {
  @Field(() => ID, { description: 'Whose place is explained.' })
  mediatorId!: string;

  @Field(() => Int, {
    defaultValue: 10,
    description: 'How many count as the first, from 1 to 1000.',
  })
  top!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'In percent, from 1 to 100: how far each weight moves; 20 where unstated.',
  })
  delta?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many weightings are drawn, from 1 to 2000; 200 where unstated.',
  })
  samples?: number | null;
}

@ArgsType()
export class CompareArgs extends NeedArgs {
  @Field(() => ID, { description: 'A mediator.' })
  first!: string;

  @Field(() => ID, { description: 'Another mediator.' })
  second!: string;
}
