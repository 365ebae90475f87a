import type { Reader } from '#database';
import { problem } from '#messages';
import type { Vault } from '#vault';
import { comparedName } from '../mediator/name-titles.js';
import { foldExternalId } from '../mediator/external-id.js';

/** What is said where such a number is to be listed again, and no more than that. */
export const ERASED_NUMBER = problem('number.erased');

/** What is said where her name is to be listed again in a list without numbers. */
export const ERASED_NAME = problem('number.erasedName');

/**
 * The numbers that erased women had in networks' lists, and the names, as keyed hashes of which nobody can try guesses.
 */
export class ErasedKeys {
  constructor(private readonly vault: Vault) {}

  /** Keeps every number of hers, and her name in lists without numbers, from being imported again. */
  async keep(tx: Reader, mediatorId: string, today: string): Promise<void> {
    const numbers = await tx.query<{ networkId: string; externalId: string; name: string | null }>(
      `SELECT network_id AS "networkId", external_id AS "externalId", asserted ->> 'fullName' AS name
       FROM affiliation
       WHERE mediator_id = $1 OR mediator_id IN (SELECT id FROM mediator WHERE merged_into = $1)`,
      [mediatorId],
    );
    const keys = numbers.flatMap(({ networkId, externalId, name }) => {
      const number = this.key(networkId, externalId);
      const ofName = name ? [{ key: this.nameKey(networkId, name), number }] : [];
      return [{ key: number, number: null }, ...ofName];
    });
    await tx.query(
      `INSERT INTO erased_key (fingerprint, erased_on, of_number)
       SELECT key, $2, number FROM json_to_recordset($1) AS k(key text, number text)
       ON CONFLICT (fingerprint) DO NOTHING`,
      [JSON.stringify(keys), today],
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
    if (externalIds.length === 0) return new Set();
    const byKey = new Map(
      [...new Set(externalIds)].flatMap((id) =>
        formsOf(id).map((form) => [this.key(networkId, form), id]),
      ),
    );
    const rows = await reader.query<{ fingerprint: string }>(
      'SELECT fingerprint FROM erased_key WHERE fingerprint = ANY($1)',
      [[...byKey.keys()]],
    );
    return new Set(rows.map(({ fingerprint }) => byKey.get(fingerprint) ?? ''));
  }

  /** Which of these names are those of women whom the network listed and who were erased. */
  async namesAmong(
    reader: Reader,
    networkId: string,
    names: readonly string[],
  ): Promise<Set<string>> {
    if (names.length === 0) return new Set();
    const keys = new Map(names.map((name) => [name, this.nameKey(networkId, name)]));
    const rows = await reader.query<{ fingerprint: string }>(
      'SELECT fingerprint FROM erased_key WHERE fingerprint = ANY($1)',
      [[...keys.values()]],
    );
    const found = new Set(rows.map(({ fingerprint }) => fingerprint));
    return new Set(names.filter((name) => found.has(keys.get(name) ?? '')));
  }

  /** Lets a number be imported again, and her name with it. Says whether it was kept out. */
  async lift(tx: Reader, networkId: string, externalId: string): Promise<boolean> {
    const rows = await tx.query(
      'DELETE FROM erased_key WHERE fingerprint = ANY($1) OR of_number = ANY($1) RETURNING fingerprint',
      // Before numbers were folded they were kept out as they stood in the file.
      [
        [externalId, foldExternalId(externalId)]
          .flatMap(formsOf)
          .map((form) => this.key(networkId, form)),
      ],
    );
    return rows.length > 0;
  }

  private nameKey(networkId: string, name: string): string {
    return this.vault.fingerprint(`erased-name:${networkId}:${comparedName(name)}`);
  }

  private key(networkId: string, externalId: string): string {
    return this.vault.fingerprint(`erased:${networkId}:${externalId}`);
  }
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
