import { LONGEST } from '../../fields/field-types.js';
import { NETWORK_ROLES, type NetworkRole } from '../../fields/closed-lists.js';
import { problem, type Problem, type Words } from '#messages';
import { asciiDigits, foldText } from '#vocabulary';
import { comparedName } from '../../mediator/name-titles.js';
import { addressProblem, telephoneProblem } from '../../contact/check-contact.js';
import { NOTHING_LISTED, type ContactStatement } from '../../contact/contact.js';
import type { Column } from '../columns/column.js';
import type { ColumnMap } from '../columns/column-map.js';
import { mayBeDoubled } from '../columns/doubled.js';
import { NAME_PARTS, type ImportField } from '../columns/fields.js';
import type { RawCell, RawRow } from '../readers/raw-row.js';
import { Cells, columnOf } from './cells.js';
import { readMark } from '../columns/missing-words.js';
import { UNSTATED_VERSION } from './consent-versions.js';
import { consentsOf } from './consents.js';
import type { Note } from './note.js';
import type { ProfileDraft } from './profile-draft.js';
import { NO_PROFILE, readProfile, type Context } from './profile-values.js';
import type { Reject } from './reject.js';
import { withLevel } from './with-level.js';

export type Checked =
  | {
      readonly draft: ProfileDraft;
      /** The file's own name of the column of external ids. */
      readonly idColumn: Words;
      /** The external id as it stands in the file; the draft has it folded. */
      readonly writtenId: string;
      /** What is to be known of how values were read. */
      readonly notes: readonly Note[];
    }
  | {
      readonly draft: null;
      readonly rejects: readonly Reject[];
      /** What could be read of the row, for who mends it; null where nothing could. */
      readonly read: ProfileDraft | null;
    };

/** A row with every code resolved, or all that is wrong with it at once. `today` is an ISO date. */
export function checkRow(raw: RawRow, columns: ColumnMap, today: string): Checked {
  if (raw.broken !== undefined) {
    const { number: row, sheet, broken: reason } = raw;
    const reject = { row, sheet, column: '', value: '', reason, suggestion: null };
    return { draft: null, rejects: [reject], read: null };
  }
  const { cells, texts } = sorted(raw, columns);
  const id = cells.externalId();
  const draft = draftOf(cells, id.kept, { texts, today, columns });
  return cells.rejects.length > 0
    ? { draft: null, rejects: cells.rejects, read: draft }
    : {
        draft,
        idColumn: cells.column('external_id'),
        writtenId: id.written,
        notes: cells.notes,
      };
}

/** Reads the text of some fields that can be there once; '' where there is none. */
export function textsOf(
  raw: RawRow,
  columns: ColumnMap,
  fields: ReadonlySet<ImportField>,
): (field: ImportField) => string {
  const { texts } = sortedCells(withOnly(fields, raw, columns), columns);
  return (field) =>
    texts
      .get(field)
      ?.find((cell) => !isBlank(cell))
      ?.text.trim() ?? '';
}

/** Her number in the network's list, however wrong the rest of the row is; null where it cannot be read. */
export function numberOf(
  raw: RawRow,
  columns: ColumnMap,
): { readonly number: string; readonly column: Words } | null {
  const { cells } = sorted(withOnly(NUMBER, raw, columns), columns);
  const { kept: number } = cells.externalId();
  return number === '' ? null : { number, column: cells.column('external_id') };
}

const NUMBER: ReadonlySet<ImportField> = new Set<ImportField>(['external_id']);

function withOnly(fields: ReadonlySet<ImportField>, raw: RawRow, columns: ColumnMap): RawRow {
  const isWanted = (cell: RawCell) => {
    const column = columnOf(cell, columns);
    return column !== null && fields.has(column.field);
  };
  return { ...raw, cells: raw.cells.filter(isWanted) };
}

