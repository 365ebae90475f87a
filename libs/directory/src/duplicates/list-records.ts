import type { Transaction } from '#database';
import type { Viewer } from '#identity';
import type { LinkageRecord } from '#linkage';
import type { Vault } from '#vault';
import { normalEmail, type Contact } from '../contact/contact.js';
import type { ContactRepository } from '../contact/contact-repository.js';
import { ProfileReader } from '../profile/profile-reader.js';
import type { ProfileRecord } from '../profile/profile-record.js';

/**
 * The members of the network `$1`, as the records that stand for them, without those under a code name: how they compare
 * with others is shown to no coordinator. Selects `id`, `version`.
 */
const MEMBERS = `SELECT DISTINCT m.id, m.changed_xid::text AS version
FROM affiliation a JOIN mediator o ON o.id = a.mediator_id JOIN mediator m ON m.id = coalesce(o.merged_into, o.id)
WHERE a.network_id = $1 AND a.status <> 'ended' AND NOT m.pseudonymous`;

/** A text that changes when anything changes that these records are made from. */
export async function digestOfList(
  tx: Transaction,
  contacts: ContactRepository,
  networkId: string,
): Promise<string> {
  const [row] = await tx.query<{ digest: string }>(
    `SELECT md5(coalesce(string_agg(id || version, ',' ORDER BY id), '')) AS digest FROM (${MEMBERS}) AS member`,
    [networkId],
  );
  return `${row?.digest ?? ''} ${await contacts.digestOf(tx, networkId)}`;
}

/** Ids of members whose records are compared within a network's list, in their order: so many at most. */
export async function membersOfList(
  tx: Transaction,
  networkId: string,
  most: number,
): Promise<string[]> {
  const members = await tx.query<{ id: string }>(`${MEMBERS} ORDER BY id LIMIT $2`, [
    networkId,
    most,
  ]);
  return members.map(({ id }) => id);
}

/** Profiles that are read at a time. */
const AT_A_TIME = 500;

/** These members as linkage compares them, without contact data; no more than some of their profiles are in memory at a time. */
export async function* recordsWithoutContacts(
  tx: Transaction,
  networkId: string,
  ids: readonly string[],
): AsyncGenerator<LinkageRecord> {
  const reader = new ProfileReader(tx);
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    const profiles = await reader.byIds(ids.slice(at, at + AT_A_TIME));
    for (const profile of profiles) yield toListRecord(profile, networkId);
  }
}

/**
 * Members of a network, all or some, as linkage compares them: what its coordinators may see of them, and of contact data what the
 * network itself stated, as keys.
 */
export async function recordsOfList(
  tx: Transaction,
  { contacts, vault }: { readonly contacts: ContactRepository; readonly vault: Vault },
  viewer: Viewer,
  networkId: string,
  some: readonly string[] | null = null,
): Promise<LinkageRecord[]> {
  const members = await tx.query<{ id: string }>(
    `${MEMBERS} AND ($2::uuid[] IS NULL OR m.id = ANY($2)) ORDER BY id`,
    [networkId, some],
  );
  const ids = members.map(({ id }) => id);
  const profiles = await new ProfileReader(tx).byIds(ids);
  const stated = await contacts.inCuratorContext(tx, viewer, networkId, (open) => open.about(ids));
  const byId = new Map(stated.map(({ mediatorId, contact }) => [mediatorId, contact]));
  return profiles.map((profile) => {
    const contact = byId.get(profile.id);
    return toListRecord(profile, networkId, contact ? keysOfContact(contact, vault) : NO_KEYS);
  });
}

/** What is compared of a profile, in the list or about to be. */
export type Compared = Pick<ProfileRecord, 'id'> &
  Partial<
    Pick<
      ProfileRecord,
      | 'fullName'
      | 'displayName'
      | 'nameVariants'
      | 'nationalities'
      | 'residence'
      | 'birthYear'
      | 'languages'
      | 'education'
      | 'training'
      | 'experience'
    >
  >;

export function toListRecord(
  profile: Compared,
  list: string,
  { born, ...keys }: ContactKeys = NO_KEYS,
): LinkageRecord {
  const { fullName = null, displayName = null, birthYear = null } = profile;
  const { nameVariants = [], languages = [], experience = [] } = profile;
  const { education = null, training = null } = profile;
  return {
    id: profile.id,
    list,
    names: present([fullName, displayName, ...nameVariants]),
    born: born ?? (birthYear === null ? null : String(birthYear)),
    nationalities: profile.nationalities ?? [],
    residence: profile.residence ?? null,
    languages: languages.map(({ code }) => code),
    ...keys,
    texts: present([education, training, ...experience.map(({ processName }) => processName)]),
  };
}

/** What is compared of contact data, and never shown. */
interface ContactKeys {
  readonly born: string | null;
  readonly mails: readonly string[];
  readonly telephones: readonly string[];
}

const NO_KEYS: ContactKeys = { born: null, mails: [], telephones: [] };

function keysOfContact({ email, telephone, dateOfBirth }: Contact, vault: Vault): ContactKeys {
  return {
    born: dateOfBirth,
    mails: email ? [keyOf(vault, `mail:${normalEmail(email)}`)] : [],
    telephones: telephone ? [keyOf(vault, `telephone:${telephone.replaceAll(/\D/gu, '')}`)] : [],
  };
}

export function present(texts: readonly (string | null)[]): string[] {
  return texts.filter((text) => text !== null && text !== '') as string[];
}

/** Equal for equal values, and of no use without the key. */
function keyOf(vault: Vault, value: string): string {
  return vault.index(`linkage:${value}`).toString('base64');
}
