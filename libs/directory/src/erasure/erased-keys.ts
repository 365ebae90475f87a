import type { Reader } from '#database';
import { problem } from '#messages';
import type { Vault } from '#vault';
import { foldExternalId } from '../mediator/external-id.js';

/** What is said where such a number is to be listed again, and no more than that. */
export const ERASED_NUMBER = problem('number.erased');

/** The numbers that erased women had in networks' lists, as keyed hashes of which nobody can try guesses. */
export class ErasedKeys {
  constructor(private readonly vault: Vault) {}

  /** Keeps every number of hers from being imported again. */
  async keep(tx: Reader, mediatorId: string, today: string): Promise<void> {
    const numbers = await tx.query<{ networkId: string; externalId: string }>(
      `SELECT network_id AS "networkId", external_id AS "externalId" FROM affiliation
       WHERE mediator_id = $1 OR mediator_id IN (SELECT id FROM mediator WHERE merged_into = $1)`,
      [mediatorId],
    );
    await tx.query(
      `INSERT INTO erased_key (fingerprint, erased_on) SELECT unnest($1::text[]), $2 ON CONFLICT (fingerprint) DO NOTHING`,
      [numbers.map(({ networkId, externalId }) => this.key(networkId, externalId)), today],
    );
  }

  /** Which of these numbers of a network were an erased woman's. */
  async among(
    reader: Reader,
    networkId: string,
    externalIds: readonly string[],
  ): Promise<Set<string>> {
    if (externalIds.length === 0) return new Set();
    const byKey = new Map(
      externalIds.flatMap((id) => formsOf(id).map((form) => [this.key(networkId, form), id])),
    );
    const rows = await reader.query<{ fingerprint: string }>(
      'SELECT fingerprint FROM erased_key WHERE fingerprint = ANY($1)',
      [[...byKey.keys()]],
    );
    return new Set(rows.map(({ fingerprint }) => byKey.get(fingerprint) ?? ''));
  }

  /** Lets a number be imported again. Says whether it was kept out. */
  async lift(tx: Reader, networkId: string, externalId: string): Promise<boolean> {
    const rows = await tx.query(
      'DELETE FROM erased_key WHERE fingerprint = ANY($1) RETURNING fingerprint',
      // Before numbers were folded they were kept out as they stood in the file.
      [
        [externalId, foldExternalId(externalId)]
          .flatMap(formsOf)
          .map((form) => this.key(networkId, form)),
      ],
    );
    return rows.length > 0;
  }

  private key(networkId: string, externalId: string): string {
    return this.vault.fingerprint(`erased:${networkId}:${externalId}`);
  }
}

/** A number as it may have been kept out: before the mark of a spreadsheet was refused it was a part of it. */
function formsOf(number: string): string[] {
  return [number, `'${number}`];
}