function draftOf(
  cells: Cells,
  externalId: string,
  context: Context & { readonly columns: ColumnMap },
): ProfileDraft {
  const draft = { ...EMPTY_DRAFT };
  draft.externalId = externalId;
  readProfile(cells, context, draft);
  const { today } = context;
  draft.networkRole = cells.known('network_role', today, () => networkRole(cells));
  draft.memberSince = cells.known('member_since', today, () => cells.date('member_since'));
  draft.consents = cells.known('consent', today, () => consentsOf(cells, context.columns));
  draft.consentTextVersion = cells.text('consent_text_version', LONGEST.name) || UNSTATED_VERSION;
  draft.consentOn = cells.known('consent_on', today, () => cells.pastDate('consent_on', today));
  draft.contact = contact(cells, today);
  return draft;
}

/** Copied for each row, which is many times faster than an object to which fields are added one by one. */
const EMPTY_DRAFT: { -readonly [K in keyof ProfileDraft]: ProfileDraft[K] } = {
  externalId: '',
  ...NO_PROFILE,
  networkRole: 'member',
  memberSince: null,
  consents: [],
  consentTextVersion: '',
  consentOn: null,
  contact: NOTHING_LISTED,
};

/** Cells by field, and by language where the field has a text in each. */
function sortedCells(raw: RawRow, columns: ColumnMap) {
  const texts = new Map<ImportField, RawCell[]>();
  const inLanguages = new Map<ImportField, Map<string, RawCell[]>>();
  const into = ({ field, language }: Column): RawCell[] => {
    if (language === null) return listOf(texts, field);
    const languages = inLanguages.get(field) ?? new Map<string, RawCell[]>();
    inLanguages.set(field, languages);
    return listOf(languages, language);
  };
  for (const cell of raw.cells) {
    const column = columnOf(cell, columns);
    if (column) into(column).push(asRead(cell, column));
  }
  joinNames(texts);
  joinPeriod(texts);
  joinNumbers(texts);
  for (const column of columns.defaults) {
    const cells = into(column);
    // A box that she left empty is a no, whatever is said for women who were not asked.
    const isAnswer = column.field === 'consent' && cells.length > 0;
    if (!isAnswer && cells.every(isBlank)) cells.splice(0, cells.length, column);
  }
  return { texts, inLanguages };
}

/** Values of two columns are put together or compared where the field allows it. */
function sorted(raw: RawRow, columns: ColumnMap) {
  const { texts, inLanguages } = sortedCells(raw, columns);
  const cells = new Cells(raw, texts, columns);
  for (const [field, found] of texts) {
    if (found.length > 1 && !mayBeDoubled(field)) texts.set(field, onlyOne(cells, field, found));
  }
  const checked = new Map<ImportField, Map<string, string>>();
  for (const [field, languages] of inLanguages) {
    const byLanguage = new Map<string, string>();
    for (const [language, found] of languages) {
      // The columns that a reject names.
      texts.set(field, found);
      if (found.length > 1) texts.set(field, onlyOne(cells, field, found));
      const text = cells.text(field);
      if (text !== '') byLanguage.set(language, text);
    }
    checked.set(field, byLanguage);
  }
  return { cells, texts: checked };
}

/** The cell with what the header of its column says. */
function asRead(cell: RawCell, column: Column): RawCell {
  const { field, value, level, edge } = column;
  if (value !== undefined) return marked(cell, value);
  if (edge !== undefined) return { ...cell, column };
  return level === undefined || cell.wrong !== undefined
    ? cell
    : { ...cell, text: withLevel(field, cell.text, level) };
}

const WORDED = /[\p{L}\p{N}]/u;

/** What a mark in the column of a value says: the value, with a level where one stands there; '' where it says no. */
function marked(cell: RawCell, value: string): RawCell {
  const text = cell.text.trim();
  if (text === '' || cell.wrong !== undefined) return cell;
  const answer = readMark(text);
  if (answer === null) {
    // A sign of which nobody knows what it says is no level.
    return WORDED.test(text)
      ? { ...cell, text: `${value} (${text})` }
      : { ...cell, wrong: problem('value.yesNo') };
  }
  return { ...cell, text: answer ? value : '' };
}

