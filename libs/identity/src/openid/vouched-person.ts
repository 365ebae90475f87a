import { isMailAddress } from '#config';
import type { Person } from '../account/person.js';
import { OpenIdRefusedError } from './openid-errors.js';
import type { CheckedProvider } from './provider-draft.js';

/** What an issuer says of somebody. */
export type Claims = Readonly<Record<string, unknown>>;

type Vouching = Pick<CheckedProvider, 'claims' | 'domains'>;

const LONGEST_NAME = 200;

/** @throws OpenIdRefusedError where an issuer of many organizations names another one. */
export function checkTenant({ claims: { tenant } }: Pick<Vouching, 'claims'>, given: Claims): void {
  if (tenant && given[tenant.claim] !== tenant.value) throw new OpenIdRefusedError('not-vouched');
}

/**
 * The person whom the organization vouches for: her address is verified and of one of its domains.
 *
 * @throws OpenIdRefusedError where it does not
 */
export function vouchedPerson({ claims, domains }: Vouching, given: Claims): Person {
  const address = given[claims.email];
  const verified = given[claims.emailVerified];
  if (typeof address !== 'string' || !isMailAddress(address))
    throw new OpenIdRefusedError('no-address');
  if (!isYes(verified)) throw new OpenIdRefusedError('unverified');
  const email = address.toLowerCase();
  if (!domains.includes(email.slice(email.lastIndexOf('@') + 1))) {
    throw new OpenIdRefusedError('not-vouched');
  }
  return { email, name: nameOf(given[claims.name]) || email.slice(0, email.lastIndexOf('@')) };
}

/** As issuers write it: OpenID Connect Core 5.1 wants `true`; some send a text, and Entra ID's `xms_edov` is 1 or "1". */
function isYes(given: unknown): boolean {
  return given === true || given === 1 || given === 'true' || given === '1';
}

/** One line without characters that show nothing or turn the text around. */
function nameOf(given: unknown): string {
  if (typeof given !== 'string') return '';
  const line = given.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return Array.from(line).slice(0, LONGEST_NAME).join('').trim();
}
