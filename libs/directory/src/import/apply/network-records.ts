import type { Transaction } from '#database';
import type { Viewer } from '#identity';
import type { Statement } from '../../assertion/statement.js';
import { NO_CONTACT, type Contact } from '../../contact/contact.js';
import type { ContactRepository } from '../../contact/contact-repository.js';
import type { ProfileState } from '../../fields/closed-lists.js';
import type { ConsentPurpose, NetworkMembership } from '../../profile/profile-record.js';

/** A consent that is in force, whoever recorded it. */
export interface RecordedConsent {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  /** ISO date. */
  readonly givenOn: string;
  /** Recorded by this network. */
  readonly isOwn: boolean;
}

/** All that an import of a network can change of a woman, as it stands; and what shows that anybody changed her record. */
export interface NetworkRecord {
  readonly mediatorId: string;
  readonly externalId: string;
  /** Of the profile: grows with every change of it by anybody. */
  readonly revision: number;
  readonly state: ProfileState;
  readonly role: NetworkMembership['role'];
  readonly since: string | null;
  readonly status: string;
  readonly until: string | null;
  readonly statement: Statement | null;
  readonly digest: string | null;
  readonly consents: readonly RecordedConsent[];
  readonly contact: Contact;
}

/** The records of a network of these women, by the id of the woman. Contact data of the network is opened: it is a curator's. */
export async function readNetworkRecords(
  tx: Transaction,
  contacts: ContactRepository,
  { by, networkId }: { readonly by: Viewer; readonly networkId: string },
  mediatorIds: readonly string[],
): Promise<Map<string, NetworkRecord>> {
  if (mediatorIds.length === 0) return new Map();
  const rows = await tx.query<Omit<NetworkRecord, 'contact'>>(
    `SELECT a.mediator_id AS "mediatorId", a.external_id AS "externalId", m.revision, m.state, a.role, a.since::text,
       a.status, a.until::text, a.asserted AS statement, a.asserted_digest AS digest,
       coalesce((SELECT json_agg(json_build_object('id', c.id, 'purpose', c.purpose, 'textVersion', c.text_version,
           'givenOn', c.given_on::text, 'isOwn', c.network_id IS NOT DISTINCT FROM a.network_id) ORDER BY c.purpose)
         FROM consent c WHERE c.mediator_id = a.mediator_id AND c.withdrawn_at IS NULL), '[]'::json) AS consents
     FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
     WHERE a.network_id = $1 AND a.mediator_id = ANY($2::uuid[])`,
    [networkId, mediatorIds],
  );
  const open = await contacts.inCuratorContext(tx, by, networkId, (some) =>
    some.about(mediatorIds),
  );
  const contactOf = new Map(open.map(({ mediatorId, contact }) => [mediatorId, contact]));
  return new Map(
    rows.map((row) => [
      row.mediatorId,
      { ...row, contact: contactOf.get(row.mediatorId) ?? NO_CONTACT },
    ]),
  );
}

/** Keyed hash by which it is told whether a record is still as it was. */
export function fingerprintOf(tx: Pick<Transaction, 'fingerprint'>, record: NetworkRecord): string {
  const { digest: _, contact, ...rest } = record;
  const { unsafeChannels, ...listed } = contact;
  // Records that were written before there was such a mark are still as they were.
  const facts = { ...rest, contact: unsafeChannels === null ? listed : contact };
  return tx.fingerprint(`network-record:${JSON.stringify(inOrder(facts))}`);
}

/** With the keys of objects in order: the database keeps those of jsonb in an order of its own. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, inOrder(inner)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
