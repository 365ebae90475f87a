import type { Channel, ConsentPurpose, HeardChannel } from '#directory';
import type { Locale } from '#vocabulary';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { LocalizedText } from '../graphql/coded.type.js';
import { ChannelEnum, ConsentPurposeEnum, HeardChannelEnum } from '../graphql/enums/directory.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { resultOf } from '../graphql/refusals.js';
import { Node } from '../graphql/node.type.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import { MaxCharacters } from '../graphql/max-characters.js';

@ObjectType({ description: 'A text that a mediator is asked to agree to.' })
export class ConsentText {
  @Field(() => String, {
    description:
      'The purpose that the text is for; LINKED_ELSEWHERE (comparison with another directory), WIDER_AUDIENCE or RULED_OUT_IN_RANKINGS.',
  })
  name!: string;

  @Field(() => String, { description: 'The version of the text. A consent to it must name it.' })
  version!: string;

  @Field(() => LocaleEnum, { description: 'The language in which the text is written.' })
  language!: Locale;

  @Field(() => String, { description: 'The text, plain and without markup.' })
  text!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'The consent of a mediator to one purpose, in force or withdrawn.',
})
export class Consent extends Node {
  override readonly __typename = 'Consent';

  @Field(() => ConsentPurposeEnum, { description: 'The purpose that she agreed to.' })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'The version of the text that she agreed to.' })
  textVersion!: string;

  @Field(() => LocaleEnum, {
    nullable: true,
    description: 'The language in which she read the text. Null if it is not known.',
  })
  language!: Locale | null;

  @Field(() => [LocalizedText], {
    description:
      'The text that she agreed to: in the language in which she read it, or in every language if that is not known. Empty if it was no text of this service.',
  })
  texts!: LocalizedText[];

  @Field(() => ChannelEnum, { description: 'How she gave the consent.' })
  channel!: Channel;

  @Field(() => Boolean, { description: 'True if she gave it here herself.' })
  byHerself!: boolean;

  @Field(() => String, {
    description: 'The opaque name of the person who recorded it, or an import.',
  })
  recordedBy!: string;

  @Field(() => Day, { description: 'The day on which she gave it.' })
  givenOn!: string;

  @Field(() => Instant, { description: 'When it was recorded, in UTC.' })
  recordedAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was withdrawn, in UTC. Null while it is in force.',
  })
  withdrawnAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The opaque name of the person who recorded the withdrawal, or an import. Null while it is in force.',
  })
  withdrawnBy!: string | null;

  @Field(() => ChannelEnum, {
    nullable: true,
    description: 'How she withdrew it. Null while it is in force.',
  })
  withdrawnChannel!: Channel | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the proof is kept, such as the number of a form. Null if there is none.',
  })
  proof!: string | null;
}

@ObjectType({ description: 'All consents of a mediator, in force and withdrawn.' })
export class ConsentHistory {
  readonly __typename = 'ConsentHistory';

  @Field(() => [Consent], { description: 'The consents, withdrawn ones too, the latest first.' })
  consents!: Consent[];
}

export const ConsentHistoryResult = resultOf(ConsentHistory);

const LONGEST_VERSION = 100;
const LONGEST_PROOF = 500;

@InputType({ description: 'A consent that a mediator gives herself.' })
export class GiveConsentInput {
  @Field(() => ConsentPurposeEnum, { description: 'The purpose that she agrees to.' })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'The version of the text in force, from `consentTexts`.' })
  @MaxCharacters(LONGEST_VERSION)
  textVersion!: string;

  @Field(() => LocaleEnum, { description: 'The language in which she read the text.' })
  language!: Locale;
}

@InputType({ description: 'A consent that is withdrawn.' })
export class WithdrawConsentInput {
  @Field(() => ConsentPurposeEnum, { description: 'The purpose whose consent ends.' })
  purpose!: ConsentPurpose;

  @Field(() => ID, {
    nullable: true,
    description: "For coordinators: the id of the mediator. Absent for the viewer's own consent.",
  })
  @IsOptional()
  mediatorId?: string | null;

  @Field(() => HeardChannelEnum, {
    nullable: true,
    description: 'For coordinators: how she told them.',
  })
  @IsOptional()
  channel?: HeardChannel | null;
}

@InputType({ description: 'A consent that a mediator gave to a coordinator elsewhere.' })
export class RecordConsentInput {
  @Field(() => ID, { description: 'The id of the mediator who agreed.' })
  mediatorId!: string;

  @Field(() => ConsentPurposeEnum, { description: 'The purpose that she agreed to.' })
  purpose!: ConsentPurpose;

  @Field(() => String, {
    description:
      'The version of the text that she agreed to, for this purpose, from `consentTexts`.',
  })
  @MaxCharacters(LONGEST_VERSION)
  textVersion!: string;

  @Field(() => LocaleEnum, {
    nullable: true,
    description: 'The language in which she read the text, if it is known.',
  })
  @IsOptional()
  language?: Locale | null;

  @Field(() => HeardChannelEnum, { description: 'How she gave the consent.' })
  channel!: HeardChannel;

  @Field(() => Day, { description: 'The day on which she gave it.' })
  @MaxCharacters(10)
  givenOn!: string;

  @Field(() => String, {
    description: 'Where the proof is kept, such as the number of a form, at most 500 characters.',
  })
  @MaxCharacters(LONGEST_PROOF)
  proof!: string;
}
