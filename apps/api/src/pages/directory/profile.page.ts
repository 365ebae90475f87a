import {
  DEFINITIONS,
  type FieldDefinition,
  type NetworkView,
  type ProfileView,
  type StatedField,
} from '#directory';
import { isNamed } from '#messages';
import { isCode, LOCALES, YEARS_BANDS, type VocabularyKind } from '#vocabulary';
import { html, type Html, type Value } from '../html/html.js';
import type { PublicPage } from './public-layout.js';
import type { PublicVisit } from './public-visit.js';
import { list } from '../views/words.js';
import { textIn } from './text-in.js';

/** Characters of a text on a page that stays below 20 KiB in any script. */
const LONG = 3_000;

/** One mediator as everyone sees her, with the networks that list her. */
export interface ShownProfile {
  readonly view: ProfileView;
  readonly networks: ReadonlyMap<string, NetworkView>;
}

/** A woman's page. What is not stated and what is not shown are left out alike. */
export function profilePage(visit: PublicVisit, { view, networks }: ShownProfile): PublicPage {
  const { t, words } = visit;
  const { name, publicId, pseudonymous, stale } = view;
  const path = `/directory/${publicId}`;
  const topics = view.expertise.map(({ code }) => words.name('expertise', code));
  const places = view.territories.map((code) => words.area(code));
  const isFictional = [...networks.values()].some(({ fictional }) => fictional);
  return {
    title: name,
    heading: html`<bdi>${name}</bdi>`,
    description: [...topics, ...places].slice(0, 8).join(', ') || t('site.about'),
    path,
    // What a class shows changes with its members, and engines would keep what it showed before.
    indexed: !pseudonymous && !stale && !visit.query.has('whole'),
    content: html`<p><a href="${visit.to('/directory')}">${t('profile.back')}</a></p>
      ${isFictional && html`<p class="notice">${t('networks.fictional')}</p>`}
      ${pseudonymous && html`<p class="notice">${t('profile.codeName')}</p>`}
      ${stale && html`<p class="notice">${t('profile.stale')}</p>`} ${biography(visit, view, path)}
      <section class="facts">
        <h2>${t('profile.facts')}</h2>
        ${list([...facts(visit, view), ...listedBy(visit, { view, networks })])}
        <p class="hint">${t('profile.unshown')}</p>
      </section>
      <h2>${t('profile.reach')}</h2>
      <p>${t('profile.reachAbout')}</p>
      <p><a href="${visit.to('/how-matching-works')}">${t('how.title')}</a></p>
      <h2>${t('profile.hers')}</h2>
      <p>${t('profile.hersAbout')}</p>
      <p><a href="${visit.to('/sign-in')}">${t('nav.signIn')}</a></p>`,
  };
}

function biography(visit: PublicVisit, { biography: texts }: ProfileView, path: string): Value {
  const { t, words, locale } = visit;
  const found = textIn(texts, locale);
  if (!found) return false;
  const { language, text } = found;
  const isWhole = text.length <= LONG || visit.query.has('whole');
  const cut = isWhole ? text : `${text.slice(0, text.lastIndexOf(' ', LONG) + 1 || LONG)}…`;
  const others = LOCALES.filter((one) => one !== language && texts[one] !== undefined);
  return html`<section lang="${language}" class="said">
      <p dir="auto"><bdi>${cut.toWellFormed()}</bdi></p>
    </section>
    ${!isWhole && html`<p><a href="${visit.to(path, new URLSearchParams({ whole: '' }))}">${t('profile.whole')}</a></p>`}
    ${others.length > 0 && html`<p class="hint">${t('profile.inOther', { languages: words.all(others.map((one) => words.name('language', one))) })}</p>`}`;
}

type Fact = readonly [name: Value, value: Value];

/** Every field that is open to everyone, in the order of the table of fields. */
function facts(visit: PublicVisit, view: ProfileView): Fact[] {
  const { t } = visit;
  return DEFINITIONS.flatMap(([field, definition]): Fact[] => {
    if (!isNamed('directory', 'profile.fields', field)) return [];
    const value = shown(visit, view, field, definition);
    return value === null ? [] : [[t(`profile.fields.${field}`), value]];
  });
}

function shown(
  visit: PublicVisit,
  view: ProfileView,
  field: StatedField,
  { type }: FieldDefinition,
): Value {
  const { t, words } = visit;
  switch (field) {
    case 'biography':
      return null;
    case 'years':
      return years(visit, view);
    case 'availability':
      return view.availabilityBand && words.name('availability', view.availabilityBand);
    case 'noticeDays':
      return view.noticeDays === null ? null : t('profile.noticeDays', { days: view.noticeDays });
    case 'workingMode':
      return view.workingMode && t(`profile.workingModes.${view.workingMode}`);
    case 'confirmedOn':
      return confirmed(visit, view);
    default:
      return coded(visit, type, (view as unknown as Record<string, unknown>)[field]);
  }
}

/** A list of codes or of skills, by their names. */
function coded({ t, words }: PublicVisit, type: FieldDefinition['type'], held: unknown): Value {
  if (!Array.isArray(held) || held.length === 0) return null;
  if (type.kind === 'skills') {
    const level = type.of === 'language' ? 'proficiency' : 'expertise-level';
    return items(
      (held as { code: string; level: string | number }[]).map((one) =>
        t('profile.skill', {
          name: words.name(type.of, one.code),
          level: words.name(level, String(one.level)),
        }),
      ),
    );
  }
  if (type.kind !== 'codes') return null;
  const kind: VocabularyKind = type.of;
  return words.all(
    (held as string[]).map((code) =>
      isCode(kind, code) ? words.name(kind, code) : words.area(code),
    ),
  );
}

/** Of a code name only that there are at least so many. */
function years({ t, words }: PublicVisit, { yearsBand: from, pseudonymous }: ProfileView): Value {
  if (from === null || (pseudonymous && from === 0)) return null;
  const next = YEARS_BANDS.find((band) => band > from);
  if (pseudonymous || next === undefined) return t('profile.yearsFrom', { from });
  return words.years(from, next - 1);
}

/** Of a code name only in or after which year. */
function confirmed({ t, words }: PublicVisit, { confirmedOn, pseudonymous }: ProfileView): Value {
  if (confirmedOn === null) return null;
  return pseudonymous
    ? t('profile.since', { year: confirmedOn.slice(0, 4) })
    : words.day(confirmedOn);
}

function listedBy(visit: PublicVisit, { view, networks }: ShownProfile): Fact[] {
  const { t, words } = visit;
  const names = view.networks.flatMap(({ networkId }) => {
    const network = networks.get(networkId);
    if (!network) return [];
    const address = visit.to(`/networks/${network.slug}`);
    return [html`<a href="${address}"><bdi>${words.inLocale(network.names)}</bdi></a>`];
  });
  return names.length === 0 ? [] : [[t('profile.fields.networks'), items(names)]];
}

function items(values: readonly Value[]): Html {
  return html`<ul>
    ${values.map((one) => html`<li>${one}</li>`)}
  </ul>`;
}
