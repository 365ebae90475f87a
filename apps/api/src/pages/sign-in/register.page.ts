import { ORGANIZATION_KINDS } from '#identity';
import { html } from '../html/html.js';
import type { Visit } from '../request/visit.js';
import { button, line, select, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { NO_MISTAKES, type Mistakes } from '../views/mistakes.js';

/** What is written in the form. */
export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly organization: string;
  readonly kind: string;
  readonly country: string;
}

const EMPTY: Registration = { name: '', email: '', organization: '', kind: '', country: '' };

/** Asks an organizer who she is and for whom she looks. */
export function registerPage(
  visit: Visit,
  written: Registration = EMPTY,
  mistakes: Mistakes = NO_MISTAKES,
): Page {
  const { t } = visit;
  const labels = {
    name: t('register.name'),
    email: t('signIn.email'),
    organization: t('register.organization'),
    kind: t('register.kind'),
    country: t('register.country'),
  };
  return {
    title: t('register.title'),
    content: html`${summary(mistakes, t, labels)}
      <p>${t('register.about')}</p>
      <p>${t('register.then')}</p>
      ${visit.form(
        '/sign-in/register',
        html`${line({ name: 'name', label: labels.name, fill: 'name', value: written.name, required: true, mistakes })}
        ${line({ name: 'email', label: labels.email, type: 'email', fill: 'email', value: written.email, required: true, mistakes })}
        ${line({ name: 'organization', label: labels.organization, value: written.organization, required: true, mistakes })}
        ${select(
          { name: 'kind', label: labels.kind, mistakes },
          ORGANIZATION_KINDS.map((kind) => ({ value: kind, label: t(`register.kinds.${kind}`) })),
          written.kind,
        )}
        ${line({ name: 'country', label: labels.country, hint: t('register.countryHint'), fill: 'country-name', value: written.country, mistakes })}
        ${button(t('register.button'))}`,
      )}`,
  };
}

/** The same whether or not the address has an account. */
export function registeredPage({ t }: Visit): Page {
  return { title: t('signIn.sentTitle'), content: html`<p>${t('register.sent')}</p>` };
}
