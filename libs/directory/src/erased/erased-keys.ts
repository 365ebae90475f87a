import type { Reader, Transaction } from '#database';
import { emailIndex } from '#identity';
import { isDay } from '#kernel';
import { problem } from '#messages';
import type { Vault } from '#vault';
import { comparedName } from '../mediator/name-titles.js';
import { foldExternalId } from '../mediator/external-id.js';

/** What is said where such a number is to be listed again, and no more than that. */
export const ERASED_NUMBER = problem('number.erased');

/** What is said where her name is to be listed again in a list without numbers. */
export const ERASED_NAME = problem('number.erasedName');

/** What is said where a network is to state her e-mail address of someone anew. */
export const ERASED_ADDRESS = problem('number.erasedAddress');

/**
 * The numbers that erased women had in networks' lists, with the names and e-mail addresses that these networks stated, as
 * keyed hashes of which nobody can try guesses. What one network stated keeps nobody out of the list of another.
 */
export class ErasedKeys {
  constructor(private readonly vault: Vault) {}

  /** Keeps every number and address of hers, and her name in lists without numbers, from being imported again. */
  async keep(
    tx: Transaction,
    contacts: StatedAddresses,
    mediatorId: string,
    today: string,
  ): Promise<void> {
    const numbers = await tx.query<Listing>(
      `SELECT mediator_id AS "recordId", network_id AS "networkId", external_id AS "externalId",
         asserted ->> 'fullName' AS name
       FROM affiliation
       WHERE mediator_id = $1 OR mediator_id IN (SELECT id FROM mediator WHERE merged_into = $1)`,
      [mediatorId],
    );
    // Of merged records a network has several numbers: the others are of the first, and so is all that is readmitted with it.
    const firstOf = new Map<string, string>();
    for (const { networkId, externalId } of numbers) {
      if (!firstOf.has(networkId)) firstOf.set(networkId, this.key(networkId, externalId));
    }
    const keys = numbers.flatMap(({ networkId, externalId, name }) => {
      const first = firstOf.get(networkId) ?? null;
      const number = this.key(networkId, externalId);
      const ofName = name ? [{ key: this.nameKey(networkId, name), number: first }] : [];
      return [{ key: number, number: number === first ? null : first }, ...ofName];
    });
    await tx.query(
      `INSERT INTO erased_key (fingerprint, erased_on, of_number)
       SELECT key, $2, number FROM json_to_recordset($1) AS k(key text, number text)
       ON CONFLICT (fingerprint) DO NOTHING`,
      [JSON.stringify(keys), today],
    );
    await this.keepAddresses(tx, contacts, numbers, firstOf, today);
  }

  /** An address that several erased women had belongs to none of their numbers: it is readmitted by itself. */
  private async keepAddresses(
    tx: Transaction,
    contacts: StatedAddresses,
    listings: readonly Listing[],
    firstOf: ReadonlyMap<string, string>,
    today: string,
  ): Promise<void> {
    const numberOf = new Map<string, string>();
    for (const { recordId, networkId } of listings) {
      for (const index of await contacts.addressesStated(tx, networkId, recordId)) {
        numberOf.set(this.addressKey(networkId, index), firstOf.get(networkId) ?? '');
      }
    }
    if (numberOf.size === 0) return;
    await tx.query(
      `INSERT INTO erased_key (fingerprint, erased_on, of_number)
       SELECT key, $3, number FROM unnest($1::text[], $2::text[]) AS k(key, number)
       ON CONFLICT (fingerprint) DO UPDATE SET of_number =
         CASE WHEN erased_key.of_number = excluded.of_number THEN excluded.of_number END`,
      [[...numberOf.keys()], [...numberOf.values()], today],
    );
  }

  /** What was kept out in the last so many days. */
  async since(reader: Reader, days: number): Promise<KeptOut[]> {
    return reader.query<KeptOut>(
      `SELECT fingerprint, erased_on::text AS "erasedOn", of_number AS "ofNumber" FROM erased_key
       WHERE erased_on >= (now() AT TIME ZONE 'UTC')::date - $1::int ORDER BY fingerprint`,
      [days + 1],
    );
  }

  /** Keeps the same out again; what is known stays as it is. */
  async keepAgain(tx: Transaction, listed: readonly KeptOut[]): Promise<void> {
    await tx.query(
      `INSERT INTO erased_key (fingerprint, erased_on, of_number)
       SELECT fingerprint, "erasedOn", "ofNumber"
       FROM json_to_recordset($1) AS k(fingerprint text, "erasedOn" date, "ofNumber" text)
       ON CONFLICT (fingerprint) DO NOTHING`,
      [JSON.stringify(listed)],
    );
  }

  /** Whether nobody was ever erased: then no row need be asked about, which takes a keyed hash for each form of a number. */
  async areNone(reader: Reader): Promise<boolean> {
    const rows = await reader.query('SELECT FROM erased_key LIMIT 1');
    return rows.length === 0;
  }

