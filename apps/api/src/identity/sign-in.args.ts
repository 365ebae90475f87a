import { ArgsType, Field } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { MaxCharacters } from '../graphql/max-characters.js';

const LONGEST_EMAIL = 254;
/** In UTF-16, of which a character of a password may need several. */
const LONGEST_PASSWORD = 1_024;
const LONGEST_TOKEN = 200;

@ArgsType()
export class EmailArgs {
  @Field(() => String, { description: 'The address of the account, at most 254 characters.' })
  @MaxCharacters(LONGEST_EMAIL)
  email!: string;
}

@ArgsType()
export class SignInArgs extends EmailArgs {
  @Field(() => String, { description: 'The password of the account.' })
  @MaxCharacters(LONGEST_PASSWORD)
  password!: string;
}

@ArgsType()
export class SecondFactorArgs {
  @Field(() => String, {
    description: 'The `challenge` of SecondFactorRequired. It is good for five minutes.',
  })
  @MaxCharacters(LONGEST_TOKEN)
  challenge!: string;

  /** Of any length: whatever is no code of hers is wrong and nothing else. */
  @Field(() => String, {
    description:
      'The code of her authenticator, in digits of any script and with or without spaces, or a recovery code.',
  })
  @IsString()
  code!: string;
}

@ArgsType()
export class CodeArgs {
  /** Of any length: whatever is no code of hers is wrong and nothing else. */
  @Field(() => String, {
    description:
      'The code of her authenticator, in digits of any script and with or without spaces.',
  })
  @IsString()
  code!: string;
}

@ArgsType()
export class LinkArgs {
  @Field(() => String, { description: 'The token in the link of the mail: what follows the `#`.' })
  @MaxCharacters(LONGEST_TOKEN)
  token!: string;
}

@ArgsType()
export class PasswordByLinkArgs extends LinkArgs {
  @Field(() => String, {
    description: 'The new password: 12 to 128 characters, and not a common one.',
  })
  @MaxCharacters(LONGEST_PASSWORD)
  password!: string;
}

@ArgsType()
export class ChangePasswordArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The present password. Left out only if she has none yet.',
  })
  @IsOptional()
  @MaxCharacters(LONGEST_PASSWORD)
  currentPassword?: string | null;

  @Field(() => String, {
    description: 'The new password: 12 to 128 characters, and not a common one.',
  })
  @MaxCharacters(LONGEST_PASSWORD)
  newPassword!: string;
}

@ArgsType()
export class ReauthenticationArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The password of the account. Left out only if it has none.',
  })
  @IsOptional()
  @MaxCharacters(LONGEST_PASSWORD)
  password?: string | null;
}
