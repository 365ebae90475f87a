import { parseLanguage, type ExpertiseLevel, type Proficiency } from '#vocabulary';
import type { ExpertiseSkill, LanguageSkill } from '#directory';
import type { SkillsWritten } from '../views/skill-rows.js';
import type { Form } from './form.js';
import type { Visit } from './visit.js';

/** Rows that are read of each list; the service takes fewer. */
export const MOST_ROWS = 120;
/** Empty rows at the end. */
export const SPARE_ROWS = 3;

/** No language has it. */
const NO_CODE = '';

/** The rows of a form. They keep their places, also where one is empty, so that a mistake is said of the row she wrote. */
export function skillsIn(form: Form): SkillsWritten {
  const rows = Array.from({ length: MOST_ROWS }, (_, i) => i);
  const languages = rows.map((i) => ({
    held: form.text(`held${i}`),
    name: form.text(`language${i}`),
    level: form.text(`languageLevel${i}`),
  }));
  const topics = rows.map((i) => ({
    code: form.text(`topic${i}`),
    level: form.text(`topicLevel${i}`),
  }));
  return {
    languages: languages.slice(
      0,
      languages.findLastIndex(({ name, level }) => name + level !== '') + 1,
    ),
    topics: topics.slice(0, topics.findLastIndex(({ code, level }) => code + level !== '') + 1),
  };
}

/** The same with empty rows at the end. */
export function withSpareRows<W extends SkillsWritten>(written: W): W {
  const spare = Array.from({ length: SPARE_ROWS });
  return {
    ...written,
    languages: [...written.languages, ...spare.map(() => ({ held: '', name: '', level: '' }))],
    topics: [...written.topics, ...spare.map(() => ({ code: '', level: '' }))],
  };
}

/** What the rows mean, as a service takes it, and what is wrong with them. */
export interface Skills {
  readonly languages: readonly LanguageSkill[];
  readonly expertise: readonly ExpertiseSkill[];
  /** By the name of the field of the form. */
  readonly mistakes: ReadonlyMap<string, string>;
  /** Which field of the form a path of the service stands in. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Names of languages as codes. One that is not understood is never guessed. */
export function understoodSkills(written: SkillsWritten, { t, words }: Visit): Skills {
  const mistakes = new Map<string, string>();
  const fields: Record<string, string> = {};
  const languages: LanguageSkill[] = [];
  for (const [row, { held, name, level }] of written.languages.entries()) {
    if (name === '') continue;
    const parsed =
      held !== '' && name === words.name('language', held)
        ? ({ ok: true, value: held } as const)
        : parseLanguage(name);
    note(fields, 'languages', languages.length, [`language${row}`, `languageLevel${row}`]);
    languages.push({ code: parsed.ok ? parsed.value : NO_CODE, level: level as Proficiency });
    if (!parsed.ok) {
      const names = words.all(
        parsed.problem.suggestions.map(({ code }) => words.name('language', code)),
      );
      const perhaps =
        parsed.problem.suggestions.length > 0 ? ` ${t('mistakes.suggestions', { names })}` : '';
      mistakes.set(`language${row}`, `${t('mistakes.codes.UNKNOWN')}${perhaps}`);
    }
    if (level === '') mistakes.set(`languageLevel${row}`, t('mistakes.codes.MISSING'));
  }
  const expertise: ExpertiseSkill[] = [];
  for (const [row, { code, level }] of written.topics.entries()) {
    if (code === '') continue;
    note(fields, 'expertise', expertise.length, [`topic${row}`, `topicLevel${row}`]);
    expertise.push({ code, level: Number(level) as ExpertiseLevel });
    if (level === '') mistakes.set(`topicLevel${row}`, t('mistakes.codes.MISSING'));
  }
  return { languages, expertise, mistakes, fields };
}

function note(
  fields: Record<string, string>,
  path: string,
  i: number,
  [name, level]: readonly [string, string],
): void {
  fields[`${path}.${i}`] = name;
  fields[`${path}.${i}.code`] = name;
  fields[`${path}.${i}.level`] = level;
}
