import type { Transaction } from '#database';
import type { Viewer } from '#identity';
import type { LinkageRecord } from '#linkage';
import type { Vault } from '#vault';
import type { SourceContact } from '../contact/contact.js';
import type { ContactRepository } from '../contact/contact-repository.js';
import { ProfileReader } from '../profile/profile-reader.js';
import { projectProfile, type ProfileView } from '../profile/profile-view.js';
import { isCompared } from './compared.js';
import { keysOfContact, NO_KEYS, present, type ContactKeys } from './list-records.js';

/** A woman as she is compared with the lists of other networks. */
export interface AcrossRecord {
  readonly record: LinkageRecord;
  /** The networks that list her. */
  readonly networkIds: readonly string[];
  /** Under a code name: how she compares with others is shown to her alone. */
  readonly pseudonymous: boolean;
}

interface Row {
  readonly pseudonymous: boolean;
  readonly id: string;
  readonly byHerself: boolean;
  readonly networkIds: readonly string[];
}

/**
 * Everyone who is compared. Selects `id`, `pseudonymous`, `byHerself`: whether she has agreed herself, and `networkIds`. A list could be
 * written to find out of whom a date of birth or an address is. So contact data is compared for women only who have agreed themselves.
 */
const SELECT_COMPARED = `SELECT m.id, m.pseudonymous,
  EXISTS (SELECT FROM consent c WHERE c.mediator_id = m.id AND c.purpose = 'LINKED' AND c.withdrawn_at IS NULL
    AND c.network_id IS NULL AND c.channel = 'web') AS "byHerself",
  ARRAY(SELECT DISTINCT a.network_id::text FROM affiliation a JOIN mediator l ON l.id = a.mediator_id
    WHERE a.status = 'verified' AND coalesce(l.merged_into, l.id) = m.id ORDER BY 1) AS "networkIds"
FROM mediator m WHERE ${isCompared('m', true)} ORDER BY m.id`;

/**
 * Everyone who is compared across networks: what verified organizers see of her, and keys of contact data if she agreed
 * herself. Of a woman under a code name it is all that is held, for she alone is shown what comes of it.
 */
export async function acrossRecords(
  tx: Transaction,
  { contacts, vault }: { readonly contacts: ContactRepository; readonly vault: Vault },
  viewer: Viewer,
  today: Date,
): Promise<AcrossRecord[]> {
  const rows = await tx.query<Row>(SELECT_COMPARED);
  const profiles = await new ProfileReader(tx).byIds(rows.map(({ id }) => id));
  const views = new Map(
    profiles.map((record) => [
      record.id,
      projectProfile(record, record.pseudonymous ? 'CURATOR' : 'VETTED', today),
    ]),
  );
  const found: AcrossRecord[] = [];
  for (const { id, byHerself, networkIds, pseudonymous } of rows) {
    const view = views.get(id);
    if (!view || networkIds.length === 0) continue;
    const stated = byHerself
      ? await contacts.inSelfContext(tx, { ...viewer, mediatorId: id }, (open) => open.about([id]))
      : [];
    const keys = byHerself ? keysOfAll(stated, vault) : NO_KEYS;
    found.push({
      networkIds,
      pseudonymous,
      record: { id, list: listOf(view), ...seenOf(view), ...keys },
    });
  }
  return found;
}

/** The lists on which verified organizers see her, as one list: how likely it is that another list has her, too, follows from it. */
function listOf({ networks }: ProfileView): string {
  return networks.map(({ slug }) => slug).join(' ') || 'none';
}

/** What of her is compared and may be shown to verified organizers. */
export function seenOf(view: ProfileView): Omit<LinkageRecord, 'id' | 'list'> {
  const { name, fullName, nameVariants, education, training, experience } = view;
  return {
    names: [...new Set(present([fullName, name, ...nameVariants]))],
    nationalities: view.nationalities,
    residence: view.residence,
    languages: view.languages.map(({ code }) => code),
    texts: present([education, training, ...experience.map(({ processName }) => processName)]),
  };
}

/** Everything that was stated of how to reach her; the first date of birth, her own before those of networks. */
function keysOfAll(stated: readonly SourceContact[], vault: Vault): ContactKeys {
  const each = stated.map(({ contact }) => keysOfContact(contact, vault));
  return {
    born: each.find(({ born }) => born !== null)?.born ?? null,
    mails: [...new Set(each.flatMap(({ mails }) => mails))],
    telephones: [...new Set(each.flatMap(({ telephones }) => telephones))],
  };
}
