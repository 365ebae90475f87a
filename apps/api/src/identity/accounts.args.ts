import type { AccountRole, AccountState, OrganizationState } from '#identity';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import {
  AccountRoleEnum,
  AccountStateEnum,
  OrganizationStateEnum,
} from '../graphql/enums/identity.js';
import { MaxCharacters } from '../graphql/max-characters.js';
import { PageArgs } from '../graphql/page.js';

const LONGEST_SEARCH = 254;

@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'An address, or the beginning of a name: each word must begin a word of the name. At most 254 characters.',
  })
  @IsOptional()
  @MaxCharacters(LONGEST_SEARCH)
  search?: string | null;

  @Field(() => [AccountStateEnum], {
    nullable: true,
    description: 'Only accounts in one of these states. All if absent.',
  })
  states?: AccountState[] | null;

  @Field(() => [AccountRoleEnum], {
    nullable: true,
    description: 'Only accounts that have one of these roles. All if absent.',
  })
  roles?: AccountRole[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only coordinators of the network with this slug.',
  })
  network?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only accounts of the organization with this id.',
  })
  organizationId?: string | null;
}

@ArgsType()
export class OrganizationsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'The beginning of a name: each word must begin a word of the name. At most 254 characters.',
  })
  @IsOptional()
  @MaxCharacters(LONGEST_SEARCH)
  search?: string | null;

  @Field(() => [OrganizationStateEnum], {
    nullable: true,
    description: 'Only organizations in one of these states. All if absent.',
  })
  states?: OrganizationState[] | null;
}

@ArgsType()
export class TakeRoleArgs {
  @Field(() => ID, { description: 'The id of the account that loses the role.' })
  id!: string;

  @Field(() => AccountRoleEnum, { description: 'The role that is taken away.' })
  role!: AccountRole;

  @Field(() => String, {
    nullable: true,
    description: 'For a coordinator: the slug of the network that she no longer coordinates.',
  })
  network?: string | null;
}
