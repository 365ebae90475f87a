import {
  HER_WORDS,
  LINKED_ELSEWHERE,
  type ConsentText,
  type HerDirectory,
  type WholeProfile,
} from '#directory';
import { attributes, html, type Html } from '../html/html.js';
import { notice } from '../request/notice.js';
import type { Visit } from '../request/visit.js';
import { button, tick } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { NO_MISTAKES } from '../views/mistakes.js';

interface Shown {
  readonly directories: readonly HerDirectory[];
  /** Her own. */
  readonly networks: WholeProfile['networks'];
  readonly texts: readonly ConsentText[];
}

/** Each directory that lists are compared with: what she agreed to, and whether it lists her. */
export function directoriesPage(visit: Visit, { directories, networks, texts }: Shown): Page {
  const { t } = visit;
  return {
    own: true,
    title: t('directories.title'),
    content: html`${notice(visit)}
      ${
        directories.length === 0
          ? html`<p>${t('directories.none')}</p>`
          : html`<p>${t('directories.about')}</p>
              <p>${t('directories.needsLinked')}</p>`
      }
      ${directories.map(
        (one) =>
          html`<h2 id="${one.id}"><bdi>${one.name}</bdi></h2>
            ${one.comparedOn !== null && html`<p>${t('directories.compared', { date: new Date(one.comparedOn) })}</p>`}
            ${listing(visit, one, networks)} ${consent(visit, one, texts)}`,
      )}
      <p><a href="/me/consents">${t('menu.consents')}</a></p>`,
  };
}

/** A directory to which she has answered neither yes nor no, asked of every mediator until she does; one at a time. */
export function askedOfDirectory(
  visit: Visit,
  directories: readonly HerDirectory[],
  texts: readonly ConsentText[],
): Html | false {
  const unanswered = directories.find(({ agreed }) => agreed === null);
  if (!unanswered) return false;
  return html`<h2 id="${unanswered.id}">${visit.t('consents.asked')}</h2>
    <p><bdi>${unanswered.name}</bdi></p>
    ${consent(visit, unanswered, texts)}
    <p>${visit.t('consents.later')}</p>`;
}

function consent(
  visit: Visit,
  { id, agreed, statedOn }: HerDirectory,
  texts: readonly ConsentText[],
): Html {
  const { t } = visit;
  const text = texts.find(({ name }) => name === LINKED_ELSEWHERE);
  const version = html`<input type="hidden" name="version" value="${text?.version}" />`;
  const form = (step: 'agree' | 'refuse', label: Html) =>
    visit.form(`/me/consents/directories/${id}/${step}`, html`${version}${label}`);
  const date = { date: new Date(statedOn ?? 0) };
  return html`<blockquote>${text?.text}</blockquote>
    ${agreed === true && html`<p>${t('consents.given', date)}</p>`}
    ${agreed === false && html`<p>${t('directories.refused', date)}</p>`}
    ${agreed !== true && form('agree', button(t('consents.give'), 'first', id))}
    ${agreed === true && form('refuse', button(t('consents.withdraw'), 'second', id))}
    ${agreed === null && form('refuse', button(t('consents.refuse'), 'second', id))}`;
}

/** That she may be listed there: whether it is she, and who may know. */
function listing(
  visit: Visit,
  { listing: found }: HerDirectory,
  networks: WholeProfile['networks'],
): Html | false {
  if (!found) return false;
  const { t } = visit;
  const { id, state, told } = found;
  const labels = {
    same: t('directories.words.same'),
    different: t('directories.words.different'),
    'cannot-say': t('entries.words.cannot-say'),
  };
  const said = {
    same: t('directories.states.same'),
    different: t('directories.states.different'),
    'cannot-say': t('entries.states.cannot-say'),
  };
  const chosen = state === 'open' ? 'cannot-say' : state;
  const form = html`<fieldset>
      <legend>${t('directories.whose')}</legend>
      ${HER_WORDS.map(
        (word) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="word"
              value="${word}"
              ${attributes({ checked: word === chosen })}
            /><span>${labels[word]}</span></label
          >`,
      )}
    </fieldset>
    <fieldset>
      <legend>${t('entries.tell')}</legend>
      ${networks.map(({ networkId, names }) =>
        tick(
          {
            name: 'told',
            label: visit.words.inLocale(names),
            about: `${id}-tell`,
            mistakes: NO_MISTAKES,
          },
          told.includes(networkId),
          networkId,
        ),
      )}
      <p class="hint" id="${id}-tell">${t('directories.tellAbout')}</p>
    </fieldset>
    ${button(t('save'), 'first', id)}`;
  return html`<p class="notice">${t('directories.found')}</p>
    ${state !== 'open' && html`<p>${said[state]}</p>`}
    ${visit.form(`/me/consents/directories/listings/${id}`, form)}`;
}
