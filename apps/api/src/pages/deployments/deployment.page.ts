import type { IncidentView } from '#deployments';
import { termsOf } from '../asks/terms.view.js';
import { html, type Html, type Value } from '../html/html.js';
import { notice } from '../request/notice.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { list } from '../views/words.js';
import {
  answersExtension,
  awaitedCheckIn,
  formTo,
  isAtWork,
  isOpen,
  READING_PAGES,
  waitsOf,
  wayBack,
  whoAndWhat,
  WRITING_PAGES,
  type DeploymentPlace,
  type ReadingPage,
} from './deployment-place.js';
import { linesPage } from './lines.pages.js';

/** A deployment as she reads it: how it stands, what waits for her, and the ways on. */
export function deploymentPage(place: DeploymentPlace, alert: string | null = null): Page {
  const { visit, deployment, now } = place;
  const { t, words } = visit;
  const { supervisor, state } = deployment;
  const waits = waitsOf(visit, place, now);
  const rows: [Value, Value][] = [[t('ask.fields.dates'), datesOf(place)]];
  if (supervisor !== '') rows.push([t('ask.fields.reportingLine'), words.said(supervisor)]);
  return {
    own: true,
    title: t('deployment.title', { dates: datesOf(place) }),
    content: html`${notice(visit)}${alert !== null && html`<p class="alert" role="alert">${alert}</p>`}
      ${whoAndWhat(place)}
      <p class="notice">${t(`deployment.states.${state}`)}</p>
      ${
        waits.length > 0 &&
        html`<ul>
          ${waits.map((one) => html`<li>${one}</li>`)}
        </ul>`
      }
      ${isAtWork(deployment) && checkIn(place)}${extension(place)} ${list([...rows, ...why(place)])}
      <ul class="plain">
        ${ways(place)}
        <li><a href="/me/deployments/second-places">${t('secondPlaces.title')}</a></li>
      </ul>`,
  };
}

/** They tell one deployment from another in the history of a browser, and nothing of it. */
function datesOf({
  visit: { t, words },
  deployment: { startsOn, endsOn },
}: DeploymentPlace): string {
  return t('ask.dates', { from: words.day(startsOn), until: words.day(endsOn) });
}

/** A page that is only read. */
export function readingPage(place: DeploymentPlace, page: ReadingPage): Page {
  const { visit, deployment } = place;
  const { t } = visit;
  if (page === 'lines') return linesPage(place);
  const content = {
    terms: () => html`${whoAndWhat(place)} ${termsOf(visit, deployment)}`,
    incidents: () => incidents(place),
    openings: () => openings(place),
  }[page]();
  return {
    own: true,
    title: t(`deployment.ways.${page}`),
    content: html`${notice(visit)}${content}${wayBack(place)}`,
  };
}

/** One incident as it was written down, and what was done about it. */
export function incidentPage(place: DeploymentPlace, incident: IncidentView): Page {
  const { visit, deployment } = place;
  const { t, words } = visit;
  const { kind, severity, happenedOn, action, closedAt } = incident;
  const rows: [Value, Value][] = [
    [t('incident.kind'), t(`incident.kinds.${kind}`)],
    [t('incident.severity'), t(`incident.severities.${severity}`)],
    [t('incident.day'), words.day(happenedOn)],
    [t('incident.words'), words.said(incident.words)],
    [
      t('incident.action'),
      html`${words.said(action)} (${t(closedAt === null ? 'incident.open' : 'incident.closed')})`,
    ],
  ];
  return {
    own: true,
    title: t('incident.title', { day: words.day(happenedOn) }),
    content: html`<p>${t('incident.about')}</p>
      ${list(rows)}
      <p>
        <a href="/me/deployments/${deployment.id}/incidents">${t('deployment.ways.incidents')}</a>
      </p>`,
  };
}

/** One button that says that all is well, and one that asks for a call. */
function checkIn(place: DeploymentPlace): Html {
  const { visit, deployment, now } = place;
  const { t, words } = visit;
  const awaited = awaitedCheckIn(deployment, now);
  const next = deployment.checkIns.find(({ state }) => state === 'due');
  const at = (time: Date) => words.moment(time, deployment.timeZone);
  const said =
    (awaited && t('deployment.missed', { at: at(awaited.dueAt) })) ??
    (next && t('deployment.nextCheckIn', { at: at(next.dueAt) }));
  return html`<h2>${t('deployment.checkInTitle')}</h2>
    ${said && html`<p>${said}</p>`} ${formTo(place, 'check-in', button(t('checkIn.well')))}
    ${formTo(place, 'call', button(t('checkIn.call'), 'second'))}`;
}

/** A later last day: hers to answer where the organizer proposes it, else to take back. */
function extension(place: DeploymentPlace): Value {
  const { visit, deployment } = place;
  const { t, words } = visit;
  const { proposedUntil } = deployment;
  if (proposedUntil === null || !isAtWork(deployment)) return false;
  const day = words.day(proposedUntil);
  if (!answersExtension(deployment)) {
    return html`<p>${t('deployment.extensionOwn', { day })}</p>
      ${formTo(place, 'refuse-extension', button(t('deployment.takeBack'), 'second'))}`;
  }
  const until = html`<input type="hidden" name="until" value="${proposedUntil}" />`;
  return html`<p>${t('deployment.extension', { day })}</p>
    ${formTo(place, 'accept-extension', html`${until}${button(t('yes'))}`)}
    ${formTo(place, 'refuse-extension', button(t('no'), 'second'))}`;
}

/** Why it was stopped, in the words of whoever stopped it. */
function why({ visit, deployment }: DeploymentPlace): [Value, Value][] {
  const { t, words } = visit;
  const { reason, reasonWords } = deployment;
  if (reason === null) return [];
  const more = reasonWords !== '' && html`<br />${words.said(reasonWords)}`;
  return [[t('deployment.reason'), html`${t(`endReasons.${reason}`)}${more}`]];
}

function ways(place: DeploymentPlace): Html[] {
  const { visit, deployment } = place;
  return [...READING_PAGES, ...WRITING_PAGES]
    .filter((page) => isOpen(place, page))
    .map(
      (page) =>
        html`<li>
          <a href="/me/deployments/${deployment.id}/${page}"
            >${visit.t(`deployment.ways.${page}`)}</a
          >
        </li>`,
    );
}

function incidents({ visit, deployment, incidents: all }: DeploymentPlace): Html {
  const { t, words } = visit;
  const items = all.map(
    ({ id, kind, happenedOn, closedAt }) =>
      html`<li>
        <a href="/me/deployments/${deployment.id}/incidents/${id}">${words.day(happenedOn)}</a>:
        ${t(`incident.kinds.${kind}`)}
        (${t(closedAt === null ? 'incident.open' : 'incident.closed')})
      </li>`,
  );
  return html`<p>${t('incident.about')}</p>
    <ul class="plain">
      ${items}
    </ul>`;
}

function openings({ visit, deployment, openings: all }: DeploymentPlace): Html {
  const { t, words } = visit;
  const items = all.map(
    ({ askedAt, reason }) =>
      html`<li>${words.moment(askedAt, deployment.timeZone)}: ${words.said(reason)}</li>`,
  );
  return html`<p>${t('openings.about')} <a href="/me/contact">${t('menu.contact')}</a></p>
    <ul class="plain">
      ${items}
    </ul>`;
}
