import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { KnownDevices } from './known-devices.js';

const devices = new KnownDevices({
  index: (text) => createHmac('sha256', 'a key of this test').update(text).digest(),
});

describe('a device', () => {
  it('is known to the accounts that have signed in on it, and to no other', () => {
    const device = devices.remember({ device: devices.remember({ device: null }, 'a') }, 'b');
    const number = devices.numberFor({ device }, 'a');
    expect(number).toMatch(/^[\w-]{43}$/);
    expect(devices.numberFor({ device }, 'b')).toBe(number);
    expect(devices.numberFor({ device }, 'c')).toBeNull();
    expect(devices.numberFor({ device }, null)).toBeNull();
    expect(devices.numberFor({ device: devices.remember({ device: null }, 'a') }, 'a')).not.toBe(
      number,
    );
  });

  it('keeps the last eight accounts, each once', () => {
    let device: string | null = null;
    for (const account of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'b', 'i']) {
      device = devices.remember({ device }, account);
    }
    expect(device?.split('.')).toHaveLength(9);
    const known = (account: string) => devices.numberFor({ device }, account) !== null;
    expect(Array.from('abcdefghi').filter(known)).toEqual(Array.from('bcdefghi'));
  });

  it.each([
    '',
    '.',
    'x.y',
    `${'A'.repeat(43)}.${'B'.repeat(43)}`,
    'A'.repeat(5_000),
    '🔑'.repeat(43),
  ])('whose text we did not make is unknown (%#)', (device) => {
    expect(devices.numberFor({ device }, 'a')).toBeNull();
    expect(devices.numberFor({ device: devices.remember({ device }, 'a') }, 'a')).not.toBeNull();
  });

  it('is unknown with the number of another', () => {
    const [, mark] = devices.remember({ device: null }, 'a').split('.');
    const [number] = devices.remember({ device: null }, 'b').split('.');
    expect(devices.numberFor({ device: `${number}.${mark}` }, 'a')).toBeNull();
  });
});
