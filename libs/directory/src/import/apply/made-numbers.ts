import type { Database } from '#database';
import { problem } from '#messages';
import type { Vault } from '#vault';
import { editDistance, foldText } from '#vocabulary';
import type { ColumnMap } from '../columns/column-map.js';
import type { RawCell, RawRow } from '../readers/raw-row.js';
import { textsOf } from '../row/check-row.js';
import { withoutTitle } from '../row/titles.js';
import { safeReject, type Reject } from '../row/reject.js';
import type { Candidate, Known } from './batch.js';

/** How made numbers begin; no list writes its own like this. */
const MADE = 'made-';
const LENGTH = 16;
/** Digits and letters without those that are taken for others (Crockford, Base32). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** Women of earlier imports who are not in this one, and with whom names are compared. */
const MOST_EARLIER = 20_000;
/** Edits between two spellings of one name, for names from so many letters on. */
const EDITS = 2;
const LONG_NAME = 8;

/**
 * The number of a woman whose list has none: a keyed hash (HMAC-SHA-256) of the network, her name, her e-mail
 * address and her date of birth, so that the same list finds her again and nobody learns from it who is listed.
 * Neither the order of her names nor accents and case count.
 */
export function withMadeNumber(
  row: RawRow,
  columns: ColumnMap,
  vault: Vault,
  networkId: string,
): RawRow {
  const read = textsOf(row, columns);
  const name = sortedName(read('full_name'));
  // Without a name the row is rejected for that; the number is only not to be wanted as well.
  const who = name === '' ? `row ${row.sheet ?? ''} ${row.number}` : name;
  const parts = [networkId, who, read('email').toLowerCase(), foldText(read('date_of_birth'))];
  const text = MADE + letters(vault.index(`external-id\n${parts.join('\n')}`));
  const cell: RawCell = { header: 'external_id', column: NUMBER, text };
  return { ...row, cells: [...row.cells, cell] };
}

const NUMBER = { field: 'external_id', language: null } as const;

function sortedName(name: string): string {
  return foldText(withoutTitle(name)).split(' ').toSorted().join(' ');
}

function letters(bytes: Buffer): string {
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % 32]).join('');
}

/** Women with made numbers of earlier imports who are not in this file. */
export class EarlierMembers {
  private names: readonly { readonly number: string; readonly name: string }[] | null = null;

  constructor(
    private readonly database: Database,
    private readonly networkId: string,
  ) {}

  /**
   * Parts the candidates that are new and have almost the name of such a woman from the others: whether she is the same
   * is asked, so that she is not there twice with two spellings of her name.
   */
  async ask(
    candidates: readonly Candidate[],
    known: ReadonlyMap<string, Known>,
  ): Promise<{ rest: Candidate[]; asked: Reject[] }> {
    const isNew = ({ draft }: Candidate) =>
      draft.externalId.startsWith(MADE) && !known.has(draft.externalId);
    if (!candidates.some(isNew)) return { rest: [...candidates], asked: [] };
    this.names ??= await this.earlier();
    const rest: Candidate[] = [];
    const asked: Reject[] = [];
    for (const candidate of candidates) {
      const near = isNew(candidate) ? this.near(candidate.draft.fullName ?? '') : undefined;
      if (near === undefined) rest.push(candidate);
      else asked.push(perhaps(candidate, near));
    }
    return { rest, asked };
  }

  private near(fullName: string): string | undefined {
    const name = sortedName(fullName);
    const edits = name.length >= LONG_NAME ? EDITS : 1;
    return this.names?.find((one) => editDistance(one.name, name, edits) <= edits)?.number;
  }

  private async earlier() {
    const rows = await this.database.query<{ number: string; name: string | null }>(
      `SELECT external_id AS number, asserted ->> 'fullName' AS name FROM affiliation a
       WHERE network_id = $1 AND external_id LIKE $2 AND status <> 'ended' AND NOT EXISTS
         (SELECT FROM import_seen s WHERE s.network_id = a.network_id AND s.external_id = a.external_id)
       ORDER BY external_id LIMIT $3`,
      [this.networkId, `${MADE}%`, MOST_EARLIER],
    );
    return rows.map(({ number, name }) => ({ number, name: sortedName(name ?? '') }));
  }
}

function perhaps({ row, sheet, draft }: Candidate, number: string): Reject {
  return safeReject({
    row,
    sheet,
    column: 'full_name',
    value: draft.fullName ?? '',
    reason: problem('number.perhaps', { number }),
    suggestion: null,
  });
}
