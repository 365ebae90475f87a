import type { SealedTable } from '#vault';
import { proofPlace } from './consent/consent-view.js';
import { contactSealedTables } from './contact/sealed-tables.js';
import { decisionPlace } from './duplicates/duplicate-view.js';
import { exchangeSecretPlace } from './exchange/exchange-runs.js';
import { rejectPlace } from './import/kept-rejects.js';
import { installationKeyPlace } from './exchange/installation-keys.js';
import { correctionPlace } from './correction/correction-view.js';

/** The tables of this module with sealed values, for the rotation of keys. */
export const directorySealedTables: readonly SealedTable[] = [
  ...contactSealedTables,
  { name: 'consent_proof', id: 'consent_id', columns: ['sealed'], place: proofPlace },
  { name: 'duplicate_decision', id: 'id', columns: ['reason'], place: decisionPlace },
  { name: 'installation_key', id: 'id', columns: ['sealed'], place: installationKeyPlace },
  { name: 'exchange_secret', id: 'run_id', columns: ['sealed'], place: exchangeSecretPlace },
  { name: 'correction', id: 'id', columns: ['request', 'answer'], place: correctionPlace },
  { name: 'import_reject', id: 'id', columns: ['sealed'], place: rejectPlace },
];
