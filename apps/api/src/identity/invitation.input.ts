import type { AccountRole } from '#identity';
import type { Locale } from '#vocabulary';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { AccountRoleEnum } from '../graphql/enums/identity.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { IsPlainText } from '../graphql/is-plain-text.js';
import { LinkArgs } from './sign-in.args.js';
import { MaxCharacters } from '../graphql/max-characters.js';

const LONGEST_NAME = 200;
const LONGEST_EMAIL = 254;
const LONGEST_PASSWORD = 1_024;

@InputType({ description: 'Who is invited, and to which role.' })
export class InvitationInput {
  @Field(() => String, {
    description: 'The address that the invitation is sent to, at most 254 characters.',
  })
  @MaxCharacters(LONGEST_EMAIL)
  email!: string;

  @Field(() => AccountRoleEnum, { description: 'The role that the invited person will have.' })
  role!: AccountRole;

  @Field(() => ID, {
    nullable: true,
    description:
      'For a coordinator: the id of the network. For a mediator: the id of a network that lists her.',
  })
  networkId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For a mediator: the id of the profile that becomes hers.',
  })
  mediatorId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For an organizer or focal point: the id of the organization that she acts for.',
  })
  organizationId?: string | null;

  @Field(() => LocaleEnum, {
    nullable: true,
    description: 'The language of the mail. Defaults to that of the request.',
  })
  locale?: Locale | null;
}

@ArgsType()
export class InviteMembersArgs {
  @Field(() => String, { description: 'The slug of the network that lists them.' })
  network!: string;

  @Field(() => [ID], { description: 'The ids of their profiles, at most 200.' })
  ids!: string[];

  @Field(() => LocaleEnum, {
    nullable: true,
    description:
      'The language of the mails. If absent, each gets hers in the language that she knows best.',
  })
  @IsOptional()
  locale?: Locale | null;
}

@ArgsType()
export class AcceptInvitationArgs extends LinkArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'The name for a new account, at most 200 characters. Left out by somebody who is signed in.',
  })
  @IsOptional()
  @MaxCharacters(LONGEST_NAME)
  @IsPlainText()
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The password for a new account: 12 to 128 characters, and not a common one. Left out by somebody who is signed in.',
  })
  @IsOptional()
  @MaxCharacters(LONGEST_PASSWORD)
  password?: string | null;
}
