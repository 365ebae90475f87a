import { mailAddressProblem } from '#config';
import { problem } from '#messages';
import type { Vault } from '#vault';
import { InvalidInputError } from '#kernel';

/** An address as it is looked up: composed, in small letters, without spaces around it. */
export function normalizedEmail(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** The same, for an address that mail will be sent to. @throws InvalidInputError */
export function checkedEmail(text: string, path = 'email'): string {
  const email = normalizedEmail(text);
  const wrong = mailAddressProblem(email);
  if (wrong === null) return email;
  const message = problem(`address.${wrong}`);
  throw new InvalidInputError([{ path, code: 'MALFORMED', message }]);
}

/** What an address is looked up by. */
export function emailIndex(vault: Vault, email: string): Buffer {
  return vault.index(`email:${normalizedEmail(email)}`);
}
