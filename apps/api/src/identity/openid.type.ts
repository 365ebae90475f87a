import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'The OpenID Connect service that the people of an organization sign in with.',
})
export class OpenIdProvider {
  readonly __typename = 'OpenIdProvider';

  @Field(() => String, { description: 'The address that the issuer names itself by.' })
  issuer!: string;

  @Field(() => String, { description: 'Our name there.' })
  clientId!: string;

  @Field(() => [String], {
    description: 'Domains of the e-mail addresses that the organization vouches for.',
  })
  domains!: string[];

  @Field(() => String, {
    description: 'What the service has to know of us: where it sends people back to.',
  })
  redirectUri!: string;

  @Field(() => String, { description: 'Where the people of the organization begin to sign in.' })
  signInUri!: string;
}
