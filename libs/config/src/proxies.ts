import { isIP } from 'node:net';

/** Reads addresses and networks (`10.0.0.0/8`) with commas between; null for `off`. Throws what is wrong. */
export function parseProxies(text: string): readonly string[] | null {
  return text === 'off' ? null : parseNetworks(text, 'off, or ');
}

/**
 * The same where there must be some.
 *
 * @param otherwise what else may be stated, for the message
 */
export function parseNetworks(text: string, otherwise = ''): readonly string[] {
  const networks = text.split(',').map((part) => part.trim());
  if (!networks.every(isNetwork)) {
    throw new Error(
      `must be ${otherwise}addresses or networks such as 10.0.0.0/8 with commas between`,
    );
  }
  return networks;
}

function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (length === undefined) return true;
  return /^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128);
}
