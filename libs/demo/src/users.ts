import { randomBytes } from 'node:crypto';
import type { Database } from '#database';
import { firstShownMember, type NetworkService } from '#directory';
import type { AccountService, HeldRole, ReadyAccount, Viewer } from '#identity';
import { OFFICE } from './office.js';
import { SHAPES } from './shapes.js';

/** Somebody who can sign in to the demo. */
export interface DemoUser {
  /** What she may do, in words. */
  readonly what: string;
  readonly email: string;
  readonly password: string;
  /** For an authenticator, where her role needs one. */
  readonly totpSecret: string | null;
}

interface DemoServices {
  readonly database: Database;
  readonly networks: NetworkService;
  readonly accounts: AccountService;
}

type Draft = ReadyAccount & { readonly what: string };

/**
 * Adds one user of each kind, all or none, with passwords that are made here and kept nowhere.
 *
 * @param office the organization that the organizer asks for; a new one where there is none
 * @throws ConflictError
 */
export async function addDemoUsers(
  demo: DemoServices,
  viewer: Viewer,
  office: string | null,
): Promise<DemoUser[]> {
  const drafts = await draftsOf(demo, office);
  const made = await demo.accounts.createReady(viewer, drafts);
  return drafts.map(({ what, email, password }, i) => ({
    what,
    email,
    password,
    totpSecret: made[i]?.totpSecret ?? null,
  }));
}

async function draftsOf(
  { database, networks }: Omit<DemoServices, 'accounts'>,
  office: string | null,
): Promise<Draft[]> {
  const coordinators = await Promise.all(
    SHAPES.map(async ({ network: { slug } }) => {
      const networkId = (await networks.bySlug(slug))?.id ?? null;
      return user(`coordinator of ${slug}`, `coordinator.${slug}`, [
        { role: 'coordinator', networkId },
      ]);
    }),
  );
  return [
    user('administrator', 'administrator', [{ role: 'administrator', networkId: null }]),
    ...coordinators,
    {
      ...user('organizer of a verified organization', 'organizer', [
        { role: 'organizer', networkId: null },
      ]),
      ...(office === null ? { organization: OFFICE } : { organizationId: office }),
    },
    {
      ...user('focal point of a state', 'focal-point', [{ role: 'focal-point', networkId: null }]),
      organization: { name: 'Fictional Ministry (demo)', kind: 'state' },
    },
    {
      ...user('mediator with a profile of her own', 'mediator', [
        { role: 'mediator', networkId: null },
      ]),
      mediatorId: await firstShownMember(database, SHAPES[0]?.network.slug ?? ''),
    },
  ];
}

function user(what: string, local: string, roles: readonly HeldRole[]): Draft {
  return {
    what,
    email: `${local}@example.org`,
    name: `Fictional ${what}`,
    password: randomBytes(15).toString('base64url'),
    locale: 'en',
    roles,
    secondFactor: roles.some(({ role }) => role === 'administrator' || role === 'coordinator'),
  };
}