  /** Which of these numbers of a network were an erased woman's. */
  async among(
    reader: Reader,
    networkId: string,
    externalIds: readonly string[],
  ): Promise<Set<string>> {
    return this.keptOut(reader, externalIds, (number) =>
      formsOf(number).map((form) => this.key(networkId, form)),
    );
  }

  /** Which of these names are those of women whom the network listed and who were erased. */
  async namesAmong(
    reader: Reader,
    networkId: string,
    names: readonly string[],
  ): Promise<Set<string>> {
    return this.keptOut(reader, names, (name) => [this.nameKey(networkId, name)]);
  }

  /** Which of these e-mail addresses the network stated of women who were erased. */
  async addressesAmong(
    reader: Reader,
    networkId: string,
    emails: readonly string[],
  ): Promise<Set<string>> {
    return this.keptOut(reader, emails, (email) => [this.keyOfAddress(networkId, email)]);
  }

  /** Which of these texts are kept out under any of their keys. */
  private async keptOut(
    reader: Reader,
    texts: readonly string[],
    keysOf: (text: string) => readonly string[],
  ): Promise<Set<string>> {
    if (texts.length === 0) return new Set();
    const keys = [...new Set(texts)].map((text) => [text, keysOf(text)] as const);
    const rows = await reader.query<{ fingerprint: string }>(
      'SELECT fingerprint FROM erased_key WHERE fingerprint = ANY($1)',
      [keys.flatMap(([, own]) => own)],
    );
    const found = new Set(rows.map(({ fingerprint }) => fingerprint));
    return new Set(
      keys.filter(([, own]) => own.some((key) => found.has(key))).map(([text]) => text),
    );
  }

  /**
   * Lets a number be imported again, and with it her name, her addresses and her other numbers in the list of the network; or
   * an e-mail address alone, of a mailbox that several women share. Says whether it was kept out.
   */
  async lift(tx: Reader, networkId: string, numberOrAddress: string): Promise<boolean> {
    // Before numbers were folded they were kept out as they stood in the file.
    const numbers = [numberOrAddress, foldExternalId(numberOrAddress)]
      .flatMap(formsOf)
      .map((form) => this.key(networkId, form));
    const rows = await tx.query(
      `WITH first AS (
         SELECT COALESCE(of_number, fingerprint) AS number FROM erased_key WHERE fingerprint = ANY($1)
       )
       DELETE FROM erased_key
       WHERE fingerprint IN (SELECT number FROM first) OR of_number IN (SELECT number FROM first)
         OR fingerprint = $2
       RETURNING fingerprint`,
      [numbers, this.keyOfAddress(networkId, numberOrAddress)],
    );
    return rows.length > 0;
  }

  private nameKey(networkId: string, name: string): string {
    return this.vault.fingerprint(`erased-name:${networkId}:${comparedName(name)}`);
  }

  private keyOfAddress(networkId: string, email: string): string {
    return this.addressKey(networkId, emailIndex(this.vault, email).toString('hex'));
  }

  /** @param index of the address (hex): so what is sealed need not be opened to keep it out */
  private addressKey(networkId: string, index: string): string {
    return this.vault.fingerprint(`erased-address:${networkId}:${index}`);
  }

  private key(networkId: string, externalId: string): string {
    return this.vault.fingerprint(`erased:${networkId}:${externalId}`);
  }
}

/** A number, name or address that is kept out, as a keyed hash, such as `erased_key` holds it. */
export interface KeptOut {
  readonly fingerprint: string;
  /** Year-month-day. */
  readonly erasedOn: string;
  readonly ofNumber: string | null;
}

/** Whether something that was read from a file is one. */
export function isKeptOut(value: unknown): value is KeptOut {
  const { fingerprint, erasedOn, ofNumber } = (value ?? {}) as Partial<Record<string, unknown>>;
  return (
    typeof fingerprint === 'string' &&
    typeof erasedOn === 'string' &&
    isDay(erasedOn) &&
    (ofNumber === null || typeof ofNumber === 'string')
  );
}

/** Where contact data is read. */
interface StatedAddresses {
  /** Blind indexes (hex) of the addresses that a network states of a record. */
  addressesStated(tx: Transaction, networkId: string, mediatorId: string): Promise<string[]>;
}

/** A record of hers in the list of a network. */
interface Listing {
  readonly recordId: string;
  readonly networkId: string;
  readonly externalId: string;
  readonly name: string | null;
}

/**
 * A number as it may have been kept out: before the mark of a spreadsheet was refused it was a part of it, and before
 * digits were folded those of Arabic were kept as they stood.
 */
function formsOf(number: string): string[] {
  const inDigits = (zero: number) =>
    number.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  const forms = [number, ...ARABIC_ZEROS.map(inDigits)];
  return [...new Set(forms)].flatMap((form) => [form, `'${form}`]);
}

/** Of Arabic, and of Persian and Urdu. */
const ARABIC_ZEROS = [0x0660, 0x06f0];
