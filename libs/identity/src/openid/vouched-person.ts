import { isMailAddress } from '#config';
import type { Person } from '../account/person.js';
import { OpenIdRefusedError } from './openid-errors.js';
import type { CheckedProvider } from './provider-draft.js';

/** What an issuer says of somebody. */
export type Claims = Readonly<Record<string, unknown>>;

type Vouching = Pick<CheckedProvider, 'claims' | 'domains'>;

const LONGEST_NAME = 200;

/** @throws OpenIdRefusedError where an issuer of many organizations names another one. */
export function checkTenant({ claims: { tenant } }: Pick<Vouching, 'claims'>, said: Claims): void {
  if (tenant && said[tenant.claim] !== tenant.value) throw new OpenIdRefusedError('not-vouched');
}

/**
 * The person whom the organization vouches for: her address is verified and of one of its domains.
 *
 * @throws OpenIdRefusedError where it does not
 */
export function vouchedPerson({ claims, domains }: Vouching, said: Claims): Person {
  const address = said[claims.email];
  const verified = said[claims.emailVerified];
  // Some issuers say it in a text.
  if (typeof address !== 'string' || !isMailAddress(address))
    throw new OpenIdRefusedError('no-address');
  if (verified !== true && verified !== 'true') throw new OpenIdRefusedError('unverified');
  const email = address.toLowerCase();
  if (!domains.includes(email.slice(email.lastIndexOf('@') + 1))) {
    throw new OpenIdRefusedError('not-vouched');
  }
  return { email, name: nameOf(said[claims.name]) || email.slice(0, email.lastIndexOf('@')) };
}

/** One line without characters that show nothing or turn the text around. */
function nameOf(said: unknown): string {
  if (typeof said !== 'string') return '';
  const line = said.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return Array.from(line).slice(0, LONGEST_NAME).join('').trim();
}
