import { Inject, Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Vault } from '#vault';
import type { Client } from '../client.js';
import { randomToken } from '../secret-token.js';

/** A browser of several people forgets who signed in longest ago. */
const MOST_ACCOUNTS = 8;
/** No browser keeps more than 4,096 characters in a cookie. */
const LONGEST = 1_024;

/**
 * Which devices have signed in to which accounts before. Each device keeps a text that only we can have made
 * (OWASP, "Device Cookies"): a random number and, for each account, a keyed hash of both. Nothing of it is stored
 * here, and it opens nothing; guesses from such a device are only counted apart from those of strangers.
 */
@Injectable()
export class KnownDevices {
  constructor(@Inject(Vault) private readonly vault: Pick<Vault, 'index'>) {}

  /** The number of a device that has signed in to the account before; null for any other. */
  numberFor({ device }: Pick<Client, 'device'>, accountId: string | null): string | null {
    const { number, marks } = this.read(device);
    if (number === null || accountId === null) return null;
    const expected = this.mark(number, accountId);
    return marks.some((mark) => isSame(mark, expected)) ? number : null;
  }

  /** What the device keeps from now on: it has signed in to this account too. */
  remember({ device }: Pick<Client, 'device'>, accountId: string): string {
    const kept = this.read(device);
    const number = kept.number ?? randomToken();
    const mark = this.mark(number, accountId);
    const others = kept.marks.filter((one) => !isSame(one, mark)).slice(0, MOST_ACCOUNTS - 1);
    return [number, ...[mark, ...others].map((one) => one.toString('base64url'))].join('.');
  }

  private read(device: string | null): { number: string | null; marks: Buffer[] } {
    const [number = '', ...marks] =
      device === null || device.length > LONGEST ? [] : device.split('.');
    if (!/^[\w-]{43}$/.test(number)) return { number: null, marks: [] };
    return { number, marks: marks.map((mark) => Buffer.from(mark, 'base64url')) };
  }

  private mark(number: string, accountId: string): Buffer {
    return this.vault.index(`known-device:${number}:${accountId}`);
  }
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
