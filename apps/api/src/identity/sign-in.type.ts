import { Field, Int, ObjectType } from '@nestjs/graphql';
import { GUESSED, resultOf } from '../graphql/refusals.js';

@ObjectType({
  description:
    'She is signed in. A refresh token came with it, in a cookie that scripts cannot read.',
})
export class SignedIn {
  readonly __typename = 'SignedIn';

  @Field(() => String, { description: 'For the header `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field(() => Int, { description: 'It is good for so many seconds: then `refreshSession`.' })
  expiresIn!: number;
}

@ObjectType({
  description: 'The first factor was right; now the code of her authenticator is due.',
})
export class SecondFactorRequired {
  readonly __typename = 'SecondFactorRequired';

  @Field(() => String, { description: 'For `answerSecondFactor`, within five minutes.' })
  challenge!: string;
}

export const SignInResult = resultOf(SignedIn, 'SignInResult', [SecondFactorRequired, ...GUESSED]);
export const SignedInResult = resultOf(SignedIn, 'SignedInResult', GUESSED);
