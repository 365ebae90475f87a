import { WORKING_MODES, type DayRange } from '#directory';
import { AVAILABILITY_BANDS } from '#vocabulary';
import { html, type Html } from '../html/html.js';
import type { Mistakes } from '../request/mistakes.js';
import type { Visit } from '../request/visit.js';
import { button, line, oneOf, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../views/notice.js';

/** As it stands or as she has just written it. */
export interface AvailabilityWritten {
  readonly revision: string;
  readonly band: string;
  readonly notice: string;
  readonly mode: string;
  readonly periods: readonly DayRange[];
  readonly mistakes: Mistakes;
}

/** Lines for further periods. */
const EMPTY_LINES = 2;

export function availabilityPage(visit: Visit, written: AvailabilityWritten): Page {
  const { texts, words } = visit;
  const { availability } = texts;
  const { revision, mistakes } = written;
  const bands = AVAILABILITY_BANDS.map((value) => ({
    value,
    label: words.name('availability', value),
  }));
  const modes = [
    { value: '', label: availability.noMode },
    ...WORKING_MODES.map((value) => ({ value, label: texts.workingModes[value] })),
  ];
  const fields = html`<input type="hidden" name="revision" value="${revision}" />
    ${oneOf({ name: 'band', label: availability.now, options: bands, chosen: written.band, mistakes })}
    ${periodLines(visit, written)}
    ${line({ name: 'notice', label: availability.notice, hint: availability.noticeHint, numeric: true, value: written.notice, mistakes })}
    ${oneOf({ name: 'mode', label: availability.mode, options: modes, chosen: written.mode, mistakes })}
    ${button(texts.save)}`;
  return {
    own: true,
    title: availability.title,
    content: html`${notice(visit)}
      <p>${availability.about}</p>
      ${summary(mistakes, texts, labelsOf(visit, written))}
      ${visit.form('/me/availability', fields)}`,
  };
}

function labelsOf({ texts: { availability } }: Visit, { periods }: AvailabilityWritten) {
  const { now: band, notice: days, mode, from, to } = availability;
  const ofPeriods = periods.flatMap(
    (_, i) =>
      [
        [`from${i}`, from],
        [`to${i}`, to],
      ] as const,
  );
  return { band, notice: days, mode, ...Object.fromEntries(ofPeriods) };
}

function periodLines({ texts }: Visit, { periods, mistakes }: AvailabilityWritten): Html {
  const { availability } = texts;
  const empty = Array.from({ length: EMPTY_LINES }, () => ({ from: null, to: null }));
  const lines = [...periods, ...empty].map(
    ({ from, to }, index) =>
      html` ${line({ name: `from${index}`, label: availability.from, type: 'date', value: from ?? '', mistakes })}
      ${line({ name: `to${index}`, label: availability.to, type: 'date', value: to ?? '', mistakes })}`,
  );
  return html`<fieldset>
    <legend>${availability.periods}</legend>
    <p class="hint">${availability.periodsHint}</p>
    ${lines}
  </fieldset>`;
}
