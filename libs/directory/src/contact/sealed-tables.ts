import type { SealedTable } from '#vault';
import { contactPlace } from './contact-rows.js';

/** Where what is sealed in a row of `contact_access` belongs. */
export function accessPlace(id: string): string {
  return `contact_access:${id}`;
}

/** The tables of contact data with sealed values. */
export const contactSealedTables: readonly SealedTable[] = [
  { name: 'mediator_contact', id: 'id', columns: ['sealed'], place: contactPlace },
  { name: 'contact_access', id: 'id', columns: ['reason'], place: accessPlace },
];
