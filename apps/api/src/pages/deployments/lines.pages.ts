import { lineKind, type WholeLineView } from '#deployments';
import { html, type Html, type Value } from '../html/html.js';
import { notice } from '../request/notice.js';
import { button, line as lineField, oneOf, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import type { Mistakes } from '../views/mistakes.js';
import { isHers, wantsAgreement, wayBack, type DeploymentPlace } from './deployment-place.js';

/** As many as an old telephone loads without waiting. */
const MOST_ON_A_PAGE = 9;

/** A line as she has written it. */
export interface LineWritten {
  readonly validUntil: string;
  readonly reference: string;
  /** `yes`, `no` or nothing yet. */
  readonly fit: string;
  readonly mistakes: Mistakes;
}

/** What must be clear before she begins: first what waits for her, then the rest. */
export function linesPage(place: DeploymentPlace): Page {
  const { visit, deployment } = place;
  const { t, query } = visit;
  const waits = (line: WholeLineView) => leadsOn(place, line);
  const all = [
    ...deployment.lines.filter(waits),
    ...deployment.lines.filter((line) => !waits(line)),
  ];
  const from = Math.max(0, Math.trunc(Number(query.get('from'))) || 0);
  const next = from + MOST_ON_A_PAGE;
  const more = `/me/deployments/${deployment.id}/lines?from=${next}`;
  return {
    own: true,
    title: t('deployment.ways.lines'),
    content: html`${notice(visit)}
      <p>${t(all.length === 0 ? 'lines.none' : 'lines.about')}</p>
      <ul class="plain">
        ${all.slice(from, next).map((line) => entry(place, line))}
      </ul>
      ${next < all.length && html`<p><a href="${more}">${t('lines.more')}</a></p>`}
      ${wayBack(place)}`,
  };
}

/** Whether a line has a page for her: it is hers to see to, or she is asked to agree. */
export function leadsOn({ deployment }: DeploymentPlace, line: WholeLineView): boolean {
  return isHers(deployment, line) || wantsAgreement(deployment, line);
}

function entry(place: DeploymentPlace, line: WholeLineView): Html {
  const { visit, deployment } = place;
  const { t, words } = visit;
  const { kind, owner, state, dueOn, validUntil } = line;
  const name = t(`lines.kinds.${kind}`);
  const until =
    state === 'todo' || state === 'requested'
      ? t('lines.due', { day: words.day(dueOn) })
      : validUntil !== null && t('lines.valid', { day: words.day(validUntil) });
  const named = leadsOn(place, line)
    ? html`<a href="/me/deployments/${deployment.id}/lines/${kind}">${name}</a>`
    : name;
  return html`<li>
    ${named}: ${t(`lines.states.${state}`)} (${t(`lines.owners.${owner}`)}) ${until}
  </li>`;
}

/** One line: what she is to see to, and whether she agrees that it is waived. */
export function linePage(place: DeploymentPlace, line: WholeLineView, written: LineWritten): Page {
  const { visit, deployment } = place;
  const { t, words } = visit;
  const { kind, state, dueOn } = line;
  const { mistakes } = written;
  const labels = {
    validUntil: t('line.until'),
    reference: t('line.reference'),
    fit: t('line.fit'),
  };
  const back = `/me/deployments/${deployment.id}/lines`;
  return {
    own: true,
    title: t(`lines.kinds.${kind}`),
    content: html`${summary(mistakes, t, labels, t('ask.check'))}
      <p>${t(`lines.states.${state}`)}, ${t('lines.due', { day: words.day(dueOn) })}</p>
      ${wantsAgreement(deployment, line) && agreement(place, line)}
      ${isHers(deployment, line) && ownForms(place, line, written, labels)}
      <p><a href="${back}">${t('deployment.ways.lines')}</a></p>`,
  };
}

function agreement(place: DeploymentPlace, line: WholeLineView): Html {
  const { t, words } = place.visit;
  return html`<p>${t('line.waiver')}</p>
    <blockquote>${words.said(line.waiver)}</blockquote>
    ${lineForm(place, line, 'agree', button(t('line.agree'), 'second'))}`;
}

function ownForms(
  place: DeploymentPlace,
  line: WholeLineView,
  { validUntil, reference, fit, mistakes }: LineWritten,
  labels: Readonly<Record<'validUntil' | 'reference' | 'fit', string>>,
): Html {
  const { t } = place.visit;
  const { silent, fitness } = lineKind(line.kind);
  const fields = html`${silent && html`<p>${t('line.silent')}</p>`}
  ${line.kind === 'emergency-contact' && html`<p><a href="/me/contact">${t('menu.contact')}</a></p>`}
  ${
    line.kind === 'check-in-plan' &&
    html`<p>
      <a href="/me/deployments/${place.deployment.id}/plan">${t('deployment.ways.plan')}</a>
    </p>`
  }
  ${fitness && oneOf({ name: 'fit', label: labels.fit, options: answers(t('yes'), t('no')), chosen: fit, mistakes })}
  ${lineField({ name: 'validUntil', label: labels.validUntil, type: 'date', value: validUntil, mistakes })}
  ${!silent && lineField({ name: 'reference', label: labels.reference, value: reference, mistakes })}
  ${button(t('line.done'))}`;
  const isTodo = line.state === 'todo' || line.state === 'expired';
  return html`${lineForm(place, line, 'finish', fields)}
  ${isTodo && lineForm(place, line, 'request', button(t('line.underWay'), 'second'))}`;
}

function answers(yes: string, no: string) {
  return [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ];
}

function lineForm(
  { visit, deployment }: DeploymentPlace,
  { kind }: WholeLineView,
  step: LineAct,
  fields: Value,
): Html {
  const held = html`<input type="hidden" name="step" value="${step}" />${fields}`;
  return visit.form(`/me/deployments/${deployment.id}/lines/${kind}`, held);
}

/** What she does with a line. */
export const LINE_ACTS = ['finish', 'request', 'agree'] as const;
export type LineAct = (typeof LINE_ACTS)[number];
