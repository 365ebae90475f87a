import type { SealedTable } from '#vault';
import { placeOfMail } from './sealed-mail.js';

/** What of this module is sealed, for the rotation of data keys. */
export const mailSealedTables: readonly SealedTable[] = [
  { name: 'mail_message', id: 'id', columns: ['sealed'], place: placeOfMail },
];