/**
 * The parts of a name make the full name, where the list has none. A part that rows put together say differently, or that
 * the full name does not hold, makes the name one that cannot be read.
 */
function joinNames(texts: Map<ImportField, RawCell[]>): void {
  const parts = NAME_PARTS.flatMap((field) => {
    const cells = texts.get(field) ?? [];
    texts.delete(field);
    const filled = cells.filter((cell) => !isBlank(cell));
    const [first] = filled;
    const isOne =
      filled.length < 2 ||
      filled.every(({ text }) => comparedName(text) === comparedName(first?.text ?? ''));
    return isOne ? filled.slice(0, 1) : filled.map((cell) => ({ ...cell, wrong: DIFFER }));
  });
  if (parts.length === 0) return;
  const header = parts.map((part) => part.header).join(' + ');
  const text = parts.map((part) => part.text.trim()).join(' ');
  const wrong = parts.find((cell) => cell.wrong !== undefined)?.wrong;
  const full = texts.get('full_name')?.filter((cell) => !isBlank(cell)) ?? [];
  if (full.length === 0) {
    texts.set('full_name', [{ header, text, ...(wrong === undefined ? {} : { wrong }) }]);
  } else if (!full.every((cell) => holdsWords(cell.text, text))) {
    texts.set('full_name', [{ header: `${full[0]?.header} + ${header}`, text: '', wrong: DIFFER }]);
  }
}

/** A telephone, another one and that of WhatsApp in columns of their own: all are kept, each once. */
function joinNumbers(texts: Map<ImportField, RawCell[]>): void {
  const cells = texts.get('telephone')?.filter((cell) => !isBlank(cell)) ?? [];
  if (cells.length < 2) return;
  const numbers = new Map(cells.map(({ text }) => [text.replaceAll(/\P{N}/gu, ''), text.trim()]));
  const header = cells.map((cell) => cell.header).join(' + ');
  const wrong = cells.find((cell) => cell.wrong !== undefined)?.wrong;
  const text = [...numbers.values()].join('; ');
  texts.set('telephone', [{ header, text, ...(wrong && { wrong }) }]);
}

/** "3 March 2026" and not "March 2026". */
const TWO_FIGURES = /\p{N}\P{N}+\p{N}/u;

/** The days under "Available from" and "Available until" make one period; a word for all times stays as it is. */
function joinPeriod(texts: Map<ImportField, RawCell[]>): void {
  const cells = texts.get('availability') ?? [];
  const edges = cells.filter(({ column }) => column?.edge !== undefined);
  // Where another column says something of it too, they are compared.
  if (edges.length === 0 || cells.some((cell) => !edges.includes(cell) && !isBlank(cell))) return;
  const at = (edge: Column['edge']) => edges.find(({ column }) => column?.edge === edge);
  const [from, until] = [at('from')?.text.trim() ?? '', at('until')?.text.trim() ?? ''];
  const isDay = until !== '' || TWO_FIGURES.test(from);
  const text = isDay && !from.includes('/') ? `${from}/${until}` : from;
  const wrong = edges.find((cell) => cell.wrong !== undefined)?.wrong;
  const header = edges.map((cell) => cell.header).join(' + ');
  const column = until === '' ? at('from')?.column : undefined;
  const cell = { header, text, ...(column && { column }), ...(wrong && { wrong }) };
  texts.set('availability', [cell]);
}

const DIFFER = problem('value.differ');

/** Whether a name has all words of another. */
function holdsWords(name: string, other: string): boolean {
  const words = new Set(comparedName(name).split(' '));
  return comparedName(other)
    .split(' ')
    .every((word) => words.has(word));
}

function listOf<Key>(lists: Map<Key, RawCell[]>, key: Key): RawCell[] {
  const known = lists.get(key);
  if (known) return known;
  const list: RawCell[] = [];
  lists.set(key, list);
  return list;
}

