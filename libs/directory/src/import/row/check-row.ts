import {
  parseExpertiseSkill,
  parseLanguageSkill,
  parseProficiency,
  parseRole,
  parseSupport,
  parseTerritory,
  parseTrack,
  proficiencyRank,
} from '#vocabulary';
import type { ExpertiseSkill, LanguageSkill } from '../../fields/field-values.js';
import {
  CONSENT_PURPOSES,
  NETWORK_ROLES,
  type ConsentPurpose,
} from '../../profile/profile-record.js';
import { mailAddressProblem } from '#config';
import { telephoneProblem } from '../../contact/check-contact.js';
import type { Contact } from '../../contact/contact.js';
import type { Column, ColumnMap } from '../columns/column-map.js';
import { mayBeDoubled } from '../columns/doubled.js';
import type { ImportField } from '../columns/fields.js';
import { codeNameProblem } from '../../pseudonym/code-name.js';
import type { RawCell, RawRow } from '../readers/raw-row.js';
import { availabilityOf } from './availability.js';
import { Cells, NO, YES } from './cells.js';
import { experienceOf } from './experience.js';
import { remembering } from './remembering.js';
import type { ProfileDraft } from './profile-draft.js';
import type { Reject } from './reject.js';

export type Checked =
  | {
      readonly draft: ProfileDraft;
      /** The file's own name of the column of external ids. */
      readonly idColumn: string;
      /** The external id as it stands in the file; the draft has it folded. */
      readonly writtenId: string;
    }
  | { readonly draft: null; readonly rejects: readonly Reject[] };

const PRACTITIONER = 2;

// The same few thousand texts come again and again in a file.
const languageSkill = remembering(parseLanguageSkill);
const expertiseSkill = remembering(parseExpertiseSkill);
const territory = remembering(parseTerritory);
const trackNamed = remembering(parseTrack);
const roleNamed = remembering(parseRole);
const supportNamed = remembering(parseSupport);

/** A row with every code resolved, or all that is wrong with it at once. `today` is an ISO date. */
export function checkRow(raw: RawRow, columns: ColumnMap, today: string): Checked {
  if (raw.broken !== undefined) {
    const reject = { row: raw.number, column: '', value: '', reason: raw.broken, suggestion: '' };
    return { draft: null, rejects: [reject] };
  }
  const { cells, biographies } = sorted(raw, columns);
  const id = cells.externalId();
  const draft = draftOf(cells, id.kept, biographies, today);
  return cells.rejects.length > 0
    ? { draft: null, rejects: cells.rejects }
    : { draft, idColumn: cells.column('external_id'), writtenId: id.written };
}

/** Her number in the network's list, however wrong the rest of the row is; null where it cannot be read. */
export function numberOf(
  raw: RawRow,
  columns: ColumnMap,
): { readonly number: string; readonly column: string } | null {
  const isNumber = ({ header }: RawCell) => columns.column(header)?.field === 'external_id';
  const { cells } = sorted({ ...raw, cells: raw.cells.filter(isNumber) }, columns);
  const { kept: number } = cells.externalId();
  return number === '' ? null : { number, column: cells.column('external_id') };
}

