import { problem } from '#messages';
import { parseExpertiseLevel, parseProficiency, proficiencyRank, readYesNo } from '#vocabulary';
import type { FieldType } from '../../fields/field-types.js';
import { PROFILE_FIELDS } from '../../fields/profile-fields.js';
import type { ExpertiseSkill, LanguageSkill } from '../../fields/field-values.js';
import type { StatedField } from '../../fields/stated.js';
import { codeNameProblem } from '../../pseudonym/code-name.js';
import { PROFILE_COLUMNS, type FieldOfColumn, type ImportField } from '../columns/fields.js';
import { codeParser, SKILLS } from '../columns/parsers.js';
import { availabilityOf } from './availability.js';
import type { Cells } from './cells.js';
import { experienceOf } from './experience.js';
import type { DraftFields } from './profile-draft.js';

/** Beside the cells: texts by language, of fields that have one in each, and the day of the import (ISO 8601). */
export interface Context {
  readonly texts: ReadonlyMap<ImportField, ReadonlyMap<string, string>>;
  readonly today: string;
}

type Read = (cells: Cells, context: Context, before: Draft) => {} | null;

/** With her number, and the fields before the one that is read. */
type Draft = DraftFields & { readonly externalId: string };

const PRACTITIONER = 2;
const YEARS = PROFILE_FIELDS.years.type;
const NOTICE = PROFILE_FIELDS.noticeDays.type;

/** Fields that a row says in another way than others of their type. */
const OF_THEIR_OWN: Readonly<Partial<Record<StatedField, Read>>> = {
  fullName: (cells) => cells.fullName(),
  displayName: (cells, _, { fullName }) => cells.displayName() || fullName,
  pseudonymous,
  years: ofColumn('years', (cells, { today }) => cells.years('years', YEARS.to, YEARS.from, today)),
  noticeDays: ofColumn('notice_days', (cells) => cells.days('notice_days', NOTICE.to)),
  workingMode: ofColumn('remote', workingMode),
};

const READERS: readonly (readonly [StatedField, Read])[] = PROFILE_COLUMNS.map((one) => [
  one.field,
  OF_THEIR_OWN[one.field] ??
    (isOfColumn(one) ? ofColumn(one.column, readerOf(one)) : readerOf(one)),
]);

/** Of who states nothing, in the order of the fields. */
export const NO_PROFILE = Object.fromEntries(
  READERS.map(([field]) => [field, null]),
) as unknown as DraftFields;

/** Reads what a row states of the fields of the profile; null or empty where it states nothing. */
export function readProfile(cells: Cells, context: Context, into: Draft): void {
  const values = into as unknown as Record<string, unknown>;
  for (const [field, read] of READERS) values[field] = read(cells, context, into);
}

/** Remembers what the texts of a column were read as, where the column alone tells the field. */
function ofColumn(column: ImportField, read: Read): Read {
  return (cells, context, before) =>
    cells.known(column, context.today, () => read(cells, context, before));
}

/** Names and free text come once; levels may stand in a column of their own. */
function isOfColumn({ type: { kind } }: FieldOfColumn): boolean {
  return !['name', 'names', 'text', 'texts', 'experience', 'skills'].includes(kind);
}

function readerOf({ column, type }: FieldOfColumn): Read {
  switch (type.kind) {
    case 'name':
      return (cells) => cells.name(column, type.longest) || null;
    case 'names':
      return (cells) => unique(cells.names(column));
    case 'flag':
      return (cells) => cells.yesNo(column);
    case 'code':
      return (cells) => cells.one(column, codeParser(column, type.of));
    case 'codes':
      return (cells) => unique(cells.parsed(column, codeParser(column, type.of)));
    case 'number':
      return (cells) => cells.whole(column, type.to, type.from);
    case 'year':
      return (cells, { today }) => cells.whole(column, Number(today.slice(0, 4)), 1900);
    case 'choice':
      return (cells) => choice(cells, column, type);
    case 'text':
      return (cells) => cells.optional(column, type.longest);
    case 'texts':
      return (_, { texts }) => inOrder(texts.get(column));
    case 'past-day':
      return (cells, { today }) => cells.pastDate(column, today);
    case 'skills':
      return type.of === 'language' ? languages : expertise;
    case 'availability':
      return (cells, { today }) => availabilityOf(cells, today);
    default:
      return (cells, { today }) => experienceOf(cells, today);
  }
}

function choice(cells: Cells, column: ImportField, { of }: Extract<FieldType, { kind: 'choice' }>) {
  const text = cells.text(column).toLowerCase();
  if (text === '' || of.includes(text)) return text || null;
  cells.reject(column, text, problem('value.oneOf', { values: of.join(', ') }));
  return null;
}

/** Who is at risk has a code name that does not tell who she is. */
function pseudonymous(cells: Cells, { today }: Context, names: Draft): boolean {
  const atRisk = cells.known('pseudonymous', today, () => cells.yesNo('pseudonymous'));
  if (!atRisk) return false;
  const { codeName, externalId } = names;
  if (codeName === null) {
    cells.reject('code_name', '', problem('codeName.missing'));
    return true;
  }
  const telling = codeNameProblem(names, externalId);
  if (telling !== null) cells.reject('code_name', codeName, telling);
  return true;
}

/** The column asks whether she works from afar. */
function workingMode(cells: Cells): DraftFields['workingMode'] {
  const text = cells.text('remote').toLowerCase();
  if (text === '') return null;
  if (text === 'both') return 'both';
  const answer = readYesNo(text);
  if (answer === true || text === 'remote') return 'remote';
  if (answer === null && text !== 'in-person') {
    cells.reject('remote', text, problem('value.yesNoBoth'));
  }
  return 'in-person';
}

/** The higher level where a language is named twice; one without a level is not guessed at. */
function languages(cells: Cells): LanguageSkill[] {
  const standard = cells.one('language_level', parseProficiency);
  const best = new Map<string, LanguageSkill>();
  const said = cells.parsedWithTexts('languages', SKILLS.language);
  // "Peul / Fulfulde (native)": two names of one language, of which one has the level of both.
  const leveled = new Set(said.flatMap(({ value }) => (value.level ? value.language : [])));
  for (const { text, value: skill } of said) {
    if (skill.level === null && leveled.has(skill.language)) continue;
    const held = skill.level ?? standard;
    if (held === null) {
      cells.reject('languages', text, problem('value.noLevel'), `${text} (B2)`);
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
  const standard = cells.one('expertise_level', parseExpertiseLevel) ?? PRACTITIONER;
  const best = new Map<string, ExpertiseSkill>();
  for (const { expertise: code, level } of cells.parsed('expertise', SKILLS.expertise)) {
    const held = level ?? standard;
    if (held > (best.get(code)?.level ?? 0)) best.set(code, { code, level: held });
  }
  return [...best.values()].toSorted(byCode);
}

function inOrder(texts: ReadonlyMap<string, string> = new Map()): Record<string, string> {
  return Object.fromEntries([...texts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);

/** Each once, in order. */
export function unique<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].toSorted();
}
