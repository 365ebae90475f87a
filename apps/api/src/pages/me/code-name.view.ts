import type { AgeBand, CodeNameView, ProfileField, ProfileView } from '#directory';
import type { CodeNameCost } from '#engagement';
import { html, type Html, type Value } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import { list } from '../views/words.js';

/** What others see of her with a code name, and what it costs: before she decides, and afterwards. */
export function codeNameSection(visit: Visit, shown: CodeNameView, cost: CodeNameCost): Html {
  const { t } = visit;
  const seen = fieldsOf(visit, shown.public);
  const more = fieldsOf(visit, shown.vetted).filter(
    ([field, value]) => !seen.some(([other, its]) => other === field && its === value),
  );
  const numbers = {
    needs: cost.needs,
    named: cost.underName,
    coded: cost.underCodeName,
  };
  return html`<h2 id="shown">${t('safety.shownTitle')}</h2>
    <p>${t('safety.shownAbout')}</p>
    <p>${shown.inForce ? t('safety.shownNow') : t('safety.shownThen')}</p>
    ${shown.hasClass ? table(visit, t('safety.toEveryone'), seen) : html`<p>${t('safety.shownNothing')}</p>`}
    ${shown.hasClass && more.length > 0 && table(visit, t('safety.toVetted'), more)}
    <p>${t('safety.cost', numbers)}</p>
    ${shown.inForce && asking(visit, shown)}`;
}

function asking(visit: Visit, { asks }: CodeNameView): Html {
  if (asks) return html`<p>${visit.t('safety.asked')}</p>`;
  return html`<p>${visit.t('safety.askAbout')}</p>
    ${visit.form('/me/safety/ask', button(visit.t('safety.ask'), 'second'))}`;
}

type Shown = readonly [field: ProfileField, value: string];

function table({ t, words }: Visit, title: string, shown: readonly Shown[]): Html {
  const entries = shown.map(([field, value]): readonly [Value, Value] => [
    words.field(field),
    value,
  ]);
  return html`<h3>${title}</h3>
    ${entries.length > 0 ? list(entries) : html`<p>${t('nothing')}</p>`}`;
}

/** What a view says, field by field; what it does not say is left out. */
function fieldsOf({ words, t }: Visit, view: ProfileView): Shown[] {
  const atLeast = (value: string | number) => t('safety.atLeast', { value: String(value) });
  const atMost = (value: number) => t('safety.atMost', { value: String(value) });
  const ages: Readonly<Record<AgeBand, string>> = {
    'under-36': atMost(35),
    '36-54': '36–54',
    '55-plus': atLeast(55),
  };
  const skills = (
    kind: 'language' | 'expertise',
    levels: 'proficiency' | 'expertise-level',
    held: readonly { readonly code: string; readonly level: string | number }[],
  ) =>
    held.map(
      ({ code, level }) =>
        `${words.name(kind, code)}: ${atLeast(words.name(levels, String(level)))}`,
    );
  const { yearsBand, noticeDays, confirmedOn, ageBand, workingMode, availabilityBand } = view;
  const fields: (readonly [ProfileField, readonly string[]])[] = [
    ['networks', view.networks.map(({ names }) => words.inLocale(names))],
    ['languages', skills('language', 'proficiency', view.languages)],
    ['territories', view.territories.map((code) => words.area(code))],
    ['expertise', skills('expertise', 'expertise-level', view.expertise)],
    ['tracks', view.tracks.map((code) => words.name('track', code))],
    ['roles', view.roles.map((code) => words.name('role', code))],
    ['supports', view.supports.map((code) => words.name('support', code))],
    ['yearsBand', yearsBand === null ? [] : [atLeast(yearsBand)]],
    [
      'availabilityBand',
      availabilityBand === null ? [] : [words.name('availability', availabilityBand)],
    ],
    ['noticeDays', noticeDays === null ? [] : [atMost(noticeDays)]],
    ['workingMode', workingMode === null ? [] : [t(`workingModes.${workingMode}`)]],
    [
      'confirmedOn',
      confirmedOn === null ? [] : [t('safety.orLater', { value: confirmedOn.slice(0, 4) })],
    ],
    ['ageBand', ageBand === null ? [] : [ages[ageBand]]],
    ['available', (view.available ?? []).map(({ from, to }) => `${from ?? '…'} – ${to ?? '…'}`)],
  ];
  return fields.flatMap(([field, values]): Shown[] =>
    values.length > 0 ? [[field, words.all(values)]] : [],
  );
}
