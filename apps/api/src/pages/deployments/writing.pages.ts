import {
  END_REASONS,
  INCIDENT_KINDS,
  RHYTHMS,
  SEVERITIES,
  type EndReason,
  type OwnDeployment,
} from '#deployments';
import { ROLES } from '#vocabulary';
import { html, type Html, type Value } from '../html/html.js';
import type { Form } from '../request/form.js';
import { box, button, line, oneOf, select, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import type { Mistakes } from '../views/mistakes.js';
import {
  formTo,
  stopsOf,
  wayBack,
  whoAndWhat,
  type DeploymentPlace,
  type WritingPage as AnyPage,
} from './deployment-place.js';
import { feedbackPage } from './feedback.page.js';
import { reviewPage } from './review.page.js';

/** Pages with fields alone; the others also show what was said. */
type WritingPage = Exclude<AnyPage, 'feedback' | 'review'>;

/** What stands in the fields of a page: as she has just written it, or as it is. */
type Fields = Readonly<Record<string, string>>;

/** Reasons that only others have. */
const OF_OTHERS: ReadonlySet<EndReason> = new Set([
  'need-cancelled',
  'need-changed',
  'organization-suspended',
]);
export const HER_REASONS = END_REASONS.filter((reason) => !OF_OTHERS.has(reason));

/** A page on which she writes. What a form that comes back holds is kept. */
export function writingPage(
  place: DeploymentPlace,
  page: AnyPage,
  form: Form | null,
  mistakes: Mistakes,
): Page {
  if (page === 'feedback') return feedbackPage(place, form, mistakes);
  if (page === 'review') return reviewPage(place, form, mistakes);
  const { t } = place.visit;
  const given = FIELDS[page](place);
  const fields = form
    ? Object.fromEntries(Object.keys(given).map((name) => [name, form.text(name)]))
    : given;
  const { above, inside, labels, below = false } = PAGES[page](place, fields, mistakes);
  return {
    own: true,
    title: t(`deployment.ways.${page}`),
    content: html`${whoAndWhat(place)}${above}${summary(mistakes, t, labels, t('ask.check'))}
    ${formTo(place, page, inside)}${below}${wayBack(place)}`,
  };
}

/** As the fields of each page stand before she writes in them. */
const FIELDS: Readonly<Record<WritingPage, (place: DeploymentPlace) => Fields>> = {
  plan: ({ deployment: { rhythm, checkInTime, timeZone, graceHours } }) => ({
    rhythm,
    checkInTime,
    timeZone,
    graceHours: String(graceHours),
  }),
  extend: () => ({ until: '' }),
  stop: ({ deployment }) => {
    const [only, ...others] = stopsOf(deployment);
    return { step: only !== undefined && others.length === 0 ? only : '', reason: '', words: '' };
  },
  incident: () => ({ kind: '', severity: '', happenedOn: '', words: '' }),
  experience: ({ visit, deployment }) => {
    const { processName = '', role = null, territory = null } = offered(deployment);
    return {
      processName,
      role: role ?? '',
      territory: territory === null ? '' : visit.words.area(territory),
    };
  },
};

interface Written {
  readonly above: Value;
  readonly inside: Html;
  readonly labels: Readonly<Record<string, string>>;
  readonly below?: Value;
}

const PAGES: Readonly<
  Record<WritingPage, (place: DeploymentPlace, fields: Fields, mistakes: Mistakes) => Written>
> = {
  plan: planFields,
  extend: extendFields,
  stop: stopFields,
  incident: incidentFields,
  experience: experienceFields,
};

function planFields(
  { visit, deployment, now }: DeploymentPlace,
  fields: Fields,
  mistakes: Mistakes,
) {
  const { t, words } = visit;
  const labels = {
    rhythm: t('checkInPlan.rhythm'),
    checkInTime: t('checkInPlan.time'),
    timeZone: t('preferences.timeZone'),
    graceHours: t('checkInPlan.grace'),
  };
  const options = RHYTHMS.map((value) => ({ value, label: t(`checkInPlan.rhythms.${value}`) }));
  const zone = deployment.timeZone;
  const hint = t('preferences.timeZoneHint', { zone, time: words.timeOfDay(now, zone) });
  return {
    above: html`<p>${t('checkInPlan.about')}</p>`,
    labels,
    inside: html`${oneOf({ name: 'rhythm', label: labels.rhythm, options, chosen: fields.rhythm ?? '', mistakes })}
    ${line({ name: 'checkInTime', label: labels.checkInTime, type: 'time', value: fields.checkInTime ?? '', mistakes })}
    ${line({ name: 'timeZone', label: labels.timeZone, hint, value: fields.timeZone ?? '', mistakes })}
    ${line({ name: 'graceHours', label: labels.graceHours, numeric: true, value: fields.graceHours ?? '', mistakes })}
    ${button(t('save'))}`,
  };
}

function extendFields({ visit }: DeploymentPlace, fields: Fields, mistakes: Mistakes) {
  const { t } = visit;
  const label = t('extend.until');
  return {
    above: html`<p>${t('extend.about')}</p>`,
    labels: { until: label },
    inside: html`${line({ name: 'until', label, type: 'date', value: fields.until ?? '', mistakes })}
    ${button(t('send'))}`,
  };
}

function stopFields({ visit, deployment }: DeploymentPlace, fields: Fields, mistakes: Mistakes) {
  const { t } = visit;
  const labels = {
    step: t('stop.what'),
    reason: t('deployment.reason'),
    words: t('stop.words'),
  };
  const options = stopsOf(deployment).map((value) => ({ value, label: t(`stop.steps.${value}`) }));
  const reasons = HER_REASONS.map((value) => ({ value, label: t(`endReasons.${value}`) }));
  return {
    above: html`<p>${t('stop.about')}</p>`,
    labels,
    inside: html`${oneOf({ name: 'step', label: labels.step, options, chosen: fields.step ?? '', mistakes })}
    ${select({ name: 'reason', label: labels.reason, mistakes }, reasons, fields.reason ?? '')}
    ${box({ name: 'words', label: labels.words, value: fields.words ?? '', mistakes })}
    ${button(t('send'), 'danger')}`,
  };
}

function incidentFields({ visit }: DeploymentPlace, fields: Fields, mistakes: Mistakes) {
  const { t } = visit;
  const labels = {
    kind: t('incident.kind'),
    severity: t('incident.severity'),
    happenedOn: t('incident.day'),
    words: t('incident.words'),
  };
  const kinds = INCIDENT_KINDS.map((value) => ({ value, label: t(`incident.kinds.${value}`) }));
  const grades = SEVERITIES.map((value) => ({ value, label: t(`incident.severities.${value}`) }));
  return {
    above: html`<p>${t('incident.about')}</p>`,
    labels,
    inside: html`${select({ name: 'kind', label: labels.kind, mistakes }, kinds, fields.kind ?? '')}
    ${select({ name: 'severity', label: labels.severity, mistakes }, grades, fields.severity ?? '')}
    ${line({ name: 'happenedOn', label: labels.happenedOn, type: 'date', value: fields.happenedOn ?? '', mistakes })}
    ${box({ name: 'words', label: labels.words, value: fields.words ?? '', mistakes })}
    ${button(t('send'))}`,
  };
}

function experienceFields(place: DeploymentPlace, fields: Fields, mistakes: Mistakes) {
  const { t, words } = place.visit;
  const { yearFrom, yearTo, processName } = offered(place.deployment);
  const labels = {
    processName: t('apply.process'),
    role: t('apply.role'),
    territory: t('apply.country'),
  };
  const roles = ROLES.map((value) => ({ value, label: words.name('role', value) }));
  const years = [yearFrom, yearTo].flatMap((year) => (year ? [String(year)] : []));
  return {
    above: html`<p>${t('experience.about')} ${processName === '' && t('experience.private')}</p>`,
    labels,
    inside: html`${line({ name: 'processName', label: labels.processName, value: fields.processName ?? '', mistakes })}
      ${select({ name: 'role', label: labels.role, mistakes }, roles, fields.role ?? '')}
      ${line({ name: 'territory', label: labels.territory, hint: t('apply.residenceHint'), value: fields.territory ?? '', mistakes })}
      <p>${[...new Set(years)].join(' – ')}</p>
      ${button(t('experience.accept'))}`,
    below: formTo(place, 'decline-experience', button(t('experience.decline'), 'second')),
  };
}

function offered({
  experienceOffered,
}: OwnDeployment): Partial<NonNullable<OwnDeployment['experienceOffered']>> {
  return experienceOffered ?? {};
}
