import type { FacetCount } from '#search';
import { SEARCH_SORTS } from '#search';
import { foldText, isTerritory, PROFICIENCIES } from '#vocabulary';
import { attributes, html, type Html, type Value } from '../html/html.js';
import type { PublicPage } from './public-layout.js';
import type { Found, FoundWoman } from './public-search.js';
import type { PublicVisit } from './public-visit.js';
import {
  CHOICE_NAMES,
  parametersOf,
  readLanguage,
  type Choice,
  type Mistake,
  type ReadSearch,
  type Search,
} from './search-address.js';

/** Names of a kind that a woman of the list is shown with. */
const MOST_NAMES = 5;

/** The search of the directory. @param found null where the address is not understood */
export function searchPage(
  visit: PublicVisit,
  { search, mistakes }: ReadSearch,
  found: Found | null,
): PublicPage {
  const { t } = visit;
  const plain = parametersOf(search, null);
  return {
    title: t('search.title'),
    description: t('front.lead'),
    path: '/directory',
    parameters: parametersOf(search),
    // Search engines list the women, and not every search that can be made.
    indexed: plain.size === 0 && search.page === null,
    wide: true,
    content: html`<form class="find" action="/directory" role="search">
      ${visit.asked !== null && html`<input type="hidden" name="lang" value="${visit.asked}" />`}
      <div class="ask">${askField(visit, search)}</div>
      <section class="results">
        ${mistakes.length > 0 && mistakesView(visit, search, mistakes)}
        ${found && results(visit, search, found)}
      </section>
      ${found && filters(visit, search, found)}
    </form>`,
  };
}

/** The line in which a search is written; on the front page, too. */
export function askField({ t }: PublicVisit, { text }: Pick<Search, 'text'>): Html {
  return html`<label for="q">${t('search.label')}</label>
    <div class="line">
      <input
        id="q"
        name="q"
        type="search"
        value="${text}"
        dir="auto"
        autocomplete="off"
        maxlength="200"
      />
      <button>${t('search.button')}</button>
    </div>`;
}

function results(visit: PublicVisit, search: Search, found: Found): Html {
  const { t } = visit;
  const { women, totalCount, next, previous, networks } = found;
  const isFictional = [...networks.values()].some(({ fictional }) => fictional);
  return html`<p class="count">
      <strong>${t('search.found', { count: totalCount })}</strong>
      <a class="jump" href="#filters">${t('search.filters')}</a>
    </p>
    ${isFictional && html`<p class="hint">${t('front.fictional')}</p>`}
    ${
      women.length === 0
        ? html`<p>${t('search.none')}</p>`
        : html`<ol class="women">
            ${women.map((woman) => entry(visit, woman, search.text))}
          </ol>`
    }
    ${(next ?? previous) !== null && turning(visit, search, { next, previous })}`;
}

function entry(visit: PublicVisit, { view, fragment }: FoundWoman, text: string): Html {
  const { words } = visit;
  const { name, publicId, networks, languages, territories, expertise } = view;
  const sought = foldText(text).split(/\s+/u).filter(Boolean);
  const lines = [
    languages.map(({ code }) => words.name('language', code)),
    territories.map((code) => words.area(code)),
    expertise.map(({ code }) => words.name('expertise', code)),
  ].filter((names) => names.length > 0);
  return html`<li>
    <h2>
      <a href="${visit.to(`/directory/${publicId}`)}"><bdi>${name}</bdi></a>
    </h2>
    ${networks.length > 0 && html`<p class="of">${words.all(networks.map((one) => words.inLocale(one.names)))}</p>`}
    ${lines.map((names) => html`<p>${some(visit, names, sought)}</p>`)}
    ${fragment !== null && html`<p class="quote"><bdi>${marked(fragment)}</bdi></p>`}
  </li>`;
}

/** The first of them, what was sought before the others; that there are more is seen on her page. */
function some({ words }: PublicVisit, names: readonly string[], sought: readonly string[]): string {
  const isSought = (name: string): boolean => {
    const folded = ` ${foldText(name)}`;
    return sought.some((word) => folded.includes(` ${word}`));
  };
  const inOrder = [...names.filter(isSought), ...names.filter((name) => !isSought(name))];
  return names.length <= MOST_NAMES
    ? words.all(inOrder)
    : `${words.all(inOrder.slice(0, MOST_NAMES))} …`;
}

/** What was found stands between ‹ and ›. */
function marked(fragment: string): Value {
  return fragment
    .split(/‹([^›]*)›/u)
    .map((piece, i) => (i % 2 === 1 ? html`<mark>${piece}</mark>` : piece));
}

function turning(
  visit: PublicVisit,
  search: Search,
  { next, previous }: Pick<Found, 'next' | 'previous'>,
): Html {
  const { t } = visit;
  const at = (page: Search['page']) => visit.to('/directory', parametersOf(search, page));
  return html`<nav class="turn" aria-label="${t('search.pages')}">
    ${previous !== null && html`<a rel="prev" href="${at({ before: previous })}">${t('search.previous')}</a>`}
    ${next !== null && html`<a rel="next" href="${at({ after: next })}">${t('search.next')}</a>`}
  </nav>`;
}

function filters(visit: PublicVisit, search: Search, found: Found): Html {
  const { t } = visit;
  const isAny = parametersOf(search, null).size > 0;
  return html`<section class="filters" id="filters" aria-labelledby="filters-title">
    <h2 id="filters-title">${t('search.filters')}</h2>
    ${isAny && html`<p><a href="${visit.to('/directory')}">${t('search.reset')}</a></p>`}
    ${CHOICE_NAMES.map((name) => choice(visit, search, found, name))} ${years(visit, search, found)}
    ${order(visit, search)}
    <p><button>${t('search.apply')}</button></p>
    <p class="hint">${t('search.counts')}</p>
  </section>`;
}

