import type { Database } from '#database';
import { problem } from '#messages';
import type { Vault } from '#vault';
import { foldText, NearTexts } from '#vocabulary';
import type { ContactRepository } from '../../contact/contact-repository.js';
import type { ColumnMap } from '../columns/column-map.js';
import { NAME_PARTS, type ImportField } from '../columns/fields.js';
import type { RawCell, RawRow } from '../readers/raw-row.js';
import { textsOf } from '../row/check-row.js';
import { comparedName } from '../../mediator/name-titles.js';
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

/** Keys of a name in a list without numbers: of the name itself, and of the name where the row states what tells it apart. */
export interface NameKeys {
  readonly name: string;
  readonly all: string;
  readonly apart: readonly string[];
}

/**
 * The numbers of women whose list has none: a keyed hash (HMAC-SHA-256) of the network, her name, her e-mail
 * address and her date of birth, so that the same list finds her again and nobody learns from it who is listed.
 * Neither the order of her names nor accents and case count.
 */
export class MadeNumbers {
  /** That of the row before. */
  private above = '';
  private last: { readonly row: RawRow; readonly who: Who } | null = null;

  constructor(
    private readonly columns: ColumnMap,
    private readonly vault: Vault,
    private readonly networkId: string,
  ) {}

  /** The row with a number, made where it has none. Rows come in their order: one may be about the woman above it. */
  numbered(row: RawRow): RawRow {
    if (!row.unnumbered || row.broken !== undefined) return row;
    if (!row.continues) {
      const { name, email, born } = this.who(row);
      // Without a name the row is rejected for that; the number is only not to be wanted as well.
      const who = name === '' ? `row ${row.sheet ?? ''} ${row.number}` : name;
      const parts = [who, email.toLowerCase(), foldText(born)];
      this.above = MADE + this.hash('external-id', parts);
    }
    const cell: RawCell = { header: 'external_id', column: NUMBER, text: this.above };
    return { ...row, cells: [...row.cells, cell] };
  }

  /** Null where a row has a number of its own, no name, or is about the woman above it. */
  nameKeys(row: RawRow): NameKeys | null {
    if (!row.unnumbered || row.continues || row.broken !== undefined) return null;
    const { written, name, email, born } = this.who(row);
    if (name === '') return null;
    const all = NAME + this.hash('name', [name]);
    const apart = Object.entries({ email, born }).flatMap(([what, text]) =>
      text === '' ? [] : [`${all} ${what}`],
    );
    return { name: written, all, apart };
  }

  /** What tells who the row is about. It is asked for its number and for its name. */
  private who(row: RawRow): Who {
    if (this.last?.row !== row) {
      const read = textsOf(row, this.columns, WHO);
      const written = read('full_name');
      const name = comparedName(written);
      const who = { written, name, email: read('email'), born: read('date_of_birth') };
      this.last = { row, who };
    }
    return this.last.who;
  }

  private hash(what: string, parts: readonly string[]): string {
    return letters(this.vault.index(`${what}\n${[this.networkId, ...parts].join('\n')}`));
  }
}

/** How keys of names begin; no list writes its own numbers like this. */
const NAME = 'name-of-';
const WHO: ReadonlySet<ImportField> = new Set<ImportField>([
  'full_name',
  ...NAME_PARTS,
  'email',
  'date_of_birth',
]);

interface Who {
  /** As it stands in the list. */
  readonly written: string;
  /** As names are compared; '' where the row has none. */
  readonly name: string;
  readonly email: string;
  readonly born: string;
}

const NUMBER = { field: 'external_id', language: null } as const;

function letters(bytes: Buffer): string {
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % 32]).join('');
}

/** Whether a number was made, and is not the list's own. */
export function isMade(number: string): boolean {
  return number.startsWith(MADE);
}

/** Women of earlier imports who are not in this file. */
export class EarlierMembers {
  private members: readonly EarlierMember[] | null = null;
  private names = new NearTexts([], EDITS);

  constructor(
    private readonly database: Database,
    private readonly contacts: ContactRepository,
    private readonly networkId: string,
  ) {}

  /**
   * Parts the candidates that are new and have almost the name of such a woman, or her e-mail address, from the others:
   * whether she is the same is asked, so that she is not there twice with two spellings of her name, or with the name
   * that she took when she married.
   */
  async ask(
    candidates: readonly Candidate[],
    known: ReadonlyMap<string, Known>,
  ): Promise<{ rest: Candidate[]; asked: Reject[] }> {
    const isNew = ({ draft }: Candidate) =>
      isMade(draft.externalId) && !known.has(draft.externalId);
    const added = candidates.filter(isNew);
    if (added.length === 0) return { rest: [...candidates], asked: [] };
    if (this.members === null) {
      this.members = await this.earlier();
      const names = this.members.map(({ name }) => name);
      this.names = new NearTexts(names, EDITS);
    }
    const byAddress = await this.withAddresses(added);
    const rest: Candidate[] = [];
    const asked: Reject[] = [];
    for (const candidate of candidates) {
      const { fullName, contact } = candidate.draft;
      const near = isNew(candidate) ? this.near(fullName ?? '') : undefined;
      const same = isNew(candidate) ? byAddress.get(contact.email ?? '') : undefined;
      if (near !== undefined) asked.push(perhaps(candidate, 'full_name', near));
      else if (same !== undefined) asked.push(perhaps(candidate, 'email', same));
      else rest.push(candidate);
    }
    return { rest, asked };
  }

  private near(fullName: string): string | undefined {
    const name = comparedName(fullName);
    const edits = name.length >= LONG_NAME ? EDITS : 1;
    const place = this.names.first(name, edits);
    return place === null ? undefined : this.members?.[place]?.number;
  }

  /** Numbers of such women by the addresses that this network stated of them. */
  private async withAddresses(candidates: readonly Candidate[]): Promise<Map<string, string>> {
    const emails = candidates.flatMap(({ draft }) => draft.contact.email ?? []);
    if (emails.length === 0 || this.members?.length === 0) return new Map();
    const found = await this.database.transaction((tx) =>
      this.contacts.statedWith(tx, this.networkId, emails),
    );
    const numberOf = new Map(this.members?.map(({ id, number }) => [id, number]));
    return new Map(
      found.flatMap(({ email, mediatorId }) => {
        const number = numberOf.get(mediatorId);
        return number === undefined ? [] : [[email, number]];
      }),
    );
  }

  private async earlier(): Promise<EarlierMember[]> {
    const rows = await this.database.query<{ id: string; number: string; name: string | null }>(
      `SELECT mediator_id AS id, external_id AS number, asserted ->> 'fullName' AS name FROM affiliation a
       WHERE network_id = $1 AND status <> 'ended' AND NOT EXISTS
         (SELECT FROM import_seen s WHERE s.network_id = a.network_id AND s.external_id = a.external_id)
       ORDER BY external_id LIMIT $2`,
      [this.networkId, MOST_EARLIER],
    );
    return rows.map(({ name, ...one }) => ({ ...one, name: comparedName(name ?? '') }));
  }
}

interface EarlierMember {
  readonly id: string;
  readonly number: string;
  /** As names are compared. */
  readonly name: string;
}

function perhaps(
  { row, sheet, draft }: Candidate,
  column: 'full_name' | 'email',
  number: string,
): Reject {
  const isName = column === 'full_name';
  const reason = problem(isName ? 'number.perhaps' : 'number.perhapsAddress', { number });
  const value = isName ? (draft.fullName ?? '') : '';
  return safeReject({ row, sheet, column, value, reason, suggestion: null }, !isName);
}
