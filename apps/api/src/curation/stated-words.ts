import {
  typeOf,
  type Availability,
  type DayRange,
  type Experience,
  type ExpertiseSkill,
  type FieldType,
  type LanguageSkill,
  type StatedField,
} from '#directory';
import { isolate, translator } from '#messages';
import type { Locale } from '#vocabulary';
import { Words } from '../pages/views/words.js';

/** What a source states in a field, in words: codes by their names, one line for each entry of a list of texts. */
export function statedWords(field: StatedField, value: unknown, locale: Locale): string {
  return wordsOf(typeOf(field), value, locale);
}

function wordsOf(type: FieldType, value: unknown, locale: Locale): string {
  const t = translator('pages', locale);
  const words = new Words(locale, t);
  switch (type.kind) {
    case 'names':
      return words.all(value as readonly string[]);
    case 'flag':
      return t(value === true ? 'yes' : 'no');
    case 'code':
      return words.area(value as string);
    case 'codes':
      return words.all(
        (value as readonly string[]).map((code) =>
          type.of === 'territory' ? words.area(code) : words.name(type.of, code),
        ),
      );
    case 'choice':
      return t(`workingModes.${value as 'in-person' | 'remote' | 'both'}`);
    case 'past-day':
      return words.day(value as string);
    case 'texts':
      return Object.entries(value as Readonly<Record<string, string>>)
        .map(([language, text]) => `${words.name('language', language)}: ${inLines(text, locale)}`)
        .join('\n');
    case 'skills':
      return words.all(
        skills(type.of, value as readonly (LanguageSkill | ExpertiseSkill)[], words),
      );
    case 'availability':
      return availability(value as Availability, words);
    case 'experience':
      return (value as readonly Experience[])
        .map((one) => deployment(one, words, locale))
        .join('\n');
    default:
      return String(value);
  }
}

/** A text with the direction of each of its lines isolated. */
function inLines(text: string, locale: Locale): string {
  return text
    .split('\n')
    .map((line) => isolate(line, locale))
    .join('\n');
}

function skills(
  kind: 'language' | 'expertise',
  held: readonly (LanguageSkill | ExpertiseSkill)[],
  words: Words,
): string[] {
  const levels = kind === 'language' ? 'proficiency' : 'expertise-level';
  return held.map(
    ({ code, level }) => `${words.name(kind, code)} – ${words.name(levels, String(level))}`,
  );
}

function availability({ band, periods }: Availability, words: Words): string {
  const days = periods
    .filter(({ from, to }) => from !== null || to !== null)
    .map(({ from, to }: DayRange) =>
      [from, to].map((day) => (day ? words.day(day) : '…')).join(' – '),
    );
  return [words.name('availability', band), ...days].join('\n');
}

function deployment(one: Experience, words: Words, locale: Locale): string {
  const years = [one.yearFrom, one.yearTo].filter((year) => year !== null).join(' – ');
  return [
    one.processName,
    one.processType && words.name('process-type', one.processType),
    one.phase && words.name('phase', one.phase),
    one.role && words.name('role', one.role),
    one.track && words.name('track', one.track),
    one.territory && words.area(one.territory),
    years,
  ]
    .filter((part) => !!part)
    .map((part) => isolate(part ?? '', locale))
    .join(' · ');
}
