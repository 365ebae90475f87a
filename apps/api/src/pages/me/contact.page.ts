import {
  CONTACT_FIELDS,
  UNSAFE_CHANNELS,
  type Contact,
  type ContactAccess,
  type ContactField,
  type SourceContact,
} from '#directory';
import { html, type Html } from '../html/html.js';
import type { Mistakes } from '../views/mistakes.js';
import type { Visit } from '../request/visit.js';
import { box, button, line, oneOf, summary } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { notice } from '../request/notice.js';
import { list } from '../views/words.js';

export interface ContactShown {
  /** What she says herself, as it stands or as she has just written it. */
  readonly own: Contact;
  readonly version: string | null;
  readonly mistakes: Mistakes;
  readonly ofNetworks: readonly SourceContact[];
  readonly accesses: readonly ContactAccess[];
  readonly networkName: (id: string) => string;
}

const LONG = new Set<ContactField>(['postalAddress', 'emergencyContact', 'securityNotes']);
const TYPES = { email: 'email', telephone: 'tel', dateOfBirth: 'date' } as const;

export function contactPage(visit: Visit, shown: ContactShown): Page {
  const { t, words } = visit;
  const { own, version, mistakes, ofNetworks, networkName } = shown;
  const unsafe = [
    { value: '', label: t('contact.unsafe.none') },
    ...UNSAFE_CHANNELS.map((value) => ({ value, label: t(`contact.unsafe.${value}`) })),
  ];
  const saidIn = (field: ContactField, stated: Contact) => {
    if (field === 'dateOfBirth' && stated.dateOfBirth) return words.day(stated.dateOfBirth);
    if (field === 'unsafeChannels')
      return unsafe.find(({ value }) => value === stated.unsafeChannels)?.label ?? '';
    return words.said(stated[field]);
  };
  const fields = CONTACT_FIELDS.map((name) => {
    const field = { name, label: t(`contact.fields.${name}`), value: own[name] ?? '', mistakes };
    if (name === 'unsafeChannels')
      return oneOf({
        ...field,
        hint: t('contact.unsafe.hint'),
        options: unsafe,
        chosen: field.value,
      });
    if (LONG.has(name)) return box(field);
    return line({ ...field, type: TYPES[name as keyof typeof TYPES] ?? 'text' });
  });
  return {
    own: true,
    title: t('contact.title'),
    content: html`${notice(visit)}
      <p>${t('contact.about')}</p>
      ${summary(mistakes, t, Object.fromEntries(CONTACT_FIELDS.map((name) => [name, t(`contact.fields.${name}`)])))}
      <h2>${t('contact.yours')}</h2>
      ${visit.form(
        '/me/contact',
        html`<input
            type="hidden"
            name="version"
            value="${version ?? ''}"
          />${fields}${button(t('save'))}`,
      )}
      ${ofNetworks.map(
        (stated) =>
          html`<h2>${t('contact.by', { network: networkName(stated.networkId ?? '') })}</h2>
            ${list(
              CONTACT_FIELDS.filter((field) => stated.contact[field] !== null).map(
                (field) => [t(`contact.fields.${field}`), saidIn(field, stated.contact)] as const,
              ),
            )}`,
      )}
      <h2>${t('contact.accesses')}</h2>
      ${accessList(visit, shown)}`,
  };
}

function accessList({ t, words }: Visit, { accesses, networkName }: ContactShown): Html {
  if (accesses.length === 0) return html`<p>${t('contact.accessesNone')}</p>`;
  const items = accesses.map(
    ({ at, networkId, purpose, reason }) =>
      html`<li>
        ${words.moment(at)}: ${t('contact.access', { network: networkName(networkId) })}<br />
        ${t(`contact.purposes.${purpose}`)}. ${words.said(reason)}
      </li>`,
  );
  return html`<ul class="plain">
    ${items}
  </ul>`;
}
