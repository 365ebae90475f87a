import { Field, ObjectType } from '@nestjs/graphql';
import { GUESSED, resultOf } from '../graphql/refusals.js';

@ObjectType({
  description: 'What an authenticator app needs to be set up. It is shown only this once.',
})
export class TotpEnrolment {
  readonly __typename = 'TotpEnrolment';

  @Field(() => String, { description: 'The secret in base32, for typing it into the app.' })
  secret!: string;

  @Field(() => String, { description: 'The `otpauth:` URI of the secret.' })
  uri!: string;

  @Field(() => String, { description: 'The URI as a QR code: an SVG image in a `data:` URI.' })
  qrCode!: string;
}

@ObjectType({ description: 'Codes to sign in with if the authenticator is lost. Each works once.' })
export class RecoveryCodes {
  readonly __typename = 'RecoveryCodes';

  @Field(() => [String], {
    description: 'The codes. They are shown only this once, so they belong on paper.',
  })
  codes!: string[];
}

export const TotpEnrolmentResult = resultOf(TotpEnrolment, 'TotpEnrolmentResult', GUESSED);
export const RecoveryCodesResult = resultOf(RecoveryCodes, 'RecoveryCodesResult', GUESSED);
