import { INTERESTS } from '#introductions';
import { html, type Html, type Value } from '../html/html.js';
import { notice } from '../request/notice.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { list } from '../views/words.js';
import { ASK_PAGES, isOpen, type AskPlace } from './ask-place.js';
import { contactPerson, termsOf } from './terms.view.js';

/** An ask as she reads it: who asks, what for, how it stands, and the ways on. */
export function askPage(place: AskPlace, alert: string | null = null): Page {
  const { visit, ask, own } = place;
  const { t } = visit;
  return {
    own,
    leavable: true,
    title: t('ask.title'),
    content: html`${notice(visit)}${alert !== null && html`<p class="alert" role="alert">${alert}</p>`}
      ${whoAsks(place)}
      <p class="notice">${standing(place)}</p>
      ${waysOn(place)} ${termsOf(visit, ask)}
      ${ask.state === 'connected' && contactPerson(visit, ask.terms.contactPerson)} ${said(place)}`,
  };
}

/** Who asks, and for what. */
export function whoAsks({ visit, ask }: Pick<AskPlace, 'visit' | 'ask'>): Html {
  const { t } = visit;
  const { organizationName: organization, needTitle: title, processName: process } = ask;
  return html`<p>${t('ask.who', { organization, title })}</p>
    ${process !== null && html`<p>${t('ask.process', { process })}</p>`}
    ${ask.confidentiality === 'restricted' && html`<p>${t('ask.restricted')}</p>`}`;
}

/** How it stands, and until when, by the clocks of her zone. */
export function standing({ visit, ask }: Pick<AskPlace, 'visit' | 'ask'>): string {
  const { t, words } = visit;
  const { state, timeZone } = ask;
  const by = (at: Date | null) => (at === null ? '' : words.moment(at, timeZone));
  switch (state) {
    case 'forwarded':
      if (ask.pausedAt !== null) return t('ask.states.paused', { until: by(ask.lapsesAt) });
      return ask.acceptedTermsRevision !== null && ask.acceptedTermsRevision !== ask.termsRevision
        ? t('ask.states.changed', { until: by(ask.answerDueAt) })
        : t('ask.states.forwarded', { until: by(ask.answerDueAt) });
    case 'accepted':
      if (ask.reviewedAt === null || ask.lapsesAt === null) return t('ask.states.reviewed');
      return t('ask.states.accepted', { until: by(ask.lapsesAt) });
    case 'confirmed':
      return t('ask.states.confirmed', { until: by(ask.lapsesAt) });
    case 'declined':
      return ask.declineReasons.length > 0 ? t('ask.states.declined') : t('ask.states.over');
    case 'requested':
    case 'returned':
    case 'refused':
      return t('ask.states.over');
    default:
      return t(`ask.states.${state}`);
  }
}

function waysOn(place: AskPlace): Html {
  const { visit, ask } = place;
  const { t } = visit;
  const pages = ASK_PAGES.filter((page) => isOpen(place, page));
  const ways = pages.map((page) =>
    place.way(
      page,
      page === 'no' && ask.state !== 'forwarded' ? t('ask.changeToNo') : t(`ask.ways.${page}`),
    ),
  );
  const dated = ask.terms.startsOn !== null && ask.terms.endsOn !== null;
  const held = dated && (isOpen(place, 'no') || ask.state === 'connected');
  return html`${ways}${held && place.hold(t('ask.hold'))}${isOpen(place, 'take-back') && takeBack(place)}`;
}

/** What she has released, how often it was opened, and a button that takes it back. */
function takeBack(place: AskPlace): Html {
  const { visit, ask } = place;
  const { t, words } = visit;
  const channels = words.all(ask.channels.map((channel) => t(`ask.channels.${channel}`)));
  const fields = html`<input
      type="hidden"
      name="revision"
      value="${ask.revision}"
    />${button(t('ask.takeBack'), 'second')}`;
  return html`<p>
      ${t('ask.released', { channels })} ${t('ask.opened', { count: ask.contactReads })}
      ${t('ask.takeBackAbout')}
    </p>
    ${place.form('take-back', fields)}`;
}

/** What she has said so far. */
function said({ visit, ask }: AskPlace): Value {
  const { t, words } = visit;
  const { question, answer, declaration, declineReasons } = ask;
  const rows: [Value, Value][] = [];
  if (question !== null) rows.push([t('ask.question'), words.said(question)]);
  if (answer !== null) rows.push([t('ask.answer'), words.said(answer)]);
  if (declaration !== null) {
    const ties = INTERESTS.flatMap((interest) => {
      const line = declaration[interest];
      return line === undefined ? [] : [html`<li>${words.said(line)}</li>`];
    });
    const shown =
      ties.length > 0
        ? html`<ul>
            ${ties}
          </ul>`
        : t('ask.noTies');
    rows.push([t('yes.tiesTitle'), shown]);
  }
  const reasons = declineReasons.filter((reason) => reason !== 'no-reason');
  if (reasons.length > 0) {
    const named = reasons.map((reason) => html`<li>${t(`no.reasons.${reason}`)}</li>`);
    rows.push([
      t('ask.reasons'),
      html`<ul>
        ${named}
      </ul>`,
    ]);
  }
  return (
    rows.length > 0 &&
    html`<h2>${t('ask.said')}</h2>
      ${list(rows)}`
  );
}
