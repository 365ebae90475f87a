import { Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import type { Flow } from './flow.js';
import { OpenIdRefusedError, OpenIdUnavailableError } from './openid-errors.js';
import type { Claims } from './vouched-person.js';

/** We as the client of an issuer. */
export interface Registration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const PATIENCE_S = 10;
/** Asked anew so often: what an issuer says of itself seldom changes. */
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 500;
const NO_ANSWER: ReadonlySet<string> = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);

interface Known {
  readonly config: Promise<openid.Configuration>;
  readonly until: number;
}

/** OpenID Connect with one issuer after the other: authorization code with PKCE, state and nonce. */
@Injectable()
export class RelyingParty {
  private readonly known = new Map<string, Known>();

  /** Reads what the issuer says of itself. @throws OpenIdUnavailableError */
  async discover(registration: Registration): Promise<void> {
    await this.configurationOf(registration);
  }

  /** Where the browser goes to sign in, and what its answer must fit. */
  async begin(
    registration: Registration,
    organizationId: string,
    redirectUri: string,
  ): Promise<{ readonly flow: Flow; readonly address: string }> {
    const config = await this.configurationOf(registration);
    const flow = {
      organizationId,
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { flow, address: address.href };
  }

  /**
   * What the issuer says of whoever signed in, from an ID token whose signature, issuer, audience, times
   * and nonce are right. Its other claims are asked for where the token lacks `needed`.
   *
   * @param answer our own address that the browser was sent back to, with its query
   * @throws OpenIdRefusedError, OpenIdUnavailableError
   */
  async finish(
    registration: Registration,
    flow: Flow,
    answer: URL,
    needed: string,
  ): Promise<Claims & { readonly iss: string; readonly sub: string }> {
    const config = await this.configurationOf(registration);
    return orRefused(async () => {
      const tokens = await openid.authorizationCodeGrant(config, answer, {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new OpenIdRefusedError('unconfirmed');
      if (needed in claims || !config.serverMetadata().userinfo_endpoint) return claims;
      const more = await openid.fetchUserInfo(config, tokens.access_token, claims.sub);
      return { ...more, ...claims };
    });
  }

  private async configurationOf(registration: Registration): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = registration;
    const name = JSON.stringify([issuer, clientId, clientSecret]);
    const found = this.known.get(name);
    if (found && found.until > Date.now()) return found.config;
    if (this.known.size >= MOST_KEPT) this.known.clear();
    // Those who come while it is being asked wait for the one answer; a failure is not kept.
    const config = orUnavailable(() => configure(registration)).catch((error: unknown) => {
      this.known.delete(name);
      throw error;
    });
    this.known.set(name, { config, until: Date.now() + KEPT_MS });
    return config;
  }
}

async function configure({
  issuer,
  clientId,
  clientSecret,
}: Registration): Promise<openid.Configuration> {
  const insecure = new URL(issuer).protocol === 'http:' ? [openid.allowInsecureRequests] : [];
  const found = await openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: PATIENCE_S,
    execute: insecure,
  });
  const metadata = found.serverMetadata();
  // The library lets some issuers answer for others, such as one for all tenants: here each is one.
  if (new URL(metadata.issuer).href !== new URL(issuer).href) throw new OpenIdUnavailableError();
  // An issuer that does not say how clients show their secret takes it so (OpenID Connect Discovery, 3).
  const ways = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const show = ways.includes('client_secret_basic')
    ? openid.ClientSecretBasic(clientSecret)
    : openid.ClientSecretPost(clientSecret);
  const config = new openid.Configuration(metadata, clientId, clientSecret, show);
  config.timeout = PATIENCE_S;
  // The signature of the ID token too, and not only the connection it comes by.
  for (const apply of [openid.enableNonRepudiationChecks, ...insecure]) apply(config);
  return config;
}

async function orUnavailable<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    // Nothing of it is kept: it holds what the service wrote.
    throw new OpenIdUnavailableError();
  }
}

/** Nothing of the library's errors is kept: they hold codes, tokens and what the service wrote. */
async function orRefused<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof OpenIdRefusedError) throw error;
    const { code } = error as { code?: unknown };
    // What the service answered and is not taken has a code; what never came has none, or one of these.
    const answered = typeof code === 'string' && !NO_ANSWER.has(code);
    throw answered ? new OpenIdRefusedError('unconfirmed') : new OpenIdUnavailableError();
  }
}
