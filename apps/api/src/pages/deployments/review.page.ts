import {
  AFTER_ACTION_QUESTIONS,
  type AfterActionDraft,
  type AfterActionQuestion,
} from '#deployments';
import { translator } from '#messages';
import { LOCALES, type Locale } from '#vocabulary';
import { html, type Html, type Value } from '../html/html.js';
import type { Form } from '../request/form.js';
import { box, button, select, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import type { Mistakes } from '../views/mistakes.js';
import { list } from '../views/words.js';
import { formTo, wayBack, whoAndWhat, type DeploymentPlace } from './deployment-place.js';

/** The review of the work, of which a lesson is made: her answers, and later what she answered. */
export function reviewPage(place: DeploymentPlace, form: Form | null, mistakes: Mistakes): Page {
  const { visit, feedback, review, token, now } = place;
  const { t } = visit;
  const isOpen = feedback !== null && now < feedback.closesAt && !review?.isFinal;
  return {
    own: token === null,
    leavable: true,
    title: t('deployment.ways.review'),
    content: html`${whoAndWhat(place)}
    ${isOpen ? questions(place, form, mistakes) : answered(place)} ${wayBack(place)}`,
  };
}

/** What she answers, as a form holds it: in the language of the page where she names no other. */
export function answersIn(form: Form, page: Locale): AfterActionDraft {
  const [meant, happened, why, keep, change] = AFTER_ACTION_QUESTIONS.map((question) =>
    form.text(question),
  ) as [string, string, string, string, string];
  const language = LOCALES.find((locale) => locale === form.text('language')) ?? page;
  return { language, meant, happened, why, keep, change };
}

function questions(place: DeploymentPlace, form: Form | null, mistakes: Mistakes): Html {
  const { visit, review, feedback } = place;
  const { t, words, locale } = visit;
  const value = (name: AfterActionQuestion) => (form ? form.text(name) : (review?.[name] ?? ''));
  const languages = LOCALES.map((one) => ({
    value: one,
    label: translator('pages', one)('languageName'),
  }));
  const chosen = form?.text('language') || (review?.language ?? locale);
  const labels = labelsOf(place);
  const fields = html`<input type="hidden" name="given" value="${review?.revision ?? ''}" />
    ${AFTER_ACTION_QUESTIONS.map((name) => box({ name, label: labels[name], value: value(name), mistakes }))}
    ${select({ name: 'language', label: t('language'), mistakes }, languages, chosen)}
    ${button(t('send'))}`;
  return html`<p>${t('review.about', { day: words.day(feedback!.closesAt) })}</p>
    ${review && html`<p class="notice">${t('review.given')}</p>`}
    ${summary(mistakes, t, labels, t('ask.check'))} ${formTo(place, 'review', fields)}`;
}

function answered(place: DeploymentPlace): Html {
  const { visit, review } = place;
  const labels = labelsOf(place);
  const rows = AFTER_ACTION_QUESTIONS.map((name): [Value, Value] => [
    labels[name],
    visit.words.said(review?.[name]),
  ]);
  return html`<p>${visit.t('review.over')}</p>
    ${list(rows)}`;
}

function labelsOf({
  visit: { t },
}: DeploymentPlace): Readonly<Record<AfterActionQuestion, string>> {
  return Object.fromEntries(
    AFTER_ACTION_QUESTIONS.map((name) => [name, t(`review.questions.${name}`)]),
  ) as Record<AfterActionQuestion, string>;
}
