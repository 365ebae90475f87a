import type { INestApplicationContext } from '@nestjs/common';
import { Database, JobRunner } from '#database';
import { memberOf, NetworkService } from '#directory';
import {
  ACCOUNT_ROLES,
  OPERATOR,
  ORGANIZATION_KINDS,
  type AccountRole,
  type OrganizationKind,
  type Target,
  AccountService,
  InvitationService,
  SecondFactorService,
  SigningKeys,
  OrganizationService,
} from '#identity';
import { LOCALES, type Locale } from '#vocabulary';
import { confirm } from '../confirm.js';
import { CommandFailure } from '#runtime';
import { withApplication } from '../with-application.js';

export interface AdminOptions {
  readonly email: string;
  readonly name?: string;
  readonly another?: boolean;
}

const ONCE = 'This link creates the account. It works once, within seven days:';

export interface InviteOptions {
  readonly email: string;
  readonly role: string;
  readonly name?: string;
  readonly network?: string;
  readonly member?: string;
  readonly organization?: string;
  readonly kind: string;
  readonly locale: string;
  readonly byHand?: boolean;
}

/** Prints the link of the first administrator; nothing is mailed. */
export async function createAdmin({ email, name, another = false }: AdminOptions): Promise<void> {
  await withApplication(async (app) => {
    if (!another && (await app.get(AccountService).hasAdministrator(OPERATOR))) {
      throw new CommandFailure(
        'There is an administrator already: let her invite others, or add --another.',
      );
    }
    const link = await app.get(InvitationService).inviteByHand(OPERATOR, {
      email,
      name,
      locale: 'en',
      role: 'administrator',
      networkId: null,
      mediatorId: null,
      organizationId: null,
    });
    console.log(`${ONCE}\n${link}`);
  });
}

/** Sends an invitation to any role, or prints it to be handed over. */
export async function invite(options: InviteOptions): Promise<void> {
  const role = oneOf<AccountRole>('--role', options.role, ACCOUNT_ROLES);
  const kind = oneOf<OrganizationKind>('--kind', options.kind, ORGANIZATION_KINDS);
  const locale = oneOf<Locale>('--locale', options.locale, LOCALES);
  await withApplication(async (app) => {
    const target = await targetOf(app, role, kind, options);
    const { email, name } = options;
    const invitation = { email, name, locale, ...target };
    if (options.byHand) {
      const link = await app.get(InvitationService).inviteByHand(OPERATOR, invitation);
      console.log(`Nothing is mailed. ${ONCE}\n${link}`);
      return;
    }
    await app.get(InvitationService).invite(OPERATOR, invitation);
    await app.get(JobRunner).drain();
    console.log(`Invited as ${role}.`);
  });
}

/** For whoever lost authenticator and recovery codes: above all the only administrator. */
export async function removeSecondFactor({
  email,
  yes,
}: {
  readonly email: string;
  readonly yes?: boolean;
}): Promise<void> {
  await withApplication(async (app) => {
    const jobs = app.get(JobRunner);
    const id = await app.get(AccountService).idOf(OPERATOR, email);
    await confirm({ question: `Remove the second factor of the account of ${email}?`, yes });
    await app.get(SecondFactorService).remove(OPERATOR, id);
    await jobs.drain();
    console.log(
      'Removed: until another authenticator is enrolled, the password alone is enough to sign in.',
    );
  });
}

export async function rotateSigningKeys(): Promise<void> {
  await withApplication(async (app) => {
    await app.get(SigningKeys).rotate(OPERATOR);
    console.log('Access tokens are now signed with a new key.');
  });
}

async function targetOf(
  app: INestApplicationContext,
  role: AccountRole,
  kind: OrganizationKind,
  { network: slug, member, organization }: InviteOptions,
): Promise<Target> {
  const network = slug === undefined ? null : await app.get(NetworkService).bySlug(slug);
  if (slug !== undefined && !network) throw new CommandFailure(`There is no network "${slug}".`);
  const networkId = network?.id ?? null;
  const mediatorId =
    member === undefined ? null : await memberOf(app.get(Database), networkId, member);
  if (member !== undefined && mediatorId === null) {
    throw new CommandFailure(`That network lists no member "${member}".`);
  }
  const made =
    organization === undefined
      ? null
      : await app.get(OrganizationService).create(OPERATOR, { name: organization, kind });
  return { role, networkId, mediatorId, organizationId: made?.id ?? null };
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === text);
  if (found === undefined) {
    throw new CommandFailure(`${option} is one of ${allowed.join(', ')} (it is "${text}").`);
  }
  return found;
}
