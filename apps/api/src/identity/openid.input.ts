import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { IsPlainText } from '../graphql/is-plain-text.js';
import { MaxCharacters } from '../graphql/max-characters.js';

const LONGEST = 2_000;
const LONGEST_DOMAIN = 253;
const MOST_DOMAINS = 20;

@InputType({ description: 'Which of the organizations that one issuer serves.' })
export class OpenIdTenantInput {
  @Field(() => String, { description: 'The claim that tells them apart, such as `tid` or `hd`.' })
  @MaxCharacters(LONGEST)
  @IsPlainText()
  claim!: string;

  @Field(() => String, { description: 'Its value for this organization.' })
  @MaxCharacters(LONGEST)
  @IsPlainText()
  value!: string;
}

@InputType({ description: 'What the issuer calls what we need to know of a person.' })
export class OpenIdClaimsInput {
  @Field(() => String, { defaultValue: 'email', description: 'Her e-mail address.' })
  @MaxCharacters(LONGEST)
  @IsPlainText()
  email!: string;

  @Field(() => String, {
    defaultValue: 'email_verified',
    description: 'True where the issuer has made sure that the address is hers.',
  })
  @MaxCharacters(LONGEST)
  @IsPlainText()
  emailVerified!: string;

  @Field(() => String, { defaultValue: 'name', description: 'Her name.' })
  @MaxCharacters(LONGEST)
  @IsPlainText()
  name!: string;

  @Field(() => OpenIdTenantInput, {
    nullable: true,
    description: 'For an issuer that serves many organizations: refuses the people of all others.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => OpenIdTenantInput)
  tenant?: OpenIdTenantInput | null;
}

@InputType({
  description: 'The OpenID Connect service that the people of an organization sign in with.',
})
export class OpenIdInput {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;

  @Field(() => String, { description: 'The address that the issuer names itself by.' })
  @MaxCharacters(LONGEST)
  issuer!: string;

  @Field(() => String, { description: 'Our name there.' })
  @MaxCharacters(LONGEST)
  clientId!: string;

  @Field(() => String, { description: 'Our secret there. It is never shown.' })
  @MaxCharacters(LONGEST)
  clientSecret!: string;

  @Field(() => [String], {
    description: 'Domains of the e-mail addresses that the organization vouches for.',
  })
  @ArrayMaxSize(MOST_DOMAINS)
  @MaxCharacters(LONGEST_DOMAIN, { each: true })
  domains!: string[];

  @Field(() => OpenIdClaimsInput, {
    nullable: true,
    description: 'Where they are not the standard ones.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => OpenIdClaimsInput)
  claims?: OpenIdClaimsInput | null;
}
