import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import {
  ConflictError,
  InvalidInputError,
  NotFoundError,
  textProblems,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import { MOST_VALUES_OF_SIDE } from '#linkage/sizes';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { isPublicKey } from './installation-keys.js';

const LONGEST_NAME = 100;

/** Another installation, as operators name it here. */
export interface NewPartner {
  /** As mediators read it. */
  readonly name: string;
  readonly publicKey: string;
  /** Values that it may have compared at once, 1 to 8,192: what it may guess, if it guesses. */
  readonly most: number;
  /** Whether telephone numbers are compared, too: nobody has proved them, as addresses are. */
  readonly telephones: boolean;
}

export interface ExchangePartner extends NewPartner {
  readonly id: string;
  /** ISO 8601. */
  readonly addedAt: string;
  /** When it was last given what it finds its own members by, ISO 8601; null if never. */
  readonly answeredAt: string | null;
}

/** The installations whose files are taken, by their keys. */
@Injectable()
export class ExchangePartners {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * Takes files of another installation from now on. Its members are asked nothing by that: each woman here agrees to it herself.
   *
   * @throws NotPermittedError, InvalidInputError; ConflictError where the name or the key is known
   */
  async trust(viewer: Viewer, { name, publicKey, most, telephones }: NewPartner): Promise<void> {
    authorise(viewer, 'run', { kind: 'exchange', networkId: null });
    throwIfProblems(textProblems('name', name, LONGEST_NAME, true));
    if (!isPublicKey(publicKey)) throw new InvalidInputError([NO_KEY]);
    if (!Number.isInteger(most) || most < 1 || most > MOST_VALUES_OF_SIDE) {
      throw new InvalidInputError([TOO_MANY]);
    }
    await this.database.transaction(async (tx) => {
      await tx.query('LOCK TABLE exchange_partner IN SHARE ROW EXCLUSIVE MODE');
      await mustBeNew(tx, name.trim(), publicKey);
      const id = uuidv7();
      await tx.query(
        'INSERT INTO exchange_partner (id, name, public_key, most, telephones, added_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, name.trim(), publicKey, most, telephones, this.now()],
      );
      const after = { id, name: name.trim(), publicKey, most, telephones };
      await recordAudit(tx, viewer, [
        changeRecord('exchange.trust', 'exchange-partner', null, after),
      ]);
    });
  }

  /**
   * Knows a partner by another key from now on. What mediators agreed to with it stays; what was begun with it does not.
   *
   * @throws NotPermittedError, NotFoundError, InvalidInputError; ConflictError where the key is known
   */
  async renew(viewer: Viewer, name: string, publicKey: string): Promise<void> {
    authorise(viewer, 'run', { kind: 'exchange', networkId: null });
    if (!isPublicKey(publicKey)) throw new InvalidInputError([NO_KEY]);
    await this.database.transaction(async (tx) => {
      await tx.query('LOCK TABLE exchange_partner IN SHARE ROW EXCLUSIVE MODE');
      const { id, publicKey: before } = await partnerNamed(tx, name);
      await mustBeNew(tx, null, publicKey);
      await giveUp(tx, id);
      await tx.query('UPDATE exchange_partner SET public_key = $2 WHERE id = $1', [id, publicKey]);
      await recordAudit(tx, viewer, [
        changeRecord(
          'exchange.trust',
          'exchange-partner',
          { id, publicKey: before },
          { id, publicKey },
        ),
      ]);
    });
  }

  /**
   * Takes no file of a partner any more. What was found goes, except what mediators have said about it.
   *
   * @throws NotPermittedError, NotFoundError
   */
  async end(viewer: Viewer, name: string): Promise<void> {
    authorise(viewer, 'run', { kind: 'exchange', networkId: null });
    await this.database.transaction(async (tx) => {
      await this.endOne(tx, viewer, await partnerNamed(tx, name));
    });
  }

  /** The same by its id, as on a database that was restored. @throws NotPermittedError, NotFoundError */
  async endById(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'run', { kind: 'exchange', networkId: null });
    await this.database.transaction(async (tx) => {
      await this.endOne(tx, viewer, await partnerWhere(tx, 'p.id = $1', id));
    });
  }

  /** All partners, by name. @throws NotPermittedError */
  async list(viewer: Viewer): Promise<ExchangePartner[]> {
    authorise(viewer, 'run', { kind: 'exchange', networkId: null });
    return this.database.query<ExchangePartner>(`${SELECT_PARTNERS} ORDER BY p.name`);
  }

  private async endOne(
    tx: Transaction,
    viewer: Viewer,
    { id, name }: ExchangePartner,
  ): Promise<void> {
    await giveUp(tx, id);
    await tx.query(`DELETE FROM listed_elsewhere WHERE partner_id = $1 AND state = 'open'`, [id]);
    await tx.query('UPDATE exchange_partner SET ended_at = $2 WHERE id = $1', [id, this.now()]);
    await recordAudit(tx, viewer, [
      changeRecord('exchange.end', 'exchange-partner', { id, name }, null),
    ]);
  }
}

/** @throws ConflictError where a partner has this name or key, or the key is that of this installation */
async function mustBeNew(tx: Transaction, name: string | null, publicKey: string): Promise<void> {
  const known = await tx.query(
    `SELECT FROM exchange_partner WHERE ended_at IS NULL AND (name = $1 OR public_key = $2)
     UNION ALL SELECT FROM installation_key WHERE public_key = $2`,
    [name, publicKey],
  );
  if (known.length > 0) {
    throw new ConflictError(refusal('exchange.partnerTaken'));
  }
}

/** What was begun with a partner goes, its secrets first. */
async function giveUp(tx: Transaction, partnerId: string): Promise<void> {
  await tx.query(
    `DELETE FROM exchange_secret WHERE run_id IN (SELECT id FROM exchange_run WHERE partner_id = $1)`,
    [partnerId],
  );
}

const iso = (moment: string): string =>
  `to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const SELECT_PARTNERS = `SELECT p.id, p.name, p.public_key AS "publicKey", p.most, p.telephones, ${iso('p.added_at')} AS "addedAt",
  (SELECT ${iso('max(r.answered_at)')} FROM exchange_run r WHERE r.partner_id = p.id) AS "answeredAt"
FROM exchange_partner p WHERE p.ended_at IS NULL`;

/** A partner, kept from other exchanges until the transaction ends. @throws NotFoundError */
export async function partnerNamed(tx: Transaction, name: string): Promise<ExchangePartner> {
  return partnerWhere(tx, 'p.name = $1', name);
}

async function partnerWhere(
  tx: Transaction,
  condition: 'p.name = $1' | 'p.id = $1',
  value: string,
): Promise<ExchangePartner> {
  const [found] = await tx.query<ExchangePartner>(
    `${SELECT_PARTNERS} AND ${condition} FOR UPDATE`,
    [value],
  );
  if (!found) throw new NotFoundError('partner');
  return found;
}

/** The same by its key; null if no partner has it. */
export async function partnerWithKey(
  tx: Transaction,
  publicKey: string,
): Promise<ExchangePartner | null> {
  const [found] = await tx.query<ExchangePartner>(
    `${SELECT_PARTNERS} AND p.public_key = $1 FOR UPDATE`,
    [publicKey],
  );
  return found ?? null;
}

const NO_KEY = {
  path: 'key',
  code: 'MALFORMED',
  message: refusal('exchange.keyForm'),
} as const;

const TOO_MANY = {
  path: 'most',
  code: 'OUT_OF_RANGE',
  message: refusal('numbers.fromTo', { least: 1, most: MOST_VALUES_OF_SIDE }),
} as const;
