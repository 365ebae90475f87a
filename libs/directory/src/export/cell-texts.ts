import { label, splitValues, type Locale, type Parsed } from '#vocabulary';
import type { Statement } from '../assertion/statement.js';
import type { CodeList, FieldType } from '../fields/field-types.js';
import type {
  Availability,
  Experience,
  ExpertiseSkill,
  LanguageSkill,
} from '../fields/field-values.js';
import { PROFILE_COLUMNS, type ImportField } from '../import/columns/fields.js';
import { codeParser, SKILLS } from '../import/columns/parsers.js';

const EXPERTISE_LEVELS: Readonly<Record<number, string>> = {
  1: 'familiar',
  2: 'practitioner',
  3: 'expert',
};
/**
 * What a network states of a woman, by the column of an import that says the same: labels in a language where an import
 * understands them as the very code, else the code. Texts in several languages have a column for each: `biography:fr`.
 */
export function cellTexts(statement: Statement, locale: Locale): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { field, type, column } of PROFILE_COLUMNS) {
    const value = statement[field];
    if (value === undefined) continue;
    if (type.kind === 'texts') {
      for (const [language, text] of Object.entries(value as Record<string, string>)) {
        texts.set(`${column}:${language}`, text);
      }
    } else {
      texts.set(column, textOf(type, value, locale, column));
    }
  }
  return texts;
}

function textOf(type: FieldType, value: unknown, locale: Locale, column: ImportField): string {
  switch (type.kind) {
    case 'names':
      return (value as readonly string[]).join('; ');
    case 'flag':
      return value === true ? 'yes' : 'no';
    case 'code':
      return labelled(type.of, value as string, codeParser(column, type.of), locale);
    case 'codes':
      return (value as readonly string[])
        .map((code) => labelled(type.of, code, codeParser(column, type.of), locale))
        .join('; ');
    case 'skills':
      return type.of === 'language'
        ? (value as readonly LanguageSkill[]).map((skill) => languageText(skill, locale)).join('; ')
        : (value as readonly ExpertiseSkill[])
            .map((skill) => expertiseText(skill, locale))
            .join('; ');
    case 'availability':
      return availabilityText(value as Availability);
    case 'experience':
      return (value as readonly Experience[]).map(deployment).join('\n');
    default:
      return String(value);
  }
}

/** The label where an import takes it for this code and for nothing else, also among other values. */
function labelled(
  kind: CodeList,
  code: string,
  parse: (text: string) => Parsed<string>,
  locale: Locale,
): string {
  const text = label(kind, code, locale);
  return isRead(text, parse, (read) => read === code) ? text : code;
}

function languageText({ code, level }: LanguageSkill, locale: Locale): string {
  const text = `${label('language', code, locale)} (${level})`;
  const isSame = (read: { language: string; level: unknown }) =>
    read.language === code && read.level === level;
  return isRead(text, SKILLS.language, isSame) ? text : `${code} (${level})`;
}

function expertiseText({ code, level }: ExpertiseSkill, locale: Locale): string {
  const name = EXPERTISE_LEVELS[level];
  const text = `${label('expertise', code, locale)} (${name})`;
  const isSame = (read: { expertise: string; level: unknown }) =>
    read.expertise === code && read.level === level;
  return isRead(text, SKILLS.expertise, isSame) ? text : `${code} (${name})`;
}

function isRead<T>(
  text: string,
  parse: (text: string) => Parsed<T>,
  isSame: (read: T) => boolean,
): boolean {
  const parts = splitValues(text, (part) => parse(part).ok);
  const read = parse(text);
  return parts.length === 1 && read.ok && isSame(read.value);
}

function availabilityText({ band, periods }: Availability): string {
  const days = periods.filter(({ from, to }) => from !== null || to !== null);
  if (days.length === 0) return band;
  const text = days.map(({ from, to }) => `${from ?? ''}/${to ?? ''}`).join('; ');
  return band === 'available' ? text : `${band}: ${text}`;
}

/** See the column `deployments`; what divides its parts cannot stand in a name. */
function deployment(one: Experience): string {
  const name = one.processName.replaceAll(/[|;\n]/gu, ',');
  const parts = [one.processType, one.phase, one.role, one.track, one.territory];
  const years = [one.yearFrom, one.yearTo];
  return [name, ...parts, ...years]
    .map((part) => part ?? '')
    .join(' | ')
    .replace(/[ |]+$/u, '');
}
