import { isMailAddress } from '#config';
import { messageNumber } from '#mail';
import { normalEmail } from '../contact/contact.js';

/**
 * A mail address as it is compared with other installations: composed (NFC), without spaces around it, in small letters.
 * Dots and tags (`+`) stay, for what they mean is up to each provider. Null if no mail can go there. Both sides must do the
 * same: whoever changes this rule takes another version of the file.
 */
export function mailValue(address: string): string | null {
  const normal = normalEmail(address);
  return isMailAddress(normal) ? `mail:${normal}` : null;
}

/**
 * The telephone numbers in a text, as they are compared with other installations: `+` and 7 to 15 digits (ITU-T E.164).
 * Several numbers are parted by new lines, semicolons, slashes or bars. One without its country is left out, for the other
 * side would have to guess the same country.
 */
export function telephoneValues(text: string): string[] {
  const numbers = text.split(/[\n;/|]/).map(messageNumber);
  return numbers.flatMap((number) => (number === null ? [] : [`telephone:${number}`]));
}
