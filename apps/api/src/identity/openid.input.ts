import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { IsPlainText } from '../graphql/is-plain-text.js';
import { MaxCharacters } from '../graphql/max-characters.js';

const LONGEST = 2_000;
const LONGEST_DOMAIN = 253;
const MOST_DOMAINS = 20;

@InputType({ description: 'Which of the organizations that an issuer serves is meant.' })
export class OpenIdTenantInput {
  @Field(() => String, {
    description: 'The name of the claim that tells organizations apart, such as `tid` or `hd`.',
  })
  @MaxCharacters(LONGEST)
  @IsPlainText()
  claim!: string;

  @Field(() => String, { description: 'The value of the claim for this organization.' })
  @MaxCharacters(LONGEST)
  @IsPlainText()
  value!: string;
}

@InputType({ description: 'The names of the claims in which the issuer tells who a person is.' })
export class OpenIdClaimsInput {
  @Field(() => String, {
    defaultValue: 'email',
    description: 'The name of the claim that holds her e-mail address.',
  })
  @MaxCharacters(LONGEST)
  @IsPlainText()
  email!: string;

  @Field(() => String, {
    defaultValue: 'email_verified',
    description:
      'The name of the claim that is true if the issuer has checked that the address is hers.',
  })
  @MaxCharacters(LONGEST)
  @IsPlainText()
  emailVerified!: string;

  @Field(() => String, {
    defaultValue: 'name',
    description: 'The name of the claim that holds her name.',
  })
  @MaxCharacters(LONGEST)
  @IsPlainText()
  name!: string;

  @Field(() => OpenIdTenantInput, {
    nullable: true,
    description:
      'For an issuer that serves many organizations: the claim and value that identify yours. People of all others are refused.',
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
  @Field(() => ID, {
    description: 'The id of the organization whose people sign in with the service.',
  })
  organizationId!: string;

  @Field(() => String, {
    description: 'The issuer URL of the service, as its discovery document states it.',
  })
  @MaxCharacters(LONGEST)
  issuer!: string;

  @Field(() => String, {
    description: 'The client id under which Baraza is registered with the service.',
  })
  @MaxCharacters(LONGEST)
  clientId!: string;

  @Field(() => String, {
    description: 'The client secret of Baraza with the service. It is never shown again.',
  })
  @MaxCharacters(LONGEST)
  clientSecret!: string;

  @Field(() => [String], {
    description: 'Domains of the e-mail addresses that the organization answers for, at most 20.',
  })
  @ArrayMaxSize(MOST_DOMAINS)
  @MaxCharacters(LONGEST_DOMAIN, { each: true })
  domains!: string[];

  @Field(() => OpenIdClaimsInput, {
    nullable: true,
    description: 'The names of the claims, if they are not the standard ones.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => OpenIdClaimsInput)
  claims?: OpenIdClaimsInput | null;
}
