import { LOCALES } from '#vocabulary';
import { html } from '../html/html.js';
import type { Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
import { box, button, line, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { languageRows, skillLabels, topicRows, type SkillsWritten } from '../views/skill-rows.js';
import { notice } from '../request/notice.js';

/** As it stands or as she has just written it. */
export interface ProfileWritten extends SkillsWritten {
  readonly revision: string;
  readonly years: string;
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
    ${languageRows(visit, written, mistakes)}
    <h2>${words.field('expertise')}</h2>
    <p class="hint">${t('work.topicsHint')}</p>
    ${topicRows(visit, written, mistakes)}
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

function labelsOf(visit: Visit, written: ProfileWritten): Record<string, string> {
  const { words } = visit;
  const biographies = biographyLanguages(written).map((code) => [
    `biography-${code}`,
    `${words.field('biography')}, ${words.name('language', code)}`,
  ]);
  return {
    years: words.field('years'),
    ...skillLabels(visit, written),
    ...(Object.fromEntries(biographies) as Record<string, string>),
  };
}
