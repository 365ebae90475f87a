import {
  CurationService,
  ProfileService,
  WORKING_MODES,
  type DayRange,
  type WholeProfile,
} from '#directory';
import { readWholeNumber, type AvailabilityBand } from '#vocabulary';
import { Controller, Get, Post } from '@nestjs/common';
import type { PageBody, Visit } from '../request/visit.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { mistakesOf, NO_MISTAKES } from '../views/mistakes.js';
import { availabilityPage, type AvailabilityWritten } from './availability.page.js';

/** Lines of periods that are read. */
const MOST_PERIODS = 60;

/** When and how she can serve. */
@Controller('me/availability')
export class AvailabilityPageController {
  constructor(
    private readonly profiles: ProfileService,
    private readonly curation: CurationService,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    const profile = await this.profiles.whole(visit.viewer, herself(visit));
    return visit.show(availabilityPage(visit, heldIn(profile)));
  }

  @Post()
  async save(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const written = writtenIn(form);
    const { band, periods, notice, mode, revision } = written;
    try {
      await this.curation.edit(visit.viewer, herself(visit), Number(revision), {
        // Nothing said stays nothing said; who names days is available on them.
        ...(band === '' && periods.length === 0
          ? {}
          : { availability: { band: (band || 'available') as AvailabilityBand, periods } }),
        noticeDays: notice === '' ? null : wholeNumber(notice),
        workingMode: WORKING_MODES.find((one) => one === mode) ?? null,
      });
    } catch (error) {
      const mistakes = mistakesOf(error, visit.t, fieldsOf(periods));
      return visit.show(availabilityPage(visit, { ...written, mistakes }), 422);
    }
    return visit.goTo('/me/availability?done=saved');
  }
}

/** NaN, which no field accepts, for a text that is not plainly a whole number. */
function wholeNumber(text: string): number {
  const number = readWholeNumber(text);
  return 'value' in number ? number.value : NaN;
}

function heldIn(profile: WholeProfile): AvailabilityWritten {
  return {
    revision: String(profile.revision),
    band: profile.availabilityBand ?? '',
    notice: String(profile.noticeDays ?? ''),
    mode: profile.workingMode ?? '',
    // At all times is said by no period at all.
    periods: profile.available.filter(({ from, to }) => from !== null || to !== null),
    mistakes: NO_MISTAKES,
  };
}

function writtenIn(form: Form): AvailabilityWritten {
  const lines = Array.from({ length: MOST_PERIODS }, (_, index): DayRange => {
    return { from: form.text(`from${index}`) || null, to: form.text(`to${index}`) || null };
  });
  return {
    revision: form.text('revision'),
    band: form.text('band'),
    notice: form.text('notice'),
    mode: form.text('mode'),
    periods: lines.filter(({ from, to }) => from !== null || to !== null),
    mistakes: NO_MISTAKES,
  };
}

/** Where the form holds what a path of the profile names. */
function fieldsOf(periods: readonly DayRange[]): Record<string, string> {
  const ends = periods.flatMap((_, index) => [
    [`availability.periods.${index}.from`, `from${index}`],
    [`availability.periods.${index}.to`, `to${index}`],
  ]);
  return { availability: 'band', noticeDays: 'notice', ...Object.fromEntries(ends) };
}