function draftOf(
  cells: Cells,
  externalId: string,
  biographies: ReadonlyMap<string, string>,
  today: string,
): ProfileDraft {
  const fullName = cells.fullName();
  const codeName = cells.name('code_name', 'codeName') || null;
  const pseudonymous = cells.yesNo('pseudonymous');
  if (pseudonymous && codeName === null) {
    cells.reject('code_name', '', 'A pseudonymous profile needs a code name.');
  }
  const displayName = cells.name('display_name') || fullName;
  const nameVariants = unique(cells.names('name_variants'));
  if (pseudonymous && codeName !== null) {
    const telling = codeNameProblem({ codeName, fullName, displayName, nameVariants }, externalId);
    if (telling !== null) cells.reject('code_name', codeName, telling);
  }
  return {
    externalId,
    fullName,
    displayName,
    nameVariants,
    codeName,
    pseudonymous,
    nationalities: unique(cells.parsed('nationality', territory)),
    residence: cells.one('residence', territory),
    years: cells.whole('years', 80),
    tracks: unique(cells.parsed('tracks', trackNamed)),
    roles: unique(cells.parsed('roles', roleNamed)),
    supports: unique(cells.parsed('supports', supportNamed)),
    availability: availabilityOf(cells),
    noticeDays: cells.whole('notice_days', 3_650),
    workingMode: workingMode(cells),
    biography: Object.fromEntries([...biographies].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    education: cells.optional('education'),
    publications: cells.optional('publications'),
    training: cells.optional('training'),
    ruledOut: unique(cells.parsed('ruled_out', territory)),
    confirmedOn: cells.pastDate('confirmed_on', today),
    languages: languages(cells),
    territories: unique(cells.parsed('territories', territory)),
    expertise: expertise(cells),
    experience: experienceOf(cells),
    networkRole: networkRole(cells),
    memberSince: cells.date('member_since'),
    consents: consents(cells),
    consentTextVersion: cells.text('consent_text_version', 'name') || 'unstated',
    consentOn: cells.pastDate('consent_on', today),
    contact: contact(cells, today),
  };
}

/** Cells by field. Values of two columns are put together or compared where the field allows it. */
function sorted(raw: RawRow, columns: ColumnMap) {
  const texts = new Map<ImportField, RawCell[]>();
  const biographies = new Map<string, RawCell[]>();
  const into = ({ field, language }: Column): RawCell[] =>
    language === null ? listOf(texts, field) : listOf(biographies, language);
  for (const cell of raw.cells) {
    const column = columns.column(cell.header);
    if (column) into(column).push(cell);
  }
  for (const column of columns.defaults) {
    const cells = into(column);
    if (cells.every(isBlank)) cells.splice(0, cells.length, column);
  }
  const cells = new Cells(raw.number, texts, columns.naMeans);
  for (const [field, found] of texts) {
    if (!mayBeDoubled(field)) texts.set(field, onlyOne(cells, field, found));
  }
  const checked = new Map<string, string>();
  for (const [language, found] of biographies) {
    texts.set('biography', found);
    texts.set('biography', onlyOne(cells, 'biography', found));
    const text = cells.text('biography');
    if (text !== '') checked.set(language, text);
  }
  return { cells, biographies: checked };
}

function listOf<Key>(lists: Map<Key, RawCell[]>, key: Key): RawCell[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const isBlank = ({ text, wrong }: RawCell): boolean => wrong === undefined && text.trim() === '';

/** The one cell that says something, or that says the same as the others. */
function onlyOne(cells: Cells, field: ImportField, found: RawCell[]): RawCell[] {
  const said = found.filter((cell) => !isBlank(cell));
  const [first = found[0]] = said;
  if (first === undefined) return [];
  if (said.every(({ text, wrong }) => text.trim() === first.text.trim() && wrong === first.wrong)) {
    return [first];
  }
  cells.reject(field, '', 'Two columns say this of her and differ: keep one of them.');
  return [];
}

/** The higher level where a language is named twice; one without a level is not guessed at. */
function languages(cells: Cells): LanguageSkill[] {
  const standard = cells.one('language_level', parseProficiency);
  const best = new Map<string, LanguageSkill>();
  for (const value of cells.values('languages')) {
    const skill = cells.understood('languages', value, languageSkill);
    if (skill === null) continue;
    const held = skill.level ?? standard;
    if (held === null) {
      cells.reject('languages', value, 'The level of this language is missing.', `${value} (B2)`);
      continue;
    }
    const code = skill.language;
    const other = best.get(code);
    if (!other || proficiencyRank(held) > proficiencyRank(other.level)) {
      best.set(code, { code, level: held });
    }
  }
  return [...best.values()].toSorted(byCode);
}

function expertise(cells: Cells): ExpertiseSkill[] {
  const best = new Map<string, ExpertiseSkill>();
  for (const { expertise: code, level } of cells.parsed('expertise', expertiseSkill)) {
    const held = level ?? PRACTITIONER;
    if (held > (best.get(code)?.level ?? 0)) best.set(code, { code, level: held });
  }
  return [...best.values()].toSorted(byCode);
}

/** What every column of consents names. */
function consents(cells: Cells): ConsentPurpose[] {
  const [first = [], ...others] = cells
    .valuesByColumn('consent')
    .map((values) => values.map((value) => consent(cells, value)));
  return unique(first.filter((purpose) => others.every((given) => given.includes(purpose))));
}

function consent(cells: Cells, value: string): ConsentPurpose {
  const name = value.toUpperCase().replaceAll(/[\s-]+/g, '_');
  const purpose = CONSENT_PURPOSES.find((candidate) => candidate === name);
  if (!purpose) {
    cells.reject('consent', value, `A purpose is one of ${CONSENT_PURPOSES.join(', ')}.`);
  }
  return purpose ?? 'LISTED';
}

function networkRole(cells: Cells): ProfileDraft['networkRole'] {
  const text = cells.text('network_role').toLowerCase().replaceAll(/\s+/g, '-');
  if (text === '') return 'member';
  const role = NETWORK_ROLES.find((candidate) => candidate === text);
  if (!role) cells.reject('network_role', text, `This is one of ${NETWORK_ROLES.join(', ')}.`);
  return role ?? 'member';
}

function workingMode(cells: Cells): ProfileDraft['workingMode'] {
  const text = cells.text('remote').toLowerCase();
  if (text === '') return null;
  if (text === 'both') return 'both';
  if (YES.has(text) || text === 'remote') return 'remote';
  if (!NO.has(text) && text !== 'in-person') {
    cells.reject('remote', text, 'This must be yes, no or both.');
  }
  return 'in-person';
}

function contact(cells: Cells, today: string): Contact {
  const checked = (field: 'email' | 'telephone', problemOf: (text: string) => string | null) => {
    const text = cells.optional(field, 'name');
    const problem = text === null ? null : problemOf(text);
    if (problem !== null) cells.reject(field, '', problem);
    return text;
  };
  return {
    email: checked('email', mailAddressProblem),
    telephone: checked('telephone', telephoneProblem),
    postalAddress: cells.optional('postal_address'),
    emergencyContact: cells.optional('emergency_contact'),
    securityNotes: cells.optional('security_notes'),
    dateOfBirth: cells.pastDate('date_of_birth', today),
  };
}

const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);

function unique<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].toSorted();
}
