import type { OrganizationKind } from '#identity';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateNested } from 'class-validator';
import { OrganizationKindEnum } from '../graphql/enums.js';
import { IsPlainText } from '../graphql/is-plain-text.js';
import { MaxCharacters } from '../graphql/max-characters.js';

const LONGEST_NAME = 200;
const LONGEST_EMAIL = 254;

@InputType({ description: 'Whom an organizer asks for.' })
export class OrganizationInput {
  @Field(() => String, { description: 'Its name.' })
  @MaxCharacters(LONGEST_NAME)
  @IsPlainText()
  name!: string;

  @Field(() => OrganizationKindEnum, { description: 'What it is.' })
  kind!: OrganizationKind;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2, where it is of one.' })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/, { message: 'This is two capital letters, such as KE' })
  country?: string | null;
}

@InputType({ description: 'An organizer who registers herself.' })
export class RegistrationInput {
  @Field(() => String, { description: 'The address that she will sign in with.' })
  @MaxCharacters(LONGEST_EMAIL)
  email!: string;

  @Field(() => String, { description: 'Her name.' })
  @MaxCharacters(LONGEST_NAME)
  @IsPlainText()
  name!: string;

  @Field(() => OrganizationInput, { description: 'Whom she asks for.' })
  @ValidateNested()
  @Type(() => OrganizationInput)
  organization!: OrganizationInput;
}
