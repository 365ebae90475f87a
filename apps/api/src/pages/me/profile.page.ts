import {
  entries,
  expertiseChildren,
  EXPERTISE_LEVELS,
  LOCALES,
  PROFICIENCIES,
  type VocabularyKind,
} from '#vocabulary';
import { attributes, html, type Html } from '../html/html.js';
import type { Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
import { box, button, line, select, summary, type Choice } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../request/notice.js';

/** A row of the form, as she wrote it. */
export interface LanguageWritten {
  /** The code that the row showed, for a name can be that of several. */
  readonly held: string;
  readonly name: string;
  readonly level: string;
}

export interface TopicWritten {
  readonly code: string;
  readonly level: string;
}

/** As it stands or as she has just written it. */
export interface ProfileWritten {
  readonly revision: string;
  readonly years: string;
  readonly languages: readonly LanguageWritten[];
  readonly topics: readonly TopicWritten[];
  /** Text by language. */
  readonly biography: Readonly<Record<string, string>>;
  readonly mistakes: Mistakes;
}

/** What she can do: languages, topics, years, and what she says of herself. */
export function profilePage(visit: Visit, written: ProfileWritten): Page {
  const { t, words } = visit;
  const { mistakes } = written;
  // The Enter key presses the first button of a form.
  const fields = html`<button class="unseen" tabindex="-1" aria-hidden="true">${t('save')}</button>
    <input type="hidden" name="revision" value="${written.revision}" />
    ${line({ name: 'years', label: words.field('years'), hint: t('work.yearsHint'), numeric: true, value: written.years, mistakes })}
    <h2>${words.field('languages')}</h2>
    <p class="hint">${t('work.languagesHint')}</p>
    ${written.languages.map((row, i) => languageRow(visit, row, i, mistakes))}
    ${more(t('work.moreLanguages'), 'languages')}
    <h2>${words.field('expertise')}</h2>
    <p class="hint">${t('work.topicsHint')}</p>
    ${written.topics.map((row, i) => topicRow(visit, row, i, mistakes))}
    ${more(t('work.moreTopics'), 'topics')}
    <h2>${words.field('biography')}</h2>
    <p class="hint">${t('work.biographyHint')}</p>
    ${biographyLanguages(written).map((language) =>
      box({
        name: `biography-${language}`,
        label: visit.words.name('language', language),
        value: written.biography[language] ?? '',
        mistakes,
      }),
    )}
    ${button(t('save'))}`;
  return {
    own: true,
    title: t('work.title'),
    content: html`${notice(visit)}
      <p>${t('work.about')}</p>
      ${summary(mistakes, t, labelsOf(visit, written))} ${visit.form('/me/profile', fields)}`,
  };
}

/** The six of these pages, and whichever others she has written in. */
export function biographyLanguages({ biography }: Pick<ProfileWritten, 'biography'>): string[] {
  return [...new Set<string>([...LOCALES, ...Object.keys(biography)])];
}

function languageRow(
  { t, words }: Visit,
  { held, name, level }: LanguageWritten,
  i: number,
  mistakes: Mistakes,
): Html {
  const levels = choices(PROFICIENCIES, (code) => words.name('proficiency', code));
  return html`<div class="row">
    <input type="hidden" name="held${i}" value="${held}" />
    <div>
      ${line({ name: `language${i}`, label: `${t('work.language')} ${i + 1}`, value: name, mistakes })}
    </div>
    <div>
      ${select({ name: `languageLevel${i}`, label: t('work.level'), mistakes }, levels, level)}
    </div>
  </div>`;
}

function topicRow(
  { t, words }: Visit,
  { code, level }: TopicWritten,
  i: number,
  mistakes: Mistakes,
): Html {
  const name = (kind: VocabularyKind) => (value: string) => words.name(kind, value);
  const topics = DOMAINS.map((domain) => ({
    label: words.name('expertise', domain),
    options: choices([domain, ...expertiseChildren(domain)], name('expertise')),
  }));
  const levels = choices(EXPERTISE_LEVELS.map(String), name('expertise-level'));
  return html`<div class="row">
    <div>
      ${select({ name: `topic${i}`, label: `${t('work.topic')} ${i + 1}`, mistakes }, topics, code)}
    </div>
    <div>
      ${select({ name: `topicLevel${i}`, label: t('work.level'), mistakes }, levels, level)}
    </div>
  </div>`;
}

const DOMAINS = entries('expertise')
  .filter(({ parent }) => parent === null)
  .map(({ code }) => code);

function choices(codes: readonly string[], name: (code: string) => string): Choice[] {
  return codes.map((value) => ({ value, label: name(value) }));
}

/** Shows the form again with more rows; nothing is saved and nothing is lost by it. */
function more(label: string, rows: 'languages' | 'topics'): Html {
  return html`<p>
    <button class="second" name="more" value="${rows}" ${attributes({ formnovalidate: true })}>
      ${label}
    </button>
  </p>`;
}

function labelsOf({ t, words }: Visit, written: ProfileWritten): Record<string, string> {
  const rows = (count: number, name: string, label: string, level: string) =>
    Array.from({ length: count }, (_, i) => [
      [`${name}${i}`, `${label} ${i + 1}`],
      [`${level}${i}`, `${label} ${i + 1}, ${t('work.level')}`],
    ]).flat();
  return {
    years: words.field('years'),
    ...Object.fromEntries([
      ...rows(written.languages.length, 'language', t('work.language'), 'languageLevel'),
      ...rows(written.topics.length, 'topic', t('work.topic'), 'topicLevel'),
      ...biographyLanguages(written).map((code) => [
        `biography-${code}`,
        `${words.field('biography')}, ${words.name('language', code)}`,
      ]),
    ]),
  };
}
