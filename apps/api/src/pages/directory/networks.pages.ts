import type { CallView } from '#applications';
import type { NetworkView } from '#directory';
import type { ListResult } from '#kernel';
import { html, type Html, type Value } from '../html/html.js';
import { list } from '../views/words.js';
import type { PublicPage } from './public-layout.js';
import type { PublicVisit } from './public-visit.js';
import { textIn } from './text-in.js';

/** A network, with what stands beside it on its page. */
export interface ShownNetwork {
  readonly network: NetworkView;
  readonly parent: NetworkView | null;
  /** That are not over. */
  readonly calls: readonly CallView[];
  /** ISO 8601, UTC. */
  readonly today: string;
}

/** Networks in order of slug. @param after where the page begins; null for the first one */
export function networksPage(
  visit: PublicVisit,
  { items, hasNextPage }: ListResult<NetworkView>,
  after: string | null,
): PublicPage {
  const { t, words } = visit;
  const last = items.at(-1)?.slug;
  return {
    title: t('networks.title'),
    description: t('networks.about'),
    path: '/networks',
    parameters: after === null ? undefined : new URLSearchParams({ after }),
    indexed: after === null,
    content: html`<p class="lead">${t('networks.about')}</p>
      ${items.length === 0 && html`<p>${t('networks.none')}</p>`}
      <ul class="cards">
        ${items.map(
          (network) =>
            html`<li>
              <h2>
                <a href="${visit.to(`/networks/${network.slug}`)}"
                  ><bdi>${words.inLocale(network.names)}</bdi></a
                >
              </h2>
              ${network.territories.length > 0 && html`<p>${words.all(network.territories.map((code) => words.area(code)))}</p>`}
              ${network.fictional && html`<p class="hint">${t('networks.fictional')}</p>`}
            </li>`,
        )}
      </ul>
      ${hasNextPage && last !== undefined && html`<nav class="turn" aria-label="${t('search.pages')}"><a rel="next" href="${visit.to('/networks', new URLSearchParams({ after: last }))}">${t('networks.next')}</a></nav>`}`,
  };
}

/** What a network is, and how to apply where it has a call. */
export function networkPage(visit: PublicVisit, shown: ShownNetwork): PublicPage {
  const { t, words, locale } = visit;
  const { network, parent } = shown;
  const { slug, names, descriptions, admissionCriteria, territories, website } = network;
  const name = words.inLocale(names);
  const description = textIn(descriptions, locale);
  const facts: (readonly [string, Value])[] = [
    [
      t('networks.covers'),
      territories.length > 0 && words.all(territories.map((code) => words.area(code))),
    ],
    [t('networks.admits'), written(textIn(admissionCriteria, locale))],
    // To read and not to follow: pages lead to addresses of their own only.
    [t('networks.website'), website !== null && html`<bdi dir="ltr">${website}</bdi>`],
  ];
  const stated = facts.filter(([, value]) => value !== false && value !== null);
  const women = new URLSearchParams({ network: slug });
  return {
    title: name,
    heading: html`<bdi>${name}</bdi>`,
    description: description?.text.slice(0, 160).toWellFormed() ?? t('networks.about'),
    path: `/networks/${slug}`,
    indexed: !network.archived,
    content: html`<p><a href="${visit.to('/networks')}">${t('networks.back')}</a></p>
      ${network.archived && html`<p class="notice">${t('networks.archived')}</p>`}
      ${network.fictional && html`<p class="notice">${t('networks.fictional')}</p>`}
      ${written(description)}
      ${parent && html`<p><a href="${visit.to(`/networks/${parent.slug}`)}">${t('networks.partOf', { name: words.inLocale(parent.names) })}</a></p>`}
      ${stated.length > 0 && html`<section class="facts">${list(stated)}</section>`}
      <p><a class="act" href="${visit.to('/directory', women)}">${t('networks.women')}</a></p>
      <h2>${t('networks.calls')}</h2>
      ${calls(visit, shown)}`,
  };
}

function calls(visit: PublicVisit, { network, calls: open, today }: ShownNetwork): Html {
  const { t, words } = visit;
  if (open.length === 0) return html`<p>${t('networks.noCall')}</p>`;
  const when = ({ opensOn, closesOn }: CallView): string => {
    if (opensOn > today) return t('networks.from', { date: new Date(opensOn) });
    return closesOn === null
      ? t('networks.open')
      : t('networks.until', { date: new Date(closesOn) });
  };
  return html`<ul class="plain">
    ${open.map(
      (call) =>
        html`<li>
          <a href="${visit.to(`/apply/${network.slug}/${call.id}`)}"
            ><bdi>${words.inLocale(call.titles)}</bdi></a
          >
          <br />${when(call)}
        </li>`,
    )}
  </ul>`;
}

function written(shown: ReturnType<typeof textIn>): Value {
  return shown && html`<p lang="${shown.language}" dir="auto"><bdi>${shown.text}</bdi></p>`;
}
