import { HER_WORDS, type HerDuplicate } from '#directory';
import { attributes, html, type Html } from '../html/html.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import { button, tick } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { NO_MISTAKES } from '../views/mistakes.js';

/** As many as an old telephone loads without waiting. */
export const MOST_ENTRIES = 4;

/** Entries that are perhaps hers, what waits for her word first. */
export function entriesPage(
  visit: Visit,
  entries: readonly HerDuplicate[],
  next: number | null,
): Page {
  const { t } = visit;
  return {
    own: true,
    title: t('entries.title'),
    content: html`${notice(visit)}
      <p>${t('entries.about')}</p>
      ${entries.length === 0 && html`<p>${t('entries.none')}</p>`}
      ${entries.map((one) => entry(visit, one))}
      ${next !== null && html`<p><a href="/me/consents/entries?from=${next}">${t('asks.earlier')}</a></p>`}
      <p><a href="/me/consents">${t('menu.consents')}</a></p>`,
  };
}

function entry(visit: Visit, one: HerDuplicate): Html {
  const { t } = visit;
  const { id, state, name, publicId, networks, mayKnow, told } = one;
  const named = (names: Readonly<Record<string, string>>): string => visit.words.inLocale(names);
  const lists = networks.map(({ names }) => named(names));
  const chosen = HER_WORDS.find((word) => word === state) ?? 'cannot-say';
  const form = html`<fieldset aria-describedby="${id}">
      <legend>${t('entries.whose')}</legend>
      ${HER_WORDS.map(
        (word) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="word"
              value="${word}"
              ${attributes({ checked: word === chosen })}
            /><span>${t(`entries.words.${word}`)}</span></label
          >`,
      )}
    </fieldset>
    <fieldset>
      <legend>${t('entries.tell')}</legend>
      ${mayKnow.map(({ networkId, names }) =>
        tick(
          { name: 'told', label: named(names), about: `${id}-tell`, mistakes: NO_MISTAKES },
          told.includes(networkId),
          networkId,
        ),
      )}
      <p class="hint" id="${id}-tell">${t('entries.tellAbout')}</p>
    </fieldset>
    ${button(t('save'), 'first', id)}`;
  return html`<h2 id="${id}">
      <a href="/mediators/${publicId}"><bdi>${name}</bdi></a>
    </h2>
    ${lists.length > 0 && html`<p>${t('entries.listedBy', { networks: visit.words.all(lists) })}</p>`}
    ${state !== 'open' && html`<p>${t(`entries.states.${state}`)}</p>`}
    ${visit.form(`/me/consents/entries/${id}`, form)}`;
}
