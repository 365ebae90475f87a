import type { ProfileField } from '#directory';
import type { Audience } from '#identity';
import type { Locale } from '#vocabulary';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { AudienceEnum } from '../graphql/enums/identity.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { ProfileFieldEnum } from '../graphql/enums/directory.js';
import { resultOf } from '../graphql/refusals.js';
import { MaxCharacters } from '../graphql/max-characters.js';

@ObjectType({ description: 'Who sees one field of a profile.' })
export class FieldAudience {
  @Field(() => ProfileFieldEnum, { description: 'The field whose audience this is.' })
  field!: ProfileField;

  @Field(() => AudienceEnum, {
    description: 'Who sees the field now, unless the profile is pseudonymous.',
  })
  audience!: Audience;

  @Field(() => AudienceEnum, { description: 'Who sees the field if the mediator decides nothing.' })
  standard!: Audience;
}

@ObjectType({ description: 'Who sees which field of a profile.' })
export class Audiences {
  readonly __typename = 'Audiences';

  @Field(() => [FieldAudience], { description: 'One entry for each field that has an audience.' })
  fields!: FieldAudience[];
}

export const AudiencesResult = resultOf(Audiences);

@InputType({ description: 'Her consent that more people see a field than is standard.' })
export class WiderAudienceConsentInput {
  @Field(() => String, {
    description: 'The version of the text WIDER_AUDIENCE in force, from `consentTexts`.',
  })
  @MaxCharacters(100)
  textVersion!: string;

  @Field(() => LocaleEnum, { description: 'The language in which she read the text.' })
  language!: Locale;
}

@InputType({ description: 'Who is to see a field of a profile.' })
export class SetAudienceInput {
  @Field(() => ProfileFieldEnum, { description: 'The field whose audience is set.' })
  field!: ProfileField;

  @Field(() => AudienceEnum, { description: 'Who is to see the field from now on.' })
  audience!: Audience;

  @Field(() => ID, {
    nullable: true,
    description:
      "For coordinators, who may only narrow an audience: the id of the mediator. Absent for the viewer's own profile.",
  })
  @IsOptional()
  mediatorId?: string | null;

  @Field(() => WiderAudienceConsentInput, {
    nullable: true,
    description: 'Her consent, needed only to show the field to more people than is standard.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => WiderAudienceConsentInput)
  consent?: WiderAudienceConsentInput | null;
}
