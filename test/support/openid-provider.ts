import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the provider says of its user. */
export interface TestPerson {
  sub: string;
  [claim: string]: unknown;
}

/** A real OpenID Connect provider on loopback, whose user signs in without being asked. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next. */
  person: TestPerson;
  /** Goes where a browser would be sent, until the provider sends it back to the client. */
  signIn(address: string): Promise<URL>;
  /** Tells the provider where answers may go. */
  allow(redirectUri: string): void;
  close(): Promise<void>;
}

const CLIENT_ID = 'baraza';
const CLIENT_SECRET = 'MARKER-client-secret-of-tests';

export async function startProvider(person: TestPerson): Promise<TestProvider> {
  const redirectUris: string[] = ['http://127.0.0.1:1/none'];
  const people = new Map<string, TestPerson>();
  let handle = (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(503).end();
  };
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const make = (): Provider => {
    const provider: Provider = new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT_ID,
          client_secret: CLIENT_SECRET,
          redirect_uris: [...redirectUris],
        },
      ],
      claims: {
        openid: ['sub', 'tid'],
        email: ['email', 'email_verified', 'checked_mail'],
        profile: ['name'],
      },
      cookies: { keys: ['test'] },
      features: { devInteractions: { enabled: false } },
      findAccount: (_ctx, sub) => ({
        accountId: sub,
        claims: () => ({ ...people.get(sub), sub }),
      }),
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      loadExistingGrant: async ({ oidc }) => {
        const grant = new provider.Grant({
          accountId: oidc.session?.accountId,
          clientId: oidc.client?.clientId,
        });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
    const callback = provider.callback();
    handle = (request, response) => {
      if (!request.url?.startsWith('/interaction/')) {
        void callback(request, response);
        return;
      }
      people.set(test.person.sub, test.person);
      const login = { accountId: test.person.sub };
      void provider.interactionFinished(request, response, { login });
    };
    return provider;
  };

  const test: TestProvider = {
    issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    person,
    signIn: async (address) => follow(address, redirectUris),
    allow: (redirectUri) => {
      redirectUris.push(redirectUri);
      make();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  make();
  return test;
}

/** A browser that knows redirects and cookies, and stops where the client's own address begins. */
async function follow(start: string, ends: readonly string[]): Promise<URL> {
  const cookies = new Map<string, string>();
  let address = start;
  for (let i = 0; i < 10; i += 1) {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    await response.arrayBuffer();
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`The provider answered ${response.status}.`);
    address = new URL(location, address).href;
    if (ends.some((end) => address.startsWith(end))) return new URL(address);
  }
  throw new Error('The provider redirects without end.');
}
