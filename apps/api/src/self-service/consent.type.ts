import type { Channel, ConsentPurpose, HeardChannel } from '#directory';
import type { Locale } from '#vocabulary';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { ChannelEnum, ConsentPurposeEnum, HeardChannelEnum, LocaleEnum } from '../graphql/enums.js';
import { resultOf } from '../graphql/refusals.js';
import { Node } from '../graphql/node.type.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import { MaxCharacters } from '../graphql/max-characters.js';

@ObjectType({ description: 'A text that she is asked to agree to.' })
export class ConsentText {
  @Field(() => String, { description: 'A purpose, or WIDER_AUDIENCE.' })
  name!: string;

  @Field(() => String, { description: 'What a consent to it must name.' })
  version!: string;

  @Field(() => LocaleEnum, { description: 'Of the text.' })
  language!: Locale;

  @Field(() => String, { description: 'Plain text.' })
  text!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'That she agreed to a purpose, and whether it still stands.',
})
export class Consent extends Node {
  override readonly __typename = 'Consent';

  @Field(() => ConsentPurposeEnum, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'Of the text she agreed to.' })
  textVersion!: string;

  @Field(() => LocaleEnum, { nullable: true, description: 'In which she read it, where known.' })
  language!: Locale | null;

  @Field(() => ChannelEnum, { description: 'How she said it.' })
  channel!: Channel;

  @Field(() => Boolean, { description: 'She gave it here herself.' })
  byHerself!: boolean;

  @Field(() => String, { description: 'Who recorded it: an opaque name, or an import.' })
  recordedBy!: string;

  @Field(() => Day, { description: 'Day she said it (ISO 8601).' })
  givenOn!: string;

  @Field(() => Instant, { description: 'Moment it was recorded (ISO 8601).' })
  recordedAt!: string;

  @Field(() => Instant, { nullable: true, description: 'Moment it ended; null while it stands.' })
  withdrawnAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who ended it: an opaque name, or an import.',
  })
  withdrawnBy!: string | null;

  @Field(() => ChannelEnum, { nullable: true, description: 'How she said that it ends.' })
  withdrawnChannel!: Channel | null;

  @Field(() => String, { nullable: true, description: 'Where the proof lies.' })
  proof!: string | null;
}

@ObjectType({ description: 'All consents of a woman.' })
export class ConsentHistory {
  readonly __typename = 'ConsentHistory';

  @Field(() => [Consent], { description: 'Withdrawn ones too, the latest first.' })
  consents!: Consent[];
}

export const ConsentHistoryResult = resultOf(ConsentHistory);

const LONGEST_VERSION = 100;
const LONGEST_PROOF = 500;

@InputType({ description: 'What she agrees to.' })
export class GiveConsentInput {
  @Field(() => ConsentPurposeEnum, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'Of the text in force: see `consentTexts`.' })
  @MaxCharacters(LONGEST_VERSION)
  textVersion!: string;

  @Field(() => LocaleEnum, { description: 'In which she read it.' })
  language!: Locale;
}

@InputType({ description: 'What she takes back.' })
export class WithdrawConsentInput {
  @Field(() => ConsentPurposeEnum, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Field(() => ID, {
    nullable: true,
    description: 'For coordinators: whose it is. Absent: her own.',
  })
  @IsOptional()
  mediatorId?: string | null;

  @Field(() => HeardChannelEnum, {
    nullable: true,
    description: 'For coordinators: how she said it.',
  })
  @IsOptional()
  channel?: HeardChannel | null;
}

@InputType({ description: 'What a coordinator heard her agree to.' })
export class RecordConsentInput {
  @Field(() => ID, { description: 'Who agreed.' })
  mediatorId!: string;

  @Field(() => ConsentPurposeEnum, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Field(() => String, {
    description: 'Of the text she agreed to, for this purpose: see `consentTexts`.',
  })
  @MaxCharacters(LONGEST_VERSION)
  textVersion!: string;

  @Field(() => LocaleEnum, { nullable: true, description: 'In which she read it, where known.' })
  @IsOptional()
  language?: Locale | null;

  @Field(() => HeardChannelEnum, { description: 'How she said it.' })
  channel!: HeardChannel;

  @Field(() => Day, { description: 'Day she said it (ISO 8601).' })
  @MaxCharacters(10)
  givenOn!: string;

  @Field(() => String, { description: 'Where the proof lies, such as the number of the form.' })
  @MaxCharacters(LONGEST_PROOF)
  proof!: string;
}
