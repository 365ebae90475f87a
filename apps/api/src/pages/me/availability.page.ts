import { WORKING_MODES, type DayRange } from '#directory';
import { AVAILABILITY_BANDS } from '#vocabulary';
import { html, type Html } from '../html/html.js';
import type { Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
import { button, line, oneOf, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../request/notice.js';

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
  const { t, words } = visit;
  const { revision, mistakes } = written;
  const bands = AVAILABILITY_BANDS.map((value) => ({
    value,
    label: words.name('availability', value),
  }));
  const modes = [
    { value: '', label: t('availability.noMode') },
    ...WORKING_MODES.map((value) => ({ value, label: t(`workingModes.${value}`) })),
  ];
  const fields = html`<input type="hidden" name="revision" value="${revision}" />
    ${oneOf({ name: 'band', label: t('availability.now'), options: bands, chosen: written.band, mistakes })}
    ${periodLines(visit, written)}
    ${line({ name: 'notice', label: t('availability.notice'), hint: t('availability.noticeHint'), numeric: true, value: written.notice, mistakes })}
    ${oneOf({ name: 'mode', label: t('availability.mode'), options: modes, chosen: written.mode, mistakes })}
    ${button(t('save'))}`;
  return {
    own: true,
    title: t('availability.title'),
    content: html`${notice(visit)}
      <p>${t('availability.about')}</p>
      ${summary(mistakes, t, labelsOf(visit, written))} ${visit.form('/me/availability', fields)}`,
  };
}

function labelsOf({ t }: Visit, { periods }: AvailabilityWritten) {
  const ofPeriods = periods.flatMap(
    (_, i) =>
      [
        [`from${i}`, t('availability.from')],
        [`to${i}`, t('availability.to')],
      ] as const,
  );
  return {
    band: t('availability.now'),
    notice: t('availability.notice'),
    mode: t('availability.mode'),
    ...Object.fromEntries(ofPeriods),
  };
}

function periodLines({ t }: Visit, { periods, mistakes }: AvailabilityWritten): Html {
  const empty = Array.from({ length: EMPTY_LINES }, () => ({ from: null, to: null }));
  const lines = [...periods, ...empty].map(
    ({ from, to }, index) =>
      html` ${line({ name: `from${index}`, label: t('availability.from'), type: 'date', value: from ?? '', mistakes })}
      ${line({ name: `to${index}`, label: t('availability.to'), type: 'date', value: to ?? '', mistakes })}`,
  );
  return html`<fieldset>
    <legend>${t('availability.periods')}</legend>
    <p class="hint">${t('availability.periodsHint')}</p>
    ${lines}
  </fieldset>`;
}
