import { ASK_DECLINE_REASONS, INTERESTS, type Interest } from '#introductions';
import { attributes, html, type Html, type Value } from '../html/html.js';
import { box, button, line, summary, tick } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import type { Mistakes } from '../views/mistakes.js';
import type { AskPage, AskPlace } from './ask-place.js';
import { standing, whoAsks } from './ask.page.js';

/** Her yes as she has written it: of each interest whether she has it, and one line about it. */
export interface YesWritten {
  readonly ties: Readonly<Record<Interest, { readonly answer: string; readonly line: string }>>;
  /** Interests for which a line is asked. */
  readonly asked: ReadonlySet<Interest>;
  /** Whether lines are asked for now that were not there before. */
  readonly more: boolean;
  readonly mistakes: Mistakes;
}

export interface NoWritten {
  readonly reasons: readonly string[];
  readonly words: string;
  readonly share: boolean;
  readonly mistakes: Mistakes;
}

export interface ReleaseWritten {
  readonly email: string;
  readonly telephone: string;
  readonly relay: boolean;
  readonly mistakes: Mistakes;
}

/** A text that she writes, to the organizer. */
export interface TextWritten {
  readonly text: string;
  readonly mistakes: Mistakes;
}

/** Yes, with what she declares of her interests: each is asked, and none is answered for her. */
export function yesPage(place: AskPlace, written: YesWritten): Page {
  const { visit, ask } = place;
  const { t } = visit;
  const { ties, asked, more, mistakes } = written;
  // One line above leads to the first of what is wrong. Each is marked where it stands.
  const fieldsOfTies = INTERESTS.flatMap((interest) => [interest, lineOf(interest)]);
  const wrong = fieldsOfTies.find((name) => mistakes.has(name));
  const above = [...mistakes].filter(([name]) => name === wrong || !fieldsOfTies.includes(name));
  const labels: Record<string, string> = wrong ? { [wrong]: t('yes.tiesTitle') } : {};
  const fields = html`<input type="hidden" name="terms" value="${ask.termsRevision}" />
    <h2>${t('yes.tiesTitle')}</h2>
    <p>${t(`yes.stances.${ask.insiderTies}`)} ${t('yes.whoReads')}</p>
    ${INTERESTS.map((interest) => tie(place, interest, ties[interest], asked.has(interest), mistakes))}
    ${button(t('yes.button'))}`;
  return writingPage(place, 'yes', {
    above: html`<p>${t('yes.about')}</p>
      ${more && html`<p class="notice" role="status">${t('yes.linesNeeded')}</p>`}`,
    fields,
    mistakes: new Map(above),
    labels,
  });
}

function tie(
  { visit }: AskPlace,
  interest: Interest,
  { answer, line: said }: YesWritten['ties'][Interest],
  asked: boolean,
  mistakes: Mistakes,
): Html {
  const { t } = visit;
  const mistake = mistakes.get(interest);
  const about = mistake
    ? { 'aria-describedby': `${interest}-mistake`, 'aria-invalid': 'true', tabindex: '-1' }
    : {};
  const choices = (['no', 'yes'] as const).map(
    (value) =>
      html`<label class="choice"
        ><input
          type="radio"
          name="${interest}"
          value="${value}"
          ${attributes({ checked: answer === value })}
        />${t(`yes.${value}`)}</label
      >`,
  );
  return html`<fieldset id="${interest}" ${attributes(about)}>
    <legend>${t(`yes.ties.${interest}`)}</legend>
    ${mistake && html`<p class="problem" id="${interest}-mistake">${mistake}</p>`}${choices}
    ${asked && line({ name: lineOf(interest), label: t('yes.line'), value: said, mistakes })}
  </fieldset>`;
}

/** The field with the one line about an interest. */
export function lineOf(interest: Interest): string {
  return `${interest}-line`;
}

