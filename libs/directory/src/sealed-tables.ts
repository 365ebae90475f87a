import type { SealedTable } from '#vault';
import { proofPlace } from './consent/consent-view.js';
import { contactSealedTables } from './contact/sealed-tables.js';
import { decisionPlace } from './duplicates/duplicate-view.js';
import { correctionPlace } from './correction/correction-view.js';

/** The tables of this module with sealed values, for the rotation of keys. */
export const directorySealedTables: readonly SealedTable[] = [
  ...contactSealedTables,
  { name: 'consent_proof', id: 'consent_id', columns: ['sealed'], place: proofPlace },
  { name: 'duplicate_decision', id: 'id', columns: ['reason'], place: decisionPlace },
  { name: 'correction', id: 'id', columns: ['request', 'answer'], place: correctionPlace },
];
