import { randomBytes } from 'node:crypto';
import type { Database } from '#database';
import { askableMembers, type NetworkService } from '#directory';
import {
  type AccountService,
  type HeldRole,
  PUBLIC_VIEWER,
  type ReadyAccount,
  type Viewer,
} from '#identity';
import type { AgendaActor } from './agenda/agenda-actors.js';
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

/** Internal id of the woman who can sign in to the demo: the first of the first network who can be asked. */
export async function demoMember({
  database,
  networks,
}: Omit<DemoServices, 'accounts'>): Promise<string> {
  const network = await networks.bySlug(SHAPES[0]?.network.slug ?? '');
  const [id] = await askableMembers(database, network?.id ?? '', 1);
  if (id === undefined)
    throw new Error('The first network of the demo has nobody who can be asked.');
  return id;
}

/** The demo's users, and the same as viewers. */
export interface DemoStaff {
  readonly users: readonly DemoUser[];
  readonly organizer: Viewer;
  readonly administrator: Viewer;
  readonly mediator: Viewer;
  /** One of each network. */
  readonly coordinators: readonly Viewer[];
}

/** Ids of the organizations whose users are added: the one that the organizer asks for, and those of the agenda. */
export type DemoOrganizations = Readonly<Record<'office' | AgendaActor, string>>;

/**
 * Adds users of each kind, all or none, with passwords that are made here and kept nowhere.
 *
 * @throws ConflictError
 */
export async function addDemoUsers(
  demo: DemoServices,
  viewer: Viewer,
  organizations: DemoOrganizations,
): Promise<DemoStaff> {
  const drafts = await draftsOf(demo, organizations);
  const made = await demo.accounts.createReady(viewer, drafts);
  const users = drafts.map(({ what, email, password }, i) => ({
    what,
    email,
    password,
    totpSecret: made[i]?.totpSecret ?? null,
  }));
  const viewers = drafts.map((draft, i) => viewerOf(draft, made[i]?.id ?? ''));
  const of = (role: HeldRole['role']) => viewers.filter(({ grants }) => grants.includes(role));
  const [[organizer], [administrator], [mediator], coordinators] = [
    of('organizer'),
    of('administrator'),
    of('mediator'),
    of('coordinator'),
  ];
  if (!organizer || !administrator || !mediator)
    throw new Error('The demo has one user of each kind.');
  return { users, organizer, administrator, mediator, coordinators };
}

/** An account of the demo as it will be seen once it has signed in. */
function viewerOf({ roles, organizationId = null, mediatorId = null }: Draft, id: string): Viewer {
  const isVetted = roles.some(({ role }) => role !== 'mediator');
  return {
    ...PUBLIC_VIEWER,
    name: `user:${id}`,
    userId: id,
    grants: ['anyone', 'user', ...roles.map(({ role }) => role)],
    clearance: isVetted ? 'VETTED' : 'PUBLIC',
    networkIds: roles.flatMap(({ networkId }) => networkId ?? []),
    organizationId,
    mediatorId,
  };
}

async function draftsOf(
  { database, networks }: Omit<DemoServices, 'accounts'>,
  { office, state, region, women }: DemoOrganizations,
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
      organizationId: office,
    },
    {
      ...user('focal point of a state', 'focal-point', [{ role: 'focal-point', networkId: null }]),
      organizationId: state,
    },
    {
      ...user('focal point of a regional organization', 'focal-point.region', [
        { role: 'focal-point', networkId: null },
      ]),
      organizationId: region,
    },
    {
      ...user('organizer of a women’s organization', 'organizer.women', [
        { role: 'organizer', networkId: null },
      ]),
      organizationId: women,
    },
    {
      ...user('mediator with a profile of her own', 'mediator', [
        { role: 'mediator', networkId: null },
      ]),
      mediatorId: await demoMember({ database, networks }),
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
