import { CurationService, ProfileService, type WholeProfile } from '#directory';
import { parseLanguage, readWholeNumber, type ExpertiseLevel, type Proficiency } from '#vocabulary';
import { Controller, Get, Post } from '@nestjs/common';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { mistakesOf, NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import type { PageBody, Visit } from '../request/visit.js';
import { profilePage, type ProfileWritten } from './profile.page.js';

/** Rows that are read of each list; the service takes fewer. */
const MOST_ROWS = 120;
/** Empty rows at the end. */
const SPARE_ROWS = 3;
const BIOGRAPHY = 'biography-';

/** What she can do, which she says as the graph's `editProfile` takes it. */
@Controller('me/profile')
export class ProfilePageController {
  constructor(
    private readonly profiles: ProfileService,
    private readonly curation: CurationService,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    const profile = await this.profiles.whole(visit.viewer, herself(visit));
    return visit.show(profilePage(visit, withSpareRows(heldIn(profile, visit))));
  }

  @Post()
  async save(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const id = herself(visit);
    const written = writtenIn(form);
    const again = (mistakes: Mistakes, status: number) =>
      visit.show(profilePage(visit, withSpareRows({ ...written, mistakes })), status);
    if (form.has('more')) return again(NO_MISTAKES, 200);
    const { languages, topics, mistakes } = understood(written, visit);
    // Also with mistakes: the service refuses them too, and says at once what else is wrong.
    try {
      await this.curation.edit(visit.viewer, id, Number(written.revision), {
        years: wholeNumber(written.years),
        languages: languages.map(({ code, level }) => ({ code, level: level as Proficiency })),
        expertise: topics.map(({ code, level }) => ({
          code,
          level: Number(level) as ExpertiseLevel,
        })),
        biography: written.biography,
      });
    } catch (error) {
      const found = mistakesOf(error, visit.t, fieldsOf(languages, topics, written));
      return again(new Map([...found, ...mistakes]), 422);
    }
    return visit.goTo('/me/profile?done=saved');
  }
}

/** A row that says something, and which row it is. */
interface Understood {
  readonly row: number;
  readonly code: string;
  readonly level: string;
}

/** No language has it. */
const NO_CODE = '';

/** Names of languages as codes. One that is not understood is never guessed. */
function understood(written: ProfileWritten, { t, words }: Visit) {
  const mistakes = new Map<string, string>();
  const languages: Understood[] = [];
  for (const [row, { held, name, level }] of written.languages.entries()) {
    if (name === '') continue;
    const parsed =
      held !== '' && name === words.name('language', held)
        ? ({ ok: true, value: held } as const)
        : parseLanguage(name);
    languages.push({ row, code: parsed.ok ? parsed.value : NO_CODE, level });
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
  const topics: Understood[] = [];
  for (const [row, { code, level }] of written.topics.entries()) {
    if (code === '') continue;
    topics.push({ row, code, level });
    if (level === '') mistakes.set(`topicLevel${row}`, t('mistakes.codes.MISSING'));
  }
  return { languages, topics, mistakes };
}

/** NaN, which no field accepts, for a text that is not plainly a whole number. */
function wholeNumber(text: string): number {
  const number = readWholeNumber(text);
  return 'value' in number ? number.value : NaN;
}

function heldIn(profile: WholeProfile, { words }: Visit): ProfileWritten {
  return {
    revision: String(profile.revision),
    years: String(profile.years),
    languages: profile.languages.map(({ code, level }) => ({
      held: code,
      name: words.name('language', code),
      level,
    })),
    topics: profile.expertise.map(({ code, level }) => ({ code, level: String(level) })),
    biography: profile.biography,
    mistakes: NO_MISTAKES,
  };
}

/** Rows keep their places, also where one is empty, so that a mistake is said of the row that she wrote. */
function writtenIn(form: Form): ProfileWritten {
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
  const biography = form
    .names()
    .filter((name) => name.startsWith(BIOGRAPHY))
    .map((name) => [name.slice(BIOGRAPHY.length), form.text(name)] as const);
  return {
    revision: form.text('revision'),
    years: form.text('years'),
    languages: languages.slice(0, languages.findLastIndex(({ name }) => name !== '') + 1),
    topics: topics.slice(0, topics.findLastIndex(({ code }) => code !== '') + 1),
    biography: Object.fromEntries(biography),
    mistakes: NO_MISTAKES,
  };
}

function withSpareRows(written: ProfileWritten): ProfileWritten {
  const spare = Array.from({ length: SPARE_ROWS });
  return {
    ...written,
    languages: [...written.languages, ...spare.map(() => ({ held: '', name: '', level: '' }))],
    topics: [...written.topics, ...spare.map(() => ({ code: '', level: '' }))],
  };
}

/** Where the form holds what a path of the profile names. */
function fieldsOf(
  languages: readonly Understood[],
  topics: readonly Understood[],
  { biography }: ProfileWritten,
): Record<string, string> {
  const of = (path: string, rows: readonly Understood[], name: string, level: string) =>
    rows.flatMap(({ row }, i) => [
      [`${path}.${i}`, `${name}${row}`],
      [`${path}.${i}.code`, `${name}${row}`],
      [`${path}.${i}.level`, `${level}${row}`],
    ]);
  return Object.fromEntries([
    ...of('languages', languages, 'language', 'languageLevel'),
    ...of('expertise', topics, 'topic', 'topicLevel'),
    ...Object.keys(biography).map((code) => [`biography.${code}`, `${BIOGRAPHY}${code}`]),
  ]) as Record<string, string>;
}
