import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { NeedArgs } from '../matching/need.args.js';

@ArgsType()
export class NeedReportArgs extends NeedArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many nearly eligible candidates to return. Defaults to 20.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Return what follows this cursor.' })
  after?: string | null;
}

@ArgsType()
export class ExplainMatchArgs extends NeedArgs {
  @Field(() => ID, { description: 'The id of the mediator whose place is to be explained.' })
  mediatorId!: string;

  @Field(() => Int, {
    defaultValue: 10,
    description: 'How many places count as the first, from 1 to 1000.',
  })
  top!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'How far each weight varies for `stability`, in percent from 1 to 100. Defaults to 20.',
  })
  delta?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many sets of weights to draw for `stability`, from 1 to 2000. Defaults to 200.',
  })
  samples?: number | null;
}

@ArgsType()
export class CompareArgs extends NeedArgs {
  @Field(() => ID, { description: 'The id of one of the two mediators.' })
  first!: string;

  @Field(() => ID, { description: 'The id of the other mediator. It must differ from `first`.' })
  second!: string;
}
