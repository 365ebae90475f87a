import type { MemberMark, ProfileState } from '#directory';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { MemberMarkEnum, ProfileStateEnum } from '../graphql/enums/directory.js';

@ObjectType({ description: 'How many members have profiles in a state.' })
export class MemberStateCount {
  @Field(() => ProfileStateEnum, { description: 'The state of their profiles.' })
  state!: ProfileState;

  @Field(() => Int, { description: 'How many there are, by the filter without its states.' })
  count!: number;
}

@ObjectType({ description: 'Of how many members something is true.' })
export class MemberMarkCount {
  @Field(() => MemberMarkEnum, { description: 'What is true of them.' })
  mark!: MemberMark;

  @Field(() => Int, { description: 'How many would remain if the filter asked for this, too.' })
  count!: number;
}

@ObjectType({ description: 'How many members of a network there are of each kind.' })
export class MemberCounts {
  @Field(() => Int, { description: 'How many there are by the whole filter.' })
  total!: number;

  @Field(() => [MemberStateCount], { description: 'One count for each state, also where it is 0.' })
  states!: MemberStateCount[];

  @Field(() => [MemberMarkCount], { description: 'One count for each mark, also where it is 0.' })
  marks!: MemberMarkCount[];
}
