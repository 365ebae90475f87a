import type { MemberMark, MemberSort, ProfileState } from '#directory';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { MemberMarkEnum, MemberSortEnum, ProfileStateEnum } from '../graphql/enums/directory.js';
import { PageArgs } from '../graphql/page.js';

@InputType({
  description: 'A filter of the members of a network. All parts that are stated must hold.',
})
export class MemberFilterInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The beginning of a name, at most 200 characters. Each word must begin a word of one of her names; accents and case do not matter.',
  })
  name?: string | null;

  @Field(() => [ProfileStateEnum], {
    nullable: true,
    description: 'Only profiles in one of these states. All if absent or empty.',
  })
  states?: ProfileState[] | null;

  @Field(() => [MemberMarkEnum], {
    nullable: true,
    description: 'Only members of whom all of these are true.',
  })
  marks?: MemberMark[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only members of whom this import said something new: the id of an `Import`, or an `importId` of `Profile.imports`.',
  })
  importId?: string | null;
}

@ArgsType()
export class MembersArgs extends PageArgs {
  @Field(() => String, { description: 'The slug of one of your networks.' })
  network!: string;

  @Field(() => MemberFilterInput, {
    nullable: true,
    description: 'Which members to list. All if absent.',
  })
  filter?: MemberFilterInput | null;

  @Field(() => MemberSortEnum, {
    nullable: true,
    description: 'The order of the list. Defaults to NAME.',
  })
  sort?: MemberSort | null;
}

@ArgsType()
export class MemberCountsArgs {
  @Field(() => String, { description: 'The slug of one of your networks.' })
  network!: string;

  @Field(() => MemberFilterInput, {
    nullable: true,
    description: 'Which members to count. All if absent.',
  })
  filter?: MemberFilterInput | null;
}
