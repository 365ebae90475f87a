import { Field, Int, ObjectType } from '@nestjs/graphql';
import { GUESSED, resultOf } from '../graphql/refusals.js';

@ObjectType({
  description:
    'She is signed in. A refresh token came with the answer, in a cookie that scripts cannot read.',
})
export class SignedIn {
  readonly __typename = 'SignedIn';

  @Field(() => String, {
    description: 'The access token for the header `Authorization: Bearer …`.',
  })
  accessToken!: string;

  @Field(() => Int, {
    description: 'How many seconds the access token is good. Then call `refreshSession`.',
  })
  expiresIn!: number;
}

@ObjectType({
  description:
    'The first factor was right. Pass a code of her authenticator to `answerSecondFactor`.',
})
export class SecondFactorRequired {
  readonly __typename = 'SecondFactorRequired';

  @Field(() => String, {
    description: 'Identifies this sign-in. Pass it to `answerSecondFactor` within five minutes.',
  })
  challenge!: string;
}

export const SignInResult = resultOf(SignedIn, 'SignInResult', [SecondFactorRequired, ...GUESSED]);
export const SignedInResult = resultOf(SignedIn, 'SignedInResult', GUESSED);
