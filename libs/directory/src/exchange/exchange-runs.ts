import { createHmac } from 'node:crypto';
import type { Transaction } from '#database';
import type { Blinded, ExchangeKeys } from '#linkage';
import { openJson, sealJson, type SealedColumns, type Vault } from '#vault';
import type { ExchangeRole } from './exchange.entities.js';

/** What this side keeps of an exchange until it is over; only sealed. */
export interface RunSecrets {
  readonly keys: ExchangeKeys;
  readonly blinded: Blinded;
  /** By which the values that were entered are known again: its own, so that no change of the keys of the database touches it. */
  readonly indexKey: Uint8Array;
  /** By which the evaluation of the other side is checked; null until it is known. */
  readonly theirKey: Uint8Array | null;
  /** Digest of the file that was sent last: the next one names it. */
  readonly sent: string;
}

export interface ExchangeRun {
  readonly id: string;
  readonly partnerId: string;
  readonly session: string;
  readonly role: ExchangeRole;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
}

/** Whose value stands at a place. */
export interface Entry {
  readonly place: number;
  readonly mediatorId: string;
  readonly valueIndex: Buffer;
}

/** An exchange by what all its files name, whichever partner it is with; null if there is none. */
export async function runOfSession(tx: Transaction, session: string): Promise<ExchangeRun | null> {
  const [run] = await tx.query<ExchangeRun>(
    `SELECT id, partner_id AS "partnerId", session, role, expires_at AS "expiresAt", answered_at AS "answeredAt"
     FROM exchange_run WHERE session = $1`,
    [session],
  );
  return run ?? null;
}

/** When a partner was last given an answer, also as one that was ended and had the same name or key; null if never. */
export async function lastAnswer(tx: Transaction, partnerId: string): Promise<Date | null> {
  const [last] = await tx.query<{ at: Date | null }>(
    `SELECT max(r.answered_at) AS at FROM exchange_run r JOIN exchange_partner o ON o.id = r.partner_id
       JOIN exchange_partner p ON p.name = o.name OR p.public_key = o.public_key WHERE p.id = $1`,
    [partnerId],
  );
  return last?.at ?? null;
}

/** Writes an exchange that begins, in the place of one that this installation began with the partner and that had no answer. */
export async function insertRun(
  tx: Transaction,
  vault: Vault,
  run: ExchangeRun & { readonly begunAt: Date },
  secrets: RunSecrets,
  entries: readonly Entry[],
): Promise<void> {
  const { id, partnerId, session, role, begunAt, expiresAt, answeredAt } = run;
  await tx.query(
    `DELETE FROM exchange_secret WHERE run_id IN (SELECT id FROM exchange_run WHERE partner_id = $1 AND role = $2)`,
    [partnerId, role],
  );
  await tx.query(
    `INSERT INTO exchange_run (id, partner_id, session, role, begun_at, expires_at, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, partnerId, session, role, begunAt, expiresAt, answeredAt],
  );
  const { keyId, sealed } = await sealJson(tx, vault, toText(secrets), exchangeSecretPlace(id));
  await tx.query(
    'INSERT INTO exchange_secret (run_id, expires_at, key_id, sealed) VALUES ($1, $2, $3, $4)',
    [id, expiresAt, keyId, sealed],
  );
  await tx.query(
    `INSERT INTO exchange_entry (run_id, place, mediator_id, value_index)
     SELECT $1, place, mediator_id, decode(value_index, 'hex')
     FROM json_to_recordset($2) AS r(place integer, mediator_id uuid, value_index text)`,
    [
      id,
      JSON.stringify(
        entries.map(({ place, mediatorId, valueIndex: index }) => ({
          place,
          mediator_id: mediatorId,
          value_index: index.toString('hex'),
        })),
      ),
    ],
  );
}

/** What a value is known by within an exchange. */
export function valueIndex(indexKey: Uint8Array, value: string): Buffer {
  return createHmac('sha256', indexKey).update(value).digest();
}

/**
 * The secrets of an exchange, and whose values were entered and are still there; null if it is over, or was begun before each had
 * an index key: its values could not be told apart.
 */
export async function openRun(
  tx: Transaction,
  vault: Vault,
  runId: string,
): Promise<{ readonly secrets: RunSecrets; readonly entries: readonly Entry[] } | null> {
  const [row] = await tx.query<SealedColumns>(
    'SELECT key_id AS "keyId", sealed FROM exchange_secret WHERE run_id = $1',
    [runId],
  );
  if (!row) return null;
  const entries = await tx.query<Entry>(
    `SELECT place, mediator_id AS "mediatorId", value_index AS "valueIndex" FROM exchange_entry WHERE run_id = $1`,
    [runId],
  );
  const text = await openJson<SecretsAsText>(vault, row, exchangeSecretPlace(runId));
  if (text.indexKey === undefined) return null;
  return { secrets: fromText(text), entries };
}

/** Ends an exchange: its secrets go. */
export async function endRun(
  tx: Transaction,
  runId: string,
  { answered, now }: { readonly answered: boolean; readonly now: Date },
): Promise<void> {
  await tx.query('DELETE FROM exchange_secret WHERE run_id = $1', [runId]);
  await tx.query(
    `UPDATE exchange_run SET ended_at = $2, answered_at = CASE WHEN $3 THEN $2 ELSE answered_at END WHERE id = $1`,
    [runId, now, answered],
  );
}

/** What the secrets of an exchange are bound to. */
export function exchangeSecretPlace(runId: string): string {
  return `exchange_secret:${runId}`;
}

interface SecretsAsText {
  readonly secretKey: string;
  readonly publicKey: string;
  readonly elements: string[];
  readonly blinds: string[];
  readonly indexKey?: string;
  readonly theirKey: string | null;
  readonly sent: string;
}

function toText({ keys, blinded, indexKey, theirKey, sent }: RunSecrets): SecretsAsText {
  return {
    secretKey: textOf(keys.secretKey),
    publicKey: textOf(keys.publicKey),
    elements: blinded.elements.map(textOf),
    blinds: blinded.blinds.map(textOf),
    indexKey: textOf(indexKey),
    theirKey: theirKey && textOf(theirKey),
    sent,
  };
}

function fromText(text: SecretsAsText): RunSecrets {
  return {
    keys: { secretKey: bytesOf(text.secretKey), publicKey: bytesOf(text.publicKey) },
    blinded: { elements: text.elements.map(bytesOf), blinds: text.blinds.map(bytesOf) },
    indexKey: bytesOf(text.indexKey ?? ''),
    theirKey: text.theirKey === null ? null : bytesOf(text.theirKey),
    sent: text.sent,
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
