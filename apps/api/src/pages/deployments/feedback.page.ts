import {
  ORGANIZER_QUALITIES,
  RATINGS,
  type DeploymentFeedbackView,
  type FeedbackDraft,
  type GivenFeedback,
} from '#deployments';
import { html, type Html, type Value } from '../html/html.js';
import type { Form } from '../request/form.js';
import { box, button, oneOf, select, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import type { Mistakes } from '../views/mistakes.js';
import { list } from '../views/words.js';
import { formTo, wayBack, whoAndWhat, type DeploymentPlace } from './deployment-place.js';

/** What one side said; null where it said nothing, or it is not released. */
export function saidBy(
  { given }: DeploymentFeedbackView,
  side: GivenFeedback['side'],
): GivenFeedback | null {
  return given.find((one) => one.side === side) ?? null;
}

/** Feedback on a deployment: hers to give, and later what the organization said of her. */
export function feedbackPage(place: DeploymentPlace, form: Form | null, mistakes: Mistakes): Page {
  const { visit, feedback, token } = place;
  const { t, words } = visit;
  const content =
    feedback &&
    (feedback.releasedAt === null
      ? html`<p>${t('feedback.about', { day: words.day(feedback.closesAt) })}</p>
          ${give(place, feedback, form, mistakes)}`
      : released(place, feedback, form, mistakes));
  return {
    own: token === null,
    leavable: true,
    title: t('deployment.ways.feedback'),
    content: html`${whoAndWhat(place)} ${content} ${wayBack(place)}`,
  };
}

/** What she gives, as a form holds it. A quality that she cannot judge has no rating. */
export function draftIn(form: Form): FeedbackDraft {
  return {
    ratings: ORGANIZER_QUALITIES.flatMap((quality) => {
      const rating = RATINGS.find((one) => String(one) === form.text(quality));
      return rating === undefined ? [] : [{ quality, rating }];
    }),
    again: form.text('again') === 'yes',
    text: form.text('text') || null,
  };
}

function give(
  place: DeploymentPlace,
  feedback: DeploymentFeedbackView,
  form: Form | null,
  mistakes: Mistakes,
): Html {
  const { t } = place.visit;
  const held = saidBy(feedback, 'mediator');
  const rated = new Map(held?.ratings.map(({ quality, rating }) => [quality, rating]));
  const value = (name: string, stands: string) => (form ? form.text(name) : stands);
  const options = RATINGS.map((rating) => ({
    value: String(rating),
    label: t(`feedback.ratings.${rating}`),
  }));
  const qualities = ORGANIZER_QUALITIES.map((name) =>
    select(
      { name, label: t(`feedback.qualities.${name}`), mistakes },
      options,
      value(name, String(rated.get(name) ?? '')),
    ),
  );
  const answers = (['yes', 'no'] as const).map((one) => ({ value: one, label: t(one) }));
  const again = held ? (held.again ? 'yes' : 'no') : '';
  const labels = { again: t('feedback.again'), text: t('feedback.text') };
  const fields = html`<input type="hidden" name="given" value="${held?.revision ?? ''}" />
    <p>${t('feedback.rates')}</p>
    ${qualities}
    ${oneOf({ name: 'again', label: labels.again, options: answers, chosen: value('again', again), mistakes })}
    ${box({ name: 'text', label: labels.text, value: value('text', held?.text ?? ''), mistakes })}
    ${button(t('send'))}`;
  return html`${held && html`<p class="notice">${t('feedback.given')}</p>`}
  ${summary(mistakes, t, labels, t('ask.check'))} ${formTo(place, 'feedback', fields)}`;
}

function released(
  place: DeploymentPlace,
  feedback: DeploymentFeedbackView,
  form: Form | null,
  mistakes: Mistakes,
): Html {
  const { t, words } = place.visit;
  const theirs = saidBy(feedback, 'organizer');
  if (theirs === null) return html`<p>${t('feedback.silent')}</p>`;
  const rows: [Value, Value][] = [
    ...theirs.ratings.map(({ quality, rating }): [Value, Value] => [
      t(`feedback.qualities.${quality}`),
      t(`feedback.ratings.${rating}`),
    ]),
    [t('feedback.engageAgain'), t(theirs.again ? 'yes' : 'no')],
  ];
  const label = t('feedback.yourReply');
  if (theirs.reply !== null) rows.push([label, words.said(theirs.reply)]);
  const field = box({ name: 'text', label, value: form?.text('text') ?? '', mistakes });
  return html`<h2>${t('feedback.theirs')}</h2>
    ${theirs.text !== null && html`<p>${words.said(theirs.text)}</p>`} ${list(rows)}
    ${
      theirs.reply === null &&
      html`<p>${t('feedback.replyAbout')}</p>
        ${summary(mistakes, t, { text: label }, t('ask.check'))}
        ${formTo(place, 'reply', html`${field}${button(t('send'))}`)}`
    }`;
}