function choice(visit: PublicVisit, search: Search, found: Found, name: Choice): Value {
  const { t } = visit;
  const { counts, all } = found.choices[name];
  if (counts.length === 0) return false;
  const chosen = search.chosen[name];
  const group = t(`search.groups.${name}`);
  return html`<fieldset>
    <legend>${group}</legend>
    ${counts.map((one, i) => html`${isFirstRegion(name, counts, i) && html`<p class="hint">${t('search.regions')}</p>`}${value(visit, found, name, one, chosen)}`)}
    ${
      all > counts.length &&
      html`<button
        class="more"
        name="more"
        value="${name}"
        aria-label="${t('search.allOf', { group, count: all })}"
      >
        ${t('search.all', { count: all })}
      </button>`
    }
  </fieldset>`;
}

/** Whether regions and groupings begin here, after countries. */
function isFirstRegion(name: Choice, counts: readonly FacetCount[], i: number): boolean {
  const isRegion = (at: number): boolean => !isTerritory(counts[at]?.code ?? '');
  return name === 'territory' && isRegion(i) && i > 0 && !isRegion(i - 1);
}

function value(
  visit: PublicVisit,
  found: Found,
  name: Choice,
  { code, count }: FacetCount,
  chosen: readonly string[],
): Html {
  const { t } = visit;
  const text = t('search.choice', { name: nameOf(visit, found, name, code), count });
  const language = name === 'language' && chosen.find((one) => readLanguage(one).code === code);
  if (language) return level(visit, text, code, language);
  return html`<label class="choice"
    ><input
      type="checkbox"
      name="${name}"
      value="${code}"
      ${attributes({ checked: chosen.includes(code) })}
    /><span>${text}</span></label
  >`;
}

/** A language that is chosen: at which level, or no longer. */
function level({ t, words }: PublicVisit, text: string, code: string, chosen: string): Html {
  const options: (readonly [string, string])[] = [
    [code, t('search.anyLevel')],
    ...PROFICIENCIES.map((one): [string, string] => [
      `${code}.${one}`,
      t('search.orBetter', { level: words.name('proficiency', one) }),
    ]),
    ['', t('search.notWanted')],
  ];
  return html`<p class="level">
    <label for="language-${code}">${text}</label>
    ${choosing('language', `language-${code}`, options, chosen)}
  </p>`;
}

function years(visit: PublicVisit, { years: least }: Search, { years: counts }: Found): Value {
  const { t } = visit;
  const bands = counts
    .filter(({ code, count }) => Number(code) > 0 && count > 0)
    .toSorted((a, b) => Number(a.code) - Number(b.code));
  const isBand = least === null || bands.some(({ code }) => Number(code) === least);
  const from = (code: string) => t('profile.yearsFrom', { from: Number(code) });
  const options: (readonly [string, string])[] = [
    ['', t('search.any')],
    ...(isBand ? [] : [[String(least), from(String(least))] as const]),
    ...bands.map(
      ({ code, count }) => [code, t('search.choice', { name: from(code), count })] as const,
    ),
  ];
  return html`<label for="years">${t('search.groups.years')}</label>
    ${choosing('years', 'years', options, least === null ? '' : String(least))}`;
}

function order({ t }: PublicVisit, { sort }: Search): Html {
  const options = SEARCH_SORTS.map(
    (one) => [one === 'RELEVANCE' ? '' : one.toLowerCase(), t(`search.sorts.${one}`)] as const,
  );
  return html`<label for="sort">${t('search.groups.sort')}</label>
    ${choosing('sort', 'sort', options, sort === null ? '' : sort.toLowerCase())}`;
}

function choosing(
  name: string,
  id: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen: string,
): Html {
  return html`<select id="${id}" name="${name}">
    ${options.map(([code, text]) => html`<option value="${code}" ${attributes({ selected: code === chosen })}>${text}</option>`)}
  </select>`;
}

function nameOf({ words }: PublicVisit, { networks }: Found, name: Choice, code: string): string {
  switch (name) {
    case 'territory':
      return words.area(code);
    case 'network': {
      const network = networks.get(code);
      return network ? words.inLocale(network.names) : code;
    }
    default:
      return words.name(name, code);
  }
}

function mistakesView(visit: PublicVisit, search: Search, mistakes: readonly Mistake[]): Html {
  const { t } = visit;
  const onward = mistakes.every(({ at }) => at === 'page') ? 'firstPage' : 'without';
  return html`<div class="alert" role="alert">
      <p>${t('search.mistakes.title')}</p>
      <ul>
        ${mistakes.map((one) => html`<li>${said(visit, one)}</li>`)}
      </ul>
    </div>
    <p>
      <a href="${visit.to('/directory', parametersOf(search, null))}">${t(`search.${onward}`)}</a>
    </p>`;
}

function said({ t }: PublicVisit, { at, kind, value: given, most }: Mistake): string {
  if (at === 'page') return t('search.mistakes.page');
  const group = t(`search.groups.${at}`);
  switch (kind) {
    case 'long':
      return t('search.mistakes.long', { group, most });
    case 'many':
      return t('search.mistakes.many', { group, most });
    case 'twice':
      return t('search.mistakes.twice', { group });
    default:
      return t('search.mistakes.value', { group, value: given });
  }
}
