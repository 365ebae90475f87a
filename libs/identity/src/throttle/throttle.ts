import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import type { Client } from '../client.js';
import { TooManyAttemptsError } from '../errors.js';
import { clientNetwork } from './client-network.js';
import { KnownDevices } from './known-devices.js';
import { pauseAfter, type Limit } from './pause.js';

/** What is counted, each kind apart. Guesses at a code of six digits are the cheapest, so they are the fewest. */
const LIMITS = {
  password: { free: 5, windowMinutes: 60, longestMinutes: 15 },
  code: { free: 5, windowMinutes: 24 * 60, longestMinutes: 60 },
  mail: { free: 3, windowMinutes: 60, longestMinutes: 60 },
  client: { free: 30, windowMinutes: 60, longestMinutes: 15 },
} as const satisfies Record<string, Limit>;

export type TryKind = keyof typeof LIMITS;

/** A try that was let in: what it counts against. */
export interface Try {
  readonly ids: readonly string[];
  readonly whose: Buffer | null;
}

interface Subject {
  readonly kind: TryKind;
  readonly hash: Buffer;
}

/**
 * Slows down whoever guesses. A try is counted before it is made, one after the other, so that neither
 * many requests at once nor many fields of one document get more tries than one request after another.
 *
 * A device that has signed in to an account before has tries of its own for it: strangers use up theirs, and
 * cannot lock its owner out.
 */
@Injectable()
export class Throttle {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly devices: KnownDevices,
  ) {}

  /**
   * Counts a try against the client and, where it is for something of somebody's, against that; from a device
   * that is known to the account, against the device alone.
   *
   * @param whose such as an address or the id of an account; nothing of it is stored
   * @param accountId the account that it is for, where there is one
   * @throws TooManyAttemptsError
   */
  async enter(
    client: Client,
    kind?: Exclude<TryKind, 'client'>,
    whose = '',
    accountId: string | null = null,
  ): Promise<Try> {
    const number = this.devices.numberFor(client, accountId);
    const suffix = number === null ? '' : `:${number}`;
    const counted = kind === 'mail' ? mailboxOf(whose) : whose;
    const own = kind
      ? { kind, hash: this.vault.index(`attempt:${kind}:${counted}${suffix}`) }
      : null;
    const network = this.vault.index(`attempt:client:${clientNetwork(client.address)}`);
    const subjects: Subject[] = [
      ...(own ? [own] : []),
      ...(own && number !== null ? [] : [{ kind: 'client', hash: network } as const]),
    ];
    return this.database.transaction(async (tx) => {
      await lock(tx, subjects);
      for (const subject of subjects) await refuseTooFast(tx, subject, accountId);
      const ids = subjects.map(() => uuidv7());
      await tx.query(
        `INSERT INTO attempt (id, subject, at)
         SELECT id, subject, clock_timestamp() FROM unnest($1::uuid[], $2::bytea[]) AS a(id, subject)`,
        [ids, subjects.map(({ hash }) => hash)],
      );
      return { ids, whose: own?.hash ?? null };
    });
  }

  /** It was right: it does not count, and neither do those before it for the same. */
  async forgive({ ids, whose }: Try): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query('DELETE FROM attempt WHERE id = ANY($1) OR subject = $2', [ids, whose]),
    );
  }
}

/** The mailbox to which an address leads: mails to `ada+1@…` and `Ada+2@…` come to her who has `ada@…`. */
function mailboxOf(address: string): string {
  return address
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@[^@]*$)/u, '');
}

/** Always in the same order, so that no two wait for each other. */
async function lock(tx: Transaction, subjects: readonly Subject[]): Promise<void> {
  const names = subjects.map(({ hash }) => hash.toString('hex')).toSorted();
  for (const name of names) {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
  }
}

async function refuseTooFast(
  tx: Transaction,
  { kind, hash }: Subject,
  accountId: string | null,
): Promise<void> {
  const limit = LIMITS[kind];
  const [found] = await tx.query<{ tries: number; since: number | null }>(
    `SELECT count(*)::int AS tries, extract(epoch FROM clock_timestamp() - max(at))::float AS since
     FROM attempt WHERE subject = $1 AND at > clock_timestamp() - $2 * interval '1 minute'`,
    [hash, limit.windowMinutes],
  );
  const wait = pauseAfter(found?.tries ?? 0, limit) - (found?.since ?? 0);
  if (wait > 0) throw new TooManyAttemptsError(Math.ceil(wait), accountId);
}
