import type { AccountRole } from '#identity';
import type { Locale } from '#vocabulary';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { AccountRoleEnum, LocaleEnum } from '../graphql/enums.js';
import { IsPlainText } from '../graphql/is-plain-text.js';
import { LinkArgs } from './sign-in.args.js';
import { MaxCharacters } from '../graphql/max-characters.js';

const LONGEST_NAME = 200;
const LONGEST_EMAIL = 254;
const LONGEST_PASSWORD = 1_024;

@InputType({ description: 'Whom to invite to what.' })
export class InvitationInput {
  @Field(() => String, { description: 'Her address.' })
  @MaxCharacters(LONGEST_EMAIL)
  email!: string;

  @Field(() => AccountRoleEnum, { description: 'What she is to become.' })
  role!: AccountRole;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a coordinator: the network. Of a mediator: one that lists her.',
  })
  networkId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a mediator: the profile that is hers.' })
  mediatorId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of an organizer or focal point: whom she asks for.',
  })
  organizationId?: string | null;

  @Field(() => LocaleEnum, {
    nullable: true,
    description: 'Of the mail; that of the request where nothing is said.',
  })
  locale?: Locale | null;
}

@ArgsType()
export class AcceptInvitationArgs extends LinkArgs {
  @Field(() => String, { nullable: true, description: 'Her name, for a new account.' })
  @IsOptional()
  @MaxCharacters(LONGEST_NAME)
  @IsPlainText()
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a new account: 12 to 128 characters; common ones are refused.',
  })
  @IsOptional()
  @MaxCharacters(LONGEST_PASSWORD)
  password?: string | null;
}