/** No, for whatever reason. To tick none is to give none. */
export function noPage(place: AskPlace, { reasons, words, share, mistakes }: NoWritten): Page {
  const { t } = place.visit;
  const boxes = ASK_DECLINE_REASONS.filter((reason) => reason !== 'no-reason').map((reason) =>
    tick(
      { name: 'reasons', label: t(`no.reasons.${reason}`), mistakes },
      reasons.includes(reason),
      reason,
    ),
  );
  const fields = html`<fieldset id="reasons">
      <legend>${t('no.why')}</legend>
      ${boxes}
    </fieldset>
    ${box({ name: 'words', label: t('no.words'), value: words, mistakes })}
    <p id="share-about">${t('no.shareAbout')}</p>
    ${tick({ name: 'share', label: t('no.share'), about: 'share-about', mistakes }, share)}
    ${button(t('no.button'))}`;
  return writingPage(place, 'no', {
    above: html`<p>${t('no.about')}</p>`,
    fields,
    mistakes,
    labels: { reasons: t('no.why'), words: t('no.words'), share: t('no.share') },
  });
}

/** Her one question. */
export function questionPage(place: AskPlace, { text, mistakes }: TextWritten): Page {
  const { t } = place.visit;
  const label = t('question.label');
  return writingPage(place, 'question', {
    above: html`<p>${t('question.about')}</p>`,
    fields: html`${box({ name: 'text', label, value: text, mistakes })}${button(t('question.button'))}`,
    mistakes,
    labels: { text: label },
  });
}

/** How she can be reached: what she writes or ticks here, and nothing else. */
export function releasePage(place: AskPlace, written: ReleaseWritten): Page {
  const { visit, ask } = place;
  const { t } = visit;
  const { email, telephone, relay, mistakes } = written;
  const labels = {
    email: t('contact.fields.email'),
    telephone: t('contact.fields.telephone'),
    relay: t('release.relay'),
  };
  const addresses =
    !ask.pseudonymous &&
    html`${line({ name: 'email', label: labels.email, type: 'email', value: email, mistakes })}
    ${line({ name: 'telephone', label: labels.telephone, type: 'tel', value: telephone, mistakes })}`;
  const fields = html`${addresses}
    <p id="relay-about">${t('release.relayAbout')}</p>
    ${tick({ name: 'relay', label: labels.relay, about: 'relay-about', mistakes }, relay)}
    ${button(t('release.button'))}`;
  return writingPage(place, 'release', {
    above: html`<p>${standing(place)}</p>
      <p>${t('release.about')}</p>
      ${ask.pseudonymous && html`<p>${t('release.codeName')}</p>`}`,
    fields,
    mistakes,
    labels,
  });
}

/** Messages through the desk of her network. */
export function messagesPage(place: AskPlace, { text, mistakes }: TextWritten): Page {
  const { visit, ask } = place;
  const { t, words } = visit;
  const label = t('messages.label');
  const items = ask.messages.map(
    ({ author, state, at, text: said, word }) =>
      html`<li>
        <strong>${t(`messages.authors.${author}`)}</strong>, ${words.moment(at, ask.timeZone)}
        ${author === 'mediator' && state !== 'passed' && html`(${t(`messages.states.${state}`)})`}
        <blockquote>${words.said(said)}</blockquote>
        ${word !== null && html`<p>${t('messages.word')} ${words.said(word)}</p>`}
      </li>`,
  );
  return writingPage(place, 'messages', {
    above: html`<p>${t('messages.about')}</p>
      ${
        items.length > 0 &&
        html`<ul class="plain">
          ${items}
        </ul>`
      }`,
    fields: html`${box({ name: 'text', label, value: text, mistakes })}${button(t('messages.button'))}`,
    mistakes,
    labels: { text: label },
  });
}

interface Writing {
  readonly above: Value;
  readonly fields: Html;
  readonly mistakes: Mistakes;
  readonly labels: Readonly<Record<string, string>>;
}

/** A page with one form, and the way back to the ask. */
function writingPage(
  place: AskPlace,
  page: AskPage,
  { above, fields, mistakes, labels }: Writing,
): Page {
  const { visit, ask, own } = place;
  const { t } = visit;
  const held = html`<input type="hidden" name="revision" value="${ask.revision}" />${fields}`;
  return {
    own,
    leavable: true,
    title: t(`ask.ways.${page}`),
    content: html`${whoAsks(place)} ${above}${summary(mistakes, t, labels, t('ask.check'))}
    ${place.form(page, held)} ${place.way('ask', t('ask.back'))}`,
  };
}
