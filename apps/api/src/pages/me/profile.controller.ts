import { CurationService, ProfileService, type WholeProfile } from '#directory';
import { readWholeNumber } from '#vocabulary';
import { Controller, Get, Post } from '@nestjs/common';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { skillsIn, understoodSkills, withSpareRows } from '../request/skills-form.js';
import { mistakesOf, NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import type { PageBody, Visit } from '../request/visit.js';
import { profilePage, type ProfileWritten } from './profile.page.js';

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
    const { languages, expertise, mistakes, fields } = understoodSkills(written, visit);
    // Also with mistakes: the service refuses them too, and says at once what else is wrong.
    try {
      await this.curation.edit(visit.viewer, id, Number(written.revision), {
        years: wholeNumber(written.years),
        languages,
        expertise,
        biography: written.biography,
      });
    } catch (error) {
      const found = mistakesOf(error, visit.t, { ...fields, ...fieldsOf(written) });
      return again(new Map([...found, ...mistakes]), 422);
    }
    return visit.goTo('/me/profile?done=saved');
  }
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

function writtenIn(form: Form): ProfileWritten {
  const biography = form
    .names()
    .filter((name) => name.startsWith(BIOGRAPHY))
    .map((name) => [name.slice(BIOGRAPHY.length), form.text(name)] as const);
  return {
    ...skillsIn(form),
    revision: form.text('revision'),
    years: form.text('years'),
    biography: Object.fromEntries(biography),
    mistakes: NO_MISTAKES,
  };
}

/** Where the form holds the texts that a path of the profile names. */
function fieldsOf({ biography }: ProfileWritten): Record<string, string> {
  const names = Object.keys(biography).map((code) => [`biography.${code}`, `${BIOGRAPHY}${code}`]);
  return Object.fromEntries(names) as Record<string, string>;
}
