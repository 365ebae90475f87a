import type { OrganizationKind } from '#identity';
import { refusal } from '#messages';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateNested } from 'class-validator';
import { OrganizationKindEnum } from '../graphql/enums/identity.js';
import { IsPlainText } from '../graphql/is-plain-text.js';
import { MaxCharacters } from '../graphql/max-characters.js';

const LONGEST_NAME = 200;
const LONGEST_EMAIL = 254;

@InputType({ description: 'The organization that an organizer acts for.' })
export class OrganizationInput {
  @Field(() => String, { description: 'The name of the organization, at most 200 characters.' })
  @MaxCharacters(LONGEST_NAME)
  @IsPlainText()
  name!: string;

  @Field(() => OrganizationKindEnum, {
    description: 'The kind of organization, such as a state or the UN.',
  })
  kind!: OrganizationKind;

  @Field(() => String, {
    nullable: true,
    description: 'The country as an ISO 3166-1 alpha-2 code. Left out if it belongs to none.',
  })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { context: refusal('input.countryLetters') })
  country?: string | null;
}

@InputType({ description: 'An organizer who registers herself and her organization.' })
export class RegistrationInput {
  @Field(() => String, {
    description: 'The address that she will sign in with, at most 254 characters.',
  })
  @MaxCharacters(LONGEST_EMAIL)
  email!: string;

  @Field(() => String, { description: 'The name of the person, at most 200 characters.' })
  @MaxCharacters(LONGEST_NAME)
  @IsPlainText()
  name!: string;

  @Field(() => OrganizationInput, { description: 'The organization that she acts for.' })
  @ValidateNested()
  @Type(() => OrganizationInput)
  organization!: OrganizationInput;
}
