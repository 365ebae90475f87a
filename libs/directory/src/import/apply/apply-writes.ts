import type { Transaction } from '#database';
import { recordAudit } from '#identity';
import { indexSyncJob } from '#search';
import { uuidv7 } from 'uuidv7';
import { insert, writeDerived } from '../../assertion/write-derived.js';
import { lockSources } from '../../assertion/sources-of.js';
import { recordChanges, recordSteps } from '../../curation/history.js';
import type { Write } from './batch.js';
import type { Origin } from './origin.js';
import { changedMeanwhile, updateOf } from './update-of.js';

/** Rows of a table as `json_to_recordset` reads them. */
type Rows = Record<string, unknown>[];

/**
 * Writes what the network says, the profiles that follow from it, their revisions and the one index job, all in the given transaction. A fixed
 * number of statements, however many profiles.
 */
export async function applyWrites(
  tx: Transaction,
  writes: readonly Write[],
  origin: Origin,
): Promise<void> {
  if (writes.length === 0) return;
  const ids = writes.map(({ id }) => id);
  const changed = writes.filter(({ isNew }) => !isNew).map(({ id }) => id);
  const known = await lockSources(tx, changed);
  const updates = writes.map((write) => updateOf(write, known.get(write.id), origin));
  await writeDerived(
    tx,
    updates.map(({ derived }) => derived),
    origin.source,
  );
  const memberships = writes.map((write) => affiliationRow(write, origin));
  const written = await tx.query(AFFILIATIONS, [JSON.stringify(memberships)]);
  if (written.length < writes.length) throw changedMeanwhile();
  // Whose curator this transaction is: contact data opens for her own network only.
  await tx.query(`SELECT set_config('baraza.curated_network', $1, true)`, [origin.networkId]);
  await insert(tx, CONTACTS, writes.map(contactRow));
  const consents = writes.flatMap((write) => consentRows(write, origin));
  await tx.query(WITHDRAW_CONSENTS, [ids, JSON.stringify(consents)]);
  await insert(tx, CONSENTS, consents);
  await recordChanges(
    tx,
    updates.flatMap(({ changes }) => changes),
  );
  await recordSteps(
    tx,
    updates.flatMap(({ steps }) => steps),
  );
  await tx.addJob(indexSyncJob(ids));
  await recordAudit(tx, origin.by, writes.map(auditRecord));
}

const CONTACTS = `
INSERT INTO mediator_contact
SELECT * FROM json_to_recordset($1) AS r(mediator_id uuid, email text, telephone text, postal_address text,
  emergency_contact text, security_notes text, date_of_birth date)
ON CONFLICT (mediator_id) DO UPDATE SET (email, telephone, postal_address, emergency_contact, security_notes,
  date_of_birth) = (excluded.email, excluded.telephone, excluded.postal_address, excluded.emergency_contact,
  excluded.security_notes, excluded.date_of_birth)`;

const AFFILIATIONS = `
INSERT INTO affiliation (id, mediator_id, network_id, external_id, role, since, asserted_digest, asserted, asserted_at)
SELECT *, now() FROM json_to_recordset($1) AS r(id uuid, mediator_id uuid, network_id uuid, external_id text, role text,
  since date, asserted_digest text, asserted jsonb)
ON CONFLICT (network_id, external_id) DO UPDATE SET role = excluded.role, since = excluded.since,
  asserted_digest = excluded.asserted_digest, asserted = excluded.asserted, asserted_at = excluded.asserted_at,
  status = 'verified', until = NULL
WHERE affiliation.mediator_id = excluded.mediator_id RETURNING id`;

/** Consent to another text, or of another day, is a consent of its own: the old one ends, its history stays. */
const WITHDRAW_CONSENTS = `
UPDATE consent c SET withdrawn_at = now()
WHERE mediator_id = ANY($1::uuid[]) AND withdrawn_at IS NULL AND NOT EXISTS
  (SELECT FROM json_to_recordset($2) AS r(mediator_id uuid, purpose text, text_version text, stated_on date)
   WHERE r.mediator_id = c.mediator_id AND r.purpose = c.purpose AND r.text_version = c.text_version
     AND coalesce(r.stated_on, c.given_on) = c.given_on)`;
const CONSENTS = `
INSERT INTO consent (id, mediator_id, purpose, text_version, channel, recorded_by, given_on)
SELECT * FROM json_to_recordset($1) AS r(id uuid, mediator_id uuid, purpose text, text_version text, channel text,
  recorded_by text, given_on date)
ON CONFLICT (mediator_id, purpose) WHERE withdrawn_at IS NULL DO NOTHING`;

function auditRecord({ id, before, digest }: Write) {
  const action = 'profile.import';
  return { action, subjectKind: 'mediator', subjectId: id, beforeHash: before, afterHash: digest };
}

function contactRow({ id, draft: { contact } }: Write): Rows[number] {
  return {
    mediator_id: id,
    email: contact.email,
    telephone: contact.telephone,
    postal_address: contact.postalAddress,
    emergency_contact: contact.emergencyContact,
    security_notes: contact.securityNotes,
    date_of_birth: contact.dateOfBirth,
  };
}

function affiliationRow(
  { id, draft, digest, statement }: Write,
  { networkId }: Origin,
): Rows[number] {
  return {
    id: uuidv7(),
    mediator_id: id,
    network_id: networkId,
    external_id: draft.externalId,
    role: draft.networkRole,
    since: draft.memberSince,
    asserted_digest: digest,
    asserted: statement,
  };
}

function consentRows({ id, draft }: Write, { source, today }: Origin): Rows {
  return draft.consents.map((purpose) => ({
    id: uuidv7(),
    mediator_id: id,
    purpose,
    text_version: draft.consentTextVersion,
    channel: 'network',
    recorded_by: source,
    stated_on: draft.consentOn,
    given_on: draft.consentOn ?? today,
  }));
}
