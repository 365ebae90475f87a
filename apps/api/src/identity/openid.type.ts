import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'The OpenID Connect service that the people of an organization sign in with.',
})
export class OpenIdProvider {
  readonly __typename = 'OpenIdProvider';

  @Field(() => String, { description: 'The issuer URL of the service.' })
  issuer!: string;

  @Field(() => String, {
    description: 'The client id under which Baraza is registered with the service.',
  })
  clientId!: string;

  @Field(() => [String], {
    description: 'Domains of the e-mail addresses that the organization answers for.',
  })
  domains!: string[];

  @Field(() => String, {
    description: 'The redirect URI to register with the service: it sends people back there.',
  })
  redirectUri!: string;

  @Field(() => String, {
    description: 'The page where people of the organization begin to sign in.',
  })
  signInUri!: string;
}
