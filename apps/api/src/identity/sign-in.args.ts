import { ArgsType, Field } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { MaxCharacters } from '../graphql/max-characters.js';

const LONGEST_EMAIL = 254;
/** In UTF-16, of which a character of a password may need several. */
const LONGEST_PASSWORD = 1_024;
const LONGEST_TOKEN = 200;

@ArgsType()
export class EmailArgs {
  @Field(() => String, { description: 'Her address.' })
  @MaxCharacters(LONGEST_EMAIL)
  email!: string;
}

@ArgsType()
export class SignInArgs extends EmailArgs {
  @Field(() => String, { description: 'Her password.' })
  @MaxCharacters(LONGEST_PASSWORD)
  password!: string;
}

@ArgsType()
export class SecondFactorArgs {
  @Field(() => String, { description: 'Of `SecondFactorRequired`.' })
  @MaxCharacters(LONGEST_TOKEN)
  challenge!: string;

  /** Of any length: whatever is no code of hers is wrong and nothing else. */
  @Field(() => String, {
    description:
      'Of her authenticator, in digits of any script, with or without spaces; or a recovery code.',
  })
  @IsString()
  code!: string;
}

@ArgsType()
export class CodeArgs {
  /** Of any length: whatever is no code of hers is wrong and nothing else. */
  @Field(() => String, {
    description: 'Of her authenticator, in digits of any script, with or without spaces.',
  })
  @IsString()
  code!: string;
}

@ArgsType()
export class LinkArgs {
  @Field(() => String, { description: 'What stands in the link behind the `#`.' })
  @MaxCharacters(LONGEST_TOKEN)
  token!: string;
}

@ArgsType()
export class PasswordByLinkArgs extends LinkArgs {
  @Field(() => String, { description: '12 to 128 characters; common ones are refused.' })
  @MaxCharacters(LONGEST_PASSWORD)
  password!: string;
}

@ArgsType()
export class ChangePasswordArgs {
  @Field(() => String, { nullable: true, description: 'Left out only where she has none yet.' })
  @IsOptional()
  @MaxCharacters(LONGEST_PASSWORD)
  currentPassword?: string | null;

  @Field(() => String, { description: '12 to 128 characters; common ones are refused.' })
  @MaxCharacters(LONGEST_PASSWORD)
  newPassword!: string;
}

@ArgsType()
export class ReauthenticationArgs {
  @Field(() => String, { nullable: true, description: 'Left out only where she has none.' })
  @IsOptional()
  @MaxCharacters(LONGEST_PASSWORD)
  password?: string | null;
}
