import {
  entries,
  expertiseChildren,
  EXPERTISE_LEVELS,
  PROFICIENCIES,
  type VocabularyKind,
} from '#vocabulary';
import type { Translate } from '#messages';
import { attributes, html, type Html } from '../html/html.js';
import { line, select, type Choice } from './fields.js';
import type { Mistakes } from './mistakes.js';
import type { Words } from './words.js';

/** A row of a form, as she wrote it. */
export interface LanguageWritten {
  /** The code that the row showed, for a name can be that of several; empty where it showed none. */
  readonly held: string;
  readonly name: string;
  readonly level: string;
}

export interface TopicWritten {
  readonly code: string;
  readonly level: string;
}

/** Languages and topics of a form, each with its level. */
export interface SkillsWritten {
  readonly languages: readonly LanguageWritten[];
  readonly topics: readonly TopicWritten[];
}

/** What a view needs of the visit. */
interface Reader {
  readonly t: Translate<'pages'>;
  readonly words: Words;
}

/** A line for the name of each language, with its level, and a button for more of them. */
export function languageRows({ t, words }: Reader, rows: SkillsWritten, mistakes: Mistakes): Html {
  const levels = choices(PROFICIENCIES, (code) => words.name('proficiency', code));
  return html`${rows.languages.map(
    ({ held, name, level }, i) =>
      html`<div class="row">
        <input type="hidden" name="held${i}" value="${held}" />
        <div>
          ${line({ name: `language${i}`, label: `${t('work.language')} ${i + 1}`, value: name, mistakes })}
        </div>
        <div>
          ${select({ name: `languageLevel${i}`, label: t('work.level'), mistakes }, levels, level)}
        </div>
      </div>`,
  )}
  ${more(t('work.moreLanguages'), 'languages')}`;
}

/** A choice for each topic, with its level, and a button for more of them. */
export function topicRows({ t, words }: Reader, rows: SkillsWritten, mistakes: Mistakes): Html {
  const name = (kind: VocabularyKind) => (value: string) => words.name(kind, value);
  const topics = DOMAINS.map((domain) => ({
    label: words.name('expertise', domain),
    options: choices([domain, ...expertiseChildren(domain)], name('expertise')),
  }));
  const levels = choices(EXPERTISE_LEVELS.map(String), name('expertise-level'));
  return html`${rows.topics.map(
    ({ code, level }, i) =>
      html`<div class="row">
        <div>
          ${select({ name: `topic${i}`, label: `${t('work.topic')} ${i + 1}`, mistakes }, topics, code)}
        </div>
        <div>
          ${select({ name: `topicLevel${i}`, label: t('work.level'), mistakes }, levels, level)}
        </div>
      </div>`,
  )}
  ${more(t('work.moreTopics'), 'topics')}`;
}

/** What the summary of mistakes calls the fields of these rows. */
export function skillLabels(
  { t }: Reader,
  { languages, topics }: SkillsWritten,
): Record<string, string> {
  const rows = (count: number, name: string, label: string, level: string) =>
    Array.from({ length: count }, (_, i) => [
      [`${name}${i}`, `${label} ${i + 1}`],
      [`${level}${i}`, `${label} ${i + 1}, ${t('work.level')}`],
    ]).flat();
  return Object.fromEntries([
    ...rows(languages.length, 'language', t('work.language'), 'languageLevel'),
    ...rows(topics.length, 'topic', t('work.topic'), 'topicLevel'),
  ]) as Record<string, string>;
}

/** Shows the form again with more rows; nothing is saved and nothing is lost by it. */
export function more(label: string, rows: string): Html {
  return html`<p>
    <button class="second" name="more" value="${rows}" ${attributes({ formnovalidate: true })}>
      ${label}
    </button>
  </p>`;
}

export function choices(codes: readonly string[], name: (code: string) => string): Choice[] {
  return codes.map((value) => ({ value, label: name(value) }));
}

const DOMAINS = entries('expertise')
  .filter(({ parent }) => parent === null)
  .map(({ code }) => code);
