import { randomUUID } from 'node:crypto';
import {
  Argon2Hasher,
  OPERATOR,
  systemViewer,
  type AccountRole,
  type NewOrganization,
  type Tokens,
} from '#identity';
import type { Services } from './services.js';

/** argon2id with next to no work: tests that are not about its work sign in often. */
export const FAST_HASHER = new Argon2Hasher({ memoryCost: 64, timeCost: 1, parallelism: 1 });

export const PASSWORD = 'grain boats under seven bridges';
export const ORGANIZATION: NewOrganization = {
  name: 'Ministry of Peace',
  kind: 'state',
  country: 'KE',
};

/** Whom a test wants. */
export interface Who {
  /** Her address; one of her own where nothing is said. */
  readonly email?: string;
  readonly role?: AccountRole;
  /** Slugs of the networks that she coordinates; they must be there. */
  readonly networks?: readonly string[];
  /** Her own profile, for a mediator. */
  readonly mediatorId?: string;
  /** Of an organizer or focal point; verified where nothing is said. */
  readonly organization?: 'verified' | 'pending' | 'suspended';
  /** Shown in her session; where nothing is said, she has done whatever her role needs. */
  readonly secondFactor?: boolean;
}

export interface TestAccount {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

/** Makes an account through the services, with an address of its own. */
export async function makeAccount(
  services: Pick<Services, 'identity' | 'networks' | 'database'>,
  {
    email = `${randomUUID()}@example.org`,
    role,
    networks = [],
    mediatorId,
    organization = 'verified',
  }: Who = {},
): Promise<TestAccount> {
  const found = await Promise.all(networks.map((slug) => services.networks.bySlug(slug)));
  const networkIds = found.map((network) => network?.id ?? 'no such network');
  const roles =
    role === undefined
      ? []
      : role === 'coordinator'
        ? networkIds.map((networkId) => ({ role, networkId }))
        : [{ role, networkId: null }];
  const asks = role === 'organizer' || role === 'focal-point';
  const [made] = await services.identity.accounts.createReady(systemViewer('test'), [
    {
      email,
      name: 'Test Person',
      password: PASSWORD,
      locale: 'en',
      mediatorId: mediatorId ?? null,
      organizationId: asks ? await makeOrganization(services, organization) : null,
      roles,
      secondFactor: false,
    },
  ]);
  return { id: made?.id ?? '', email, password: PASSWORD };
}

/** Begins a session of an account without asking for anything. */
export async function openSession(
  { identity, database }: Pick<Services, 'identity' | 'database'>,
  accountId: string,
  secondFactor = true,
): Promise<Tokens> {
  const device = 'A test';
  const session = await database.transaction((tx) =>
    identity.sessions.begin(tx, systemViewer('test'), { accountId, secondFactor, device }),
  );
  return identity.sessions.tokensOf(session);
}

async function makeOrganization(
  { identity, database }: Pick<Services, 'identity' | 'database'>,
  state: 'verified' | 'pending' | 'suspended',
): Promise<string> {
  const { id } = await identity.organizations.create(OPERATOR, ORGANIZATION);
  await database.query('UPDATE organization SET state = $2 WHERE id = $1', [id, state]);
  return id;
}
