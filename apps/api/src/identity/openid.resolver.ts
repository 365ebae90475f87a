import {
  OpenIdProviderService,
  type ClaimNames,
  type ProviderDraft,
  type ProviderView,
  type Viewer,
} from '#identity';
import { Args, ID, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { readIdOf } from '../graphql/global-id.js';
import { RefusableMutation, resultOf } from '../graphql/refusals.js';
import { done, DoneResult, type Done } from './done.type.js';
import { OpenIdInput, type OpenIdClaimsInput } from './openid.input.js';
import { OpenIdProvider } from './openid.type.js';

const OpenIdProviderResult = resultOf(OpenIdProvider);

@Resolver()
export class OpenIdResolver {
  constructor(private readonly providers: OpenIdProviderService) {}

  @RefusableMutation(() => OpenIdProviderResult, {
    description:
      'Sets or changes the OpenID Connect service that the people of an organization sign in with. For administrators.',
  })
  async configureOpenId(
    @Args('input', { description: 'The organization and its sign-in service.' }) input: OpenIdInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OpenIdProvider> {
    return toOpenIdProvider(await this.providers.configure(viewer, toDraft(input)));
  }

  @RefusableMutation(() => DoneResult, {
    description: 'Removes the sign-in service of an organization. For administrators.',
  })
  async removeOpenId(
    @Args('organizationId', {
      type: () => ID,
      description: 'The id of the organization whose sign-in service is removed.',
    })
    organizationId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Done> {
    await this.providers.remove(viewer, readIdOf('Organization', organizationId, 'organizationId'));
    return done('Its people sign in here as others do from now on.');
  }
}

function toDraft(input: OpenIdInput): ProviderDraft {
  const { organizationId, issuer, clientId, clientSecret, domains, claims } = input;
  return {
    organizationId: readIdOf('Organization', organizationId, 'organizationId'),
    issuer,
    clientId,
    clientSecret,
    domains,
    claims: claims ? toClaimNames(claims) : undefined,
  };
}

function toClaimNames({ email, emailVerified, name, tenant }: OpenIdClaimsInput): ClaimNames {
  return { email, emailVerified, name, tenant: tenant ?? null };
}

function toOpenIdProvider(view: ProviderView): OpenIdProvider {
  const { issuer, clientId, domains, redirectUri, signInUri } = view;
  return {
    __typename: 'OpenIdProvider',
    issuer,
    clientId,
    domains: [...domains],
    redirectUri,
    signInUri,
  };
}
