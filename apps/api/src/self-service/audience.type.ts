import type { ProfileField } from '#directory';
import type { Audience } from '#identity';
import type { Locale } from '#vocabulary';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { AudienceEnum, LocaleEnum, ProfileFieldEnum } from '../graphql/enums.js';
import { resultOf } from '../graphql/refusals.js';
import { MaxCharacters } from '../graphql/max-characters.js';

@ObjectType({ description: 'Who sees one field of a profile.' })
export class FieldAudience {
  @Field(() => ProfileFieldEnum, { description: 'Which field.' })
  field!: ProfileField;

  @Field(() => AudienceEnum, {
    description: 'Who sees it now, unless the profile is pseudonymous.',
  })
  audience!: Audience;

  @Field(() => AudienceEnum, { description: 'Who sees it where she decides nothing.' })
  standard!: Audience;
}

@ObjectType({ description: 'Who sees which field of a profile.' })
export class Audiences {
  readonly __typename = 'Audiences';

  @Field(() => [FieldAudience], { description: 'One for each field.' })
  fields!: FieldAudience[];
}

export const AudiencesResult = resultOf(Audiences);

@InputType({ description: 'That she wants a field seen by more people than is standard.' })
export class WiderAudienceConsentInput {
  @Field(() => String, { description: 'Of the text WIDER_AUDIENCE in force: see `consentTexts`.' })
  @MaxCharacters(100)
  textVersion!: string;

  @Field(() => LocaleEnum, { description: 'In which she read it.' })
  language!: Locale;
}

@InputType({ description: 'Who shall see a field.' })
export class SetAudienceInput {
  @Field(() => ProfileFieldEnum, { description: 'Which field.' })
  field!: ProfileField;

  @Field(() => AudienceEnum, { description: 'Who shall see it.' })
  audience!: Audience;

  @Field(() => ID, {
    nullable: true,
    description: 'For coordinators, who may only narrow: whose it is. Absent: her own.',
  })
  @IsOptional()
  mediatorId?: string | null;

  @Field(() => WiderAudienceConsentInput, {
    nullable: true,
    description: 'Needed to show the field to more people than is standard.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => WiderAudienceConsentInput)
  consent?: WiderAudienceConsentInput | null;
}
