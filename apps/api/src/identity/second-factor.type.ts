import { Field, ObjectType } from '@nestjs/graphql';
import { GUESSED, resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'What an authenticator is set up with. It is shown once.' })
export class TotpEnrolment {
  readonly __typename = 'TotpEnrolment';

  @Field(() => String, { description: 'In base32, for typing.' })
  secret!: string;

  @Field(() => String, { description: 'The `otpauth:` address.' })
  uri!: string;

  @Field(() => String, { description: 'The same as a QR code: an SVG image as a `data:` address.' })
  qrCode!: string;
}

@ObjectType({ description: 'Codes for when the authenticator is lost: each works once.' })
export class RecoveryCodes {
  readonly __typename = 'RecoveryCodes';

  @Field(() => [String], { description: 'They are shown once: keep them on paper.' })
  codes!: string[];
}

export const TotpEnrolmentResult = resultOf(TotpEnrolment, 'TotpEnrolmentResult', GUESSED);
export const RecoveryCodesResult = resultOf(RecoveryCodes, 'RecoveryCodesResult', GUESSED);
