import { CONFIRM_DAYS, KEPT_DAYS, type NetworkCalls, type PublicCall } from '#applications';
import { CONSENT_PURPOSES, consentTexts } from '#directory';
import { ROLES } from '#vocabulary';
import { html, type Html } from '../html/html.js';
import type { Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
import { box, button, line, select, summary, tick } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import {
  choices,
  languageRows,
  more,
  skillLabels,
  topicRows,
  type SkillsWritten,
} from '../views/skill-rows.js';

/** A process in which she has worked, as she wrote it. */
export interface ProcessWritten {
  readonly name: string;
  readonly country: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
}

/** The form of an application, as she has just written it. */
export interface ApplicationWritten extends SkillsWritten {
  readonly fullName: string;
  readonly displayName: string;
  readonly residence: string;
  readonly territories: string;
  readonly years: string;
  readonly processes: readonly ProcessWritten[];
  readonly biography: string;
  readonly email: string;
  readonly telephone: string;
  readonly pseudonymous: boolean;
  readonly codeName: string;
  /** Purposes that she has ticked. */
  readonly consents: readonly string[];
  readonly mistakes: Mistakes;
}

/** The calls of a network that are not over. */
export function callsPage({ t, words }: Visit, { network, calls }: NetworkCalls): Page {
  const items = calls.map(
    ({ id, titles }) =>
      html`<li>
        <a href="/apply/${network.slug}/${id}"><bdi>${words.inLocale(titles)}</bdi></a>
      </li>`,
  );
  return {
    title: t('apply.calls'),
    content: html`<p>${t('link.invitation.network', { name: words.inLocale(network.names) })}</p>
      ${
        items.length === 0
          ? html`<p>${t('apply.none')}</p>`
          : html`<ul>
              ${items}
            </ul>`
      }`,
  };
}

/** A call, with the form by which she applies. The form goes to an address that keeps the language she reads. */
export function applyPage(visit: Visit, shown: PublicCall, written: ApplicationWritten): Page {
  const { t } = visit;
  const { call, network } = shown;
  const { mistakes } = written;
  const address = `/apply/${network.slug}/${call.id}?lang=${visit.locale}`;
  const fields = html`<button class="unseen" tabindex="-1" aria-hidden="true">
      ${t('apply.send')}
    </button>
    ${whoFields(visit, written)} ${workFields(visit, written)} ${reachFields(visit, written)}
    ${safetyFields(visit, written)} ${consentFields(visit, written)}
    <p>${t('apply.kept', { confirm: CONFIRM_DAYS, kept: KEPT_DAYS })}</p>
    ${button(t('apply.send'))}`;
  return {
    ...frame(visit, shown),
    content: html`${about(visit, shown)}
      <p>${t('apply.about')}</p>
      ${summary(mistakes, t, labelsOf(visit, written))} ${visit.form(address, fields)}`,
  };
}

/** A call that takes no applications now. */
export function closedCallPage(visit: Visit, shown: PublicCall): Page {
  return {
    ...frame(visit, shown),
    content: html`${about(visit, shown)}
      <p class="notice" role="status">${visit.t('apply.closed')}</p>`,
  };
}

/** After the form was sent: the same whatever is known of her. */
export function sentPage(visit: Visit, shown: PublicCall): Page {
  const { t } = visit;
  return {
    ...frame(visit, shown),
    title: t('signIn.sentTitle'),
    content: html`<p>${t('apply.sent')}</p>`,
  };
}

function frame({ words }: Visit, { call }: PublicCall): Pick<Page, 'title' | 'languages'> {
  return { title: words.inLocale(call.titles), languages: call.languages };
}

function about({ t, words }: Visit, { call, network, phase }: PublicCall): Html {
  const { opensOn, closesOn } = call;
  const criteria = words.inLocale(call.criteria).split('\n').filter(Boolean);
  const until =
    phase !== 'over' && closesOn !== null && t('apply.until', { date: new Date(closesOn) });
  const from = phase === 'coming' && t('apply.from', { date: new Date(opensOn) });
  return html`<p>${t('apply.by', { name: words.inLocale(network.names) })}</p>
    <h2>${t('apply.criteria')}</h2>
    ${criteria.map((paragraph) => html`<p><bdi>${paragraph}</bdi></p>`)}
    ${from && html`<p>${from}</p>`} ${until && html`<p>${until}</p>`}`;
}

function whoFields({ t, words }: Visit, written: ApplicationWritten): Html {
  const { fullName, displayName, residence, mistakes } = written;
  return html`<h2>${t('apply.who')}</h2>
    ${line({ name: 'fullName', label: words.field('fullName'), fill: 'name', value: fullName, required: true, mistakes })}
    ${line({ name: 'displayName', label: words.field('displayName'), hint: t('apply.displayNameHint'), fill: 'nickname', value: displayName, mistakes })}
    ${line({ name: 'residence', label: words.field('residence'), hint: t('apply.residenceHint'), fill: 'country-name', value: residence, mistakes })}`;
}

function workFields(visit: Visit, written: ApplicationWritten): Html {
  const { t, words } = visit;
  const { territories, years, biography, mistakes } = written;
  return html`<h2>${words.field('languages')}</h2>
    <p class="hint">${t('work.languagesHint')}</p>
    ${languageRows(visit, written, mistakes)}
    <h2>${words.field('expertise')}</h2>
    <p class="hint">${t('work.topicsHint')}</p>
    ${topicRows(visit, written, mistakes)}
    <h2>${t('apply.work')}</h2>
    ${box({ name: 'territories', label: words.field('territories'), hint: t('safety.addHint'), value: territories, mistakes })}
    ${line({ name: 'years', label: words.field('years'), hint: t('apply.yearsHint'), numeric: true, value: years, mistakes })}
    ${box({ name: 'biography', label: words.field('biography'), hint: t('apply.biographyHint'), value: biography, mistakes })}
    <h2>${words.field('experience')}</h2>
    <p class="hint">${t('apply.experienceHint')}</p>
    ${written.processes.map((row, i) => processRow(visit, row, i, mistakes))}
    ${more(t('apply.moreProcesses'), 'processes')}`;
}

function processRow(
  { t, words }: Visit,
  { name, country, role, from, to }: ProcessWritten,
  i: number,
  mistakes: Mistakes,
): Html {
  const roles = choices(ROLES, (code) => words.name('role', code));
  return html`<fieldset>
    <legend>${t('apply.process')} ${i + 1}</legend>
    ${line({ name: `process${i}`, label: t('apply.process'), value: name, mistakes })}
    <div class="row">
      <div>
        ${line({ name: `processCountry${i}`, label: t('apply.country'), value: country, mistakes })}
      </div>
      <div>
        ${select({ name: `processRole${i}`, label: t('apply.role'), mistakes }, roles, role)}
      </div>
    </div>
    <div class="row">
      <div>
        ${line({ name: `processFrom${i}`, label: t('apply.yearFrom'), numeric: true, value: from, mistakes })}
      </div>
      <div>
        ${line({ name: `processTo${i}`, label: t('apply.yearTo'), numeric: true, value: to, mistakes })}
      </div>
    </div>
  </fieldset>`;
}

function reachFields({ t }: Visit, { email, telephone, mistakes }: ApplicationWritten): Html {
  return html`<h2>${t('apply.reach')}</h2>
    ${line({ name: 'email', label: t('contact.fields.email'), hint: t('apply.emailHint'), type: 'email', fill: 'email', value: email, required: true, mistakes })}
    ${line({ name: 'telephone', label: t('contact.fields.telephone'), hint: t('apply.optional'), type: 'tel', fill: 'tel', value: telephone, mistakes })}`;
}

function safetyFields(
  { t }: Visit,
  { pseudonymous, codeName, mistakes }: ApplicationWritten,
): Html {
  return html`<h2>${t('safety.title')}</h2>
    <p>${t('apply.atRiskAbout')}</p>
    ${tick({ name: 'pseudonymous', label: t('apply.atRisk'), mistakes }, pseudonymous)}
    ${line({ name: 'codeName', label: t('safety.codeName'), hint: t('safety.codeHint'), value: codeName, mistakes })}`;
}

/** Each purpose with the text in force: none is ticked beforehand. */
function consentFields({ t, locale }: Visit, { consents, mistakes }: ApplicationWritten): Html {
  const texts = consentTexts(locale);
  const mistake = mistakes.get('consents');
  return html`<h2 id="consents" tabindex="-1">${t('consents.title')}</h2>
    <p>${t('apply.consentsAbout')}</p>
    ${mistake && html`<p class="problem">${mistake}</p>`}
    <input type="hidden" name="version" value="${texts[0]?.version}" />
    ${CONSENT_PURPOSES.map((purpose) => {
      const label = t(`consents.purposes.${purpose}`);
      const field = { name: 'consents', label, about: `${purpose}-text`, mistakes };
      return html`${tick(field, consents.includes(purpose), purpose)}
        <blockquote id="${field.about}">
          ${texts.find(({ name }) => name === purpose)?.text}
        </blockquote>`;
    })}`;
}

/** What the summary of mistakes calls each field. */
function labelsOf(visit: Visit, written: ApplicationWritten): Record<string, string> {
  const { t, words } = visit;
  const processes = written.processes.flatMap((_, i) => {
    const label = `${t('apply.process')} ${i + 1}`;
    return [
      [`process${i}`, label],
      [`processCountry${i}`, `${label}, ${t('apply.country')}`],
      [`processRole${i}`, `${label}, ${t('apply.role')}`],
      [`processFrom${i}`, `${label}, ${t('apply.yearFrom')}`],
      [`processTo${i}`, `${label}, ${t('apply.yearTo')}`],
    ];
  });
  return {
    fullName: words.field('fullName'),
    displayName: words.field('displayName'),
    residence: words.field('residence'),
    territories: words.field('territories'),
    years: words.field('years'),
    biography: words.field('biography'),
    email: t('contact.fields.email'),
    telephone: t('contact.fields.telephone'),
    pseudonymous: t('apply.atRisk'),
    codeName: t('safety.codeName'),
    consents: t('consents.title'),
    ...skillLabels(visit, written),
    ...(Object.fromEntries(processes) as Record<string, string>),
  };
}