const isBlank = ({ text, wrong }: RawCell): boolean => wrong === undefined && text.trim() === '';

/** The one cell that says something, or that says the same as the others. */
function onlyOne(cells: Cells, field: ImportField, found: RawCell[]): RawCell[] {
  const withValues = found.filter((cell) => !isBlank(cell));
  const [first = found[0]] = withValues;
  if (first === undefined) return [];
  if (
    withValues.every(
      ({ text, wrong }) => text.trim() === first.text.trim() && wrong === first.wrong,
    )
  ) {
    return [first];
  }
  cells.reject(field, '', DIFFER);
  return [];
}

const folded = (names: string): ReadonlySet<string> => new Set(names.split('|').map(foldText));

/** In six languages, feminine and masculine. */
const ROLE_NAMES: Readonly<Record<NetworkRole, ReadonlySet<string>>> = {
  member: folded(
    'member|full member|membre|membre titulaire|miembro|miembra|membro|membra|mwanachama|عضو|عضوة',
  ),
  mentor: folded('mentor|mentore|mentora|mentoresse|mshauri|mlezi|مرشدة|موجهة|مرشد|موجه'),
  'young-member': folded(
    'young member|youth member|junior member|jeune membre|membre jeune|miembro joven|miembra joven|joven miembro|membro jovem|membra jovem|jovem membro|mwanachama kijana|عضوة شابة|عضو شاب',
  ),
};
/** Who is on the list as a member, but also who is on it and pays no fee, does not work or has left, may be called otherwise. */
const ACTIVE = folded(
  'active|active member|membre active|membre actif|actif|activa|activo|miembro activo|miembro activa|ativa|ativo|membro ativo|hai|mwanachama hai|عاملة|عضو عامل|عضوة عاملة|نشطة|yes|oui|sí|sim',
);

function networkRole(cells: Cells): ProfileDraft['networkRole'] {
  const text = cells.text('network_role');
  if (text === '') return 'member';
  const role = NETWORK_ROLES.find((one) => ROLE_NAMES[one].has(foldText(text)));
  if (!role) {
    const values = NETWORK_ROLES.join(', ');
    const suggestion = ACTIVE.has(foldText(text)) ? 'member' : null;
    cells.reject('network_role', text, problem('value.oneOf', { values }), suggestion);
  }
  return role ?? 'member';
}

function contact(cells: Cells, today: string): ContactStatement {
  const checked = (field: 'email' | 'telephone', problemOf: (text: string) => Problem | null) => {
    const text = cells.optional(field, LONGEST.name);
    const found = text === null ? null : problemOf(text);
    if (found !== null) cells.reject(field, '', found);
    return text;
  };
  return {
    email: checked('email', addressProblem),
    telephone: telephone(cells, checked('telephone', telephoneProblem)),
    postalAddress: cells.optional('postal_address'),
    // A list that leaves it out says nothing of it; an empty cell says that there is none.
    ...(cells.cellsOf('emergency_contact').length > 0 && {
      emergencyContact: cells.optional('emergency_contact'),
    }),
    securityNotes: cells.optional('security_notes'),
    dateOfBirth: cells.pastDate('date_of_birth', today),
  };
}

/** Several numbers may stand in one cell. */
const BETWEEN_NUMBERS = /[\n;/|,،؛]/u;
/** In any digits: "+254", "00254". */
const COUNTRY_CODE = /^\s*\(?(?:[+＋]|00)/u;

/** A number without a country code is kept as written, and noted. */
function telephone(cells: Cells, text: string | null): string | null {
  const numbers = text?.split(BETWEEN_NUMBERS).filter((one) => /\p{Nd}{2}/u.test(one)) ?? [];
  if (!numbers.every((one) => COUNTRY_CODE.test(asciiDigits(one)))) {
    cells.note('telephone', 'noCountryCode');
  }
  return text;
}
