import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { authorise, changeRecord, ownMediatorId, recordAudit, type Viewer } from '#identity';
import { dropWaiting } from '#mail';
import { ConflictError, NotFoundError, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { ERASED_ADDRESS, ErasedKeys } from '../erased/erased-keys.js';
import { contactProblems, purposeProblems } from './check-contact.js';
import {
  NO_CONTACT,
  normalEmail,
  tidied,
  unsafeWays,
  type Contact,
  type ContactField,
  type SourceContact,
} from './contact.js';
import type { AccessPurpose } from './contact-purpose.js';
import { ContactRepository, otherRecords } from './contact-repository.js';
import type { OpenContacts } from './open-contacts.js';
import { readAccesses, type ContactAccess } from './read-accesses.js';
import { accessPlace } from './sealed-tables.js';

/** What a network stated of a woman. */
export interface ContactView {
  readonly mediatorId: string;
  readonly networkId: string | null;
  /** Whom to call in an emergency is shown to herself alone: to others it is null. */
  readonly contact: Contact;
  readonly hasEmergencyContact: boolean;
  /** To be quoted by an edit; null where nothing is stated yet. */
  readonly version: string | null;
  readonly updatedAt: Date | null;
}

/** That contact fields were changed; never from what to what. */
export interface ContactChange {
  /** Whose statement it was; null is her own. */
  readonly networkId: string | null;
  readonly fields: readonly ContactField[];
  /** Opaque name of the actor. */
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** What is to be changed: fields that are not there stay as they are. */
export interface ContactEdit {
  readonly mediatorId: string;
  /** Whose statement: a network's, or her own (null). */
  readonly networkId: string | null;
  /** As it was read. */
  readonly version: string | null;
  readonly fields: Partial<Contact>;
}

/**
 * Days for which an access is not shown to her: whoever holds her telephone shall not learn from it that somebody looks
 * for her. It is shown as soon as she has been heard of.
 */
const SECURITY_WITHHELD_DAYS = 7;
const EMERGENCY_WITHHELD_DAYS = 90;

/** Contact data of mediators: looking at it leaves a trace that she can read. */
@Injectable()
export class ContactService {
  private readonly repository: ContactRepository;
  private readonly erasedKeys: ErasedKeys;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {
    this.repository = new ContactRepository(vault);
    this.erasedKeys = new ErasedKeys(vault);
  }

  /**
   * What a network stated of a woman whom it lists, for its coordinator, but for whom to call in an emergency. The access, its purpose and its
   * audit entry are written in the same transaction, or nothing is shown.
   *
   * @throws InvalidInputError, NotPermittedError, NotFoundError
   */
  async view(
    viewer: Viewer,
    mediatorId: string,
    networkId: string,
    access: AccessPurpose,
  ): Promise<ContactView> {
    authorise(viewer, 'read', { kind: 'contact', mediatorId, networkId });
    throwIfProblems(purposeProblems(access));
    return this.database.transaction(async (tx) => {
      await mustBeListed(tx, mediatorId, networkId);
      const found = await this.viewInto(tx, viewer, [mediatorId], networkId, access);
      return forOthers(found.get(mediatorId) ?? emptyContact(mediatorId, networkId));
    });
  }

  /**
   * Whom to call in an emergency, as a network states it. It is for a caller that has made sure of two people who may
   * read it. She reads of the access once she has been heard of, or after 90 days.
   *
   * @throws InvalidInputError, NotPermittedError
   */
  async openEmergencyContact(
    tx: Transaction,
    viewer: Viewer,
    mediatorId: string,
    networkId: string,
    access: AccessPurpose,
  ): Promise<string | null> {
    authorise(viewer, 'read', { kind: 'contact', mediatorId, networkId });
    throwIfProblems(purposeProblems(access));
    const kept = { ...access, withheldDays: EMERGENCY_WITHHELD_DAYS };
    const found = await this.viewInto(tx, viewer, [mediatorId], networkId, kept);
    return found.get(mediatorId)?.contact.emergencyContact ?? null;
  }

  /** Lets her read of every access that was withheld from her: she has been heard of. */
  async showAccesses(tx: Pick<Transaction, 'query'>, mediatorId: string): Promise<void> {
    await tx.query(
      'UPDATE contact_access SET withheld_until = NULL WHERE mediator_id = $1 AND withheld_until IS NOT NULL',
      [mediatorId],
    );
  }

  /**
   * The same of many women whom the network lists, in the transaction of whoever shows it. Each access is written down
   * by itself, so that each of them can read that hers was looked at.
   *
   * @throws InvalidInputError, NotPermittedError
   */
  async viewMany(
    tx: Transaction,
    viewer: Viewer,
    mediatorIds: readonly string[],
    networkId: string,
    access: AccessPurpose,
  ): Promise<Map<string, ContactView>> {
    for (const mediatorId of mediatorIds) {
      authorise(viewer, 'read', { kind: 'contact', mediatorId, networkId });
    }
    throwIfProblems(purposeProblems(access));
    const found = await this.viewInto(tx, viewer, mediatorIds, networkId, access);
    return new Map([...found].map(([id, view]) => [id, forOthers(view)]));
  }

  private async viewInto(
    tx: Transaction,
    viewer: Viewer,
    mediatorIds: readonly string[],
    networkId: string,
    access: AccessPurpose & { readonly withheldDays?: number },
  ): Promise<Map<string, ContactView>> {
    const found = await this.repository.inCuratorContext(tx, viewer, networkId, (contacts) =>
      contacts.about(mediatorIds),
    );
    await this.noteAccesses(tx, viewer, mediatorIds, { networkId, ...access });
    const { purpose } = access;
    const record = { action: 'contact.view', subjectKind: 'mediator', purpose } as const;
    await recordAudit(
      tx,
      viewer,
      mediatorIds.map((subjectId) => ({ ...record, subjectId, beforeHash: null, afterHash: null })),
    );
    return new Map(found.map((each) => [each.mediatorId, viewFrom(each)]));
  }

  /** All that anyone stated about the viewer herself, her own statement first. @throws NotPermittedError */
  async own(viewer: Viewer): Promise<SourceContact[]> {
    const mediatorId = ownMediatorId(viewer);
    authorise(viewer, 'read', { kind: 'contact', mediatorId, networkId: null });
    return this.database.transaction((tx) =>
      this.repository.inSelfContext(tx, viewer, (contacts) => contacts.about([mediatorId])),
    );
  }

  /** Who looked at her contact data and why, the latest first; for herself, without what is withheld yet. @throws NotPermittedError */
  async accesses(viewer: Viewer, mediatorId: string): Promise<ContactAccess[]> {
    authorise(viewer, 'read-accesses', { kind: 'contact', mediatorId, networkId: null });
    return readAccesses(this.database, this.vault, mediatorId);
  }

  /**
   * Which contact fields changed when and by whom, the latest first: those of a network's statement, or
   * for herself (`null`) of every statement about her. @throws NotPermittedError
   */
  async changes(
    viewer: Viewer,
    mediatorId: string,
    networkId: string | null,
  ): Promise<ContactChange[]> {
    authorise(viewer, 'read-history', { kind: 'contact', mediatorId, networkId });
    return this.database.query<ContactChange>(
      `SELECT network_id AS "networkId", fields, changed_by AS "changedBy", changed_at AS "changedAt"
       FROM contact_change WHERE mediator_id = $1 AND ($2::uuid IS NULL OR network_id = $2)
       ORDER BY changed_at DESC, id DESC`,
      [mediatorId, networkId],
    );
  }

  /**
   * Changes what a network states of a woman whom it lists, or what she states herself.
   *
   * @throws NotPermittedError, InvalidInputError, NotFoundError, ConflictError where it is not the version
   * that was read, or the network is to state an address that was an erased woman's.
   */
  async edit(viewer: Viewer, edit: ContactEdit): Promise<ContactView> {
    const { mediatorId, networkId } = edit;
    const fields = tidied(edit.fields);
    authorise(viewer, 'edit', { kind: 'contact', mediatorId, networkId });
    throwIfProblems(contactProblems(fields));
    return this.database.transaction(async (tx) => {
      const work = (contacts: OpenContacts) =>
        this.change(tx, viewer, contacts, { ...edit, fields });
      if (networkId === null) return this.repository.inSelfContext(tx, viewer, work);
      await mustBeListed(tx, mediatorId, networkId);
      return forOthers(await this.repository.inCuratorContext(tx, viewer, networkId, work));
    });
  }

  /**
   * Lets nothing be sent to her, on a database that was restored: her contact data was edited since the backup, and what stands here
   * may be an address or number that others look at. Each network that lists her says so, and takes it back when it has looked;
   * she herself if none does.
   *
   * @throws NotPermittedError; NotFoundError where there is no such mediator
   */
  async closeChannels(viewer: Viewer, mediatorId: string): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const [found] = await tx.query('SELECT FROM mediator WHERE id = $1 FOR NO KEY UPDATE', [
        mediatorId,
      ]);
      if (!found) throw new NotFoundError('mediator');
      const listing = await tx.query<{ id: string }>(
        `SELECT network_id AS id FROM affiliation WHERE mediator_id = $1 AND status <> 'ended'`,
        [mediatorId],
      );
      const fields = { unsafeChannels: 'both' };
      for (const { id: networkId } of listing) {
        const named = { mediatorId, networkId, fields };
        await this.repository.inCuratorContext(tx, viewer, networkId, (contacts) =>
          this.change(tx, viewer, contacts, named),
        );
      }
      if (listing.length > 0) return;
      const own = { mediatorId, networkId: null, fields };
      await this.repository.inSelfContext(tx, { ...viewer, mediatorId }, (contacts) =>
        this.change(tx, viewer, contacts, own),
      );
    });
  }

  /** Whatever stands is changed where no version is named. @throws ConflictError */
  private async change(
    tx: Transaction,
    viewer: Viewer,
    contacts: OpenContacts,
    {
      mediatorId,
      networkId,
      version,
      fields,
    }: Omit<ContactEdit, 'version'> & Partial<Pick<ContactEdit, 'version'>>,
  ): Promise<ContactView> {
    // Where nothing is stated yet there is no row of hers to keep others from.
    await tx.query('SELECT 1 FROM mediator WHERE id = $1 FOR NO KEY UPDATE', [mediatorId]);
    const present = async () => {
      const stated = (await contacts.present([mediatorId])).get(mediatorId);
      return stated ? viewFrom(stated) : emptyContact(mediatorId, networkId);
    };
    const before = await present();
    if (version !== undefined && before.version !== version) {
      throw new ConflictError(refusal('contacts.changed'));
    }
    if (networkId !== null) {
      await this.checkErased(tx, networkId, before.contact.email, fields.email ?? null);
    }
    const contact = { ...before.contact, ...fields };
    const changed = (await contacts.state(new Map([[mediatorId, contact]]))).get(mediatorId);
    if (!changed) return before;
    const records = [mediatorId, ...(await otherRecords(tx, mediatorId))];
    await dropWaiting(tx, records, unsafeWays([{ contact }]));
    await recordAudit(tx, viewer, [
      changeRecord(
        'contact.edit',
        'mediator',
        { id: mediatorId, networkId, ...before.contact },
        { id: mediatorId, networkId, ...contact },
      ),
    ]);
    return present();
  }

  /** A network states no address anew by which it listed a woman who was erased. @throws ConflictError */
  private async checkErased(
    tx: Transaction,
    networkId: string,
    before: string | null,
    email: string | null,
  ): Promise<void> {
    if (email === null || normalEmail(email) === normalEmail(before ?? '')) return;
    const erased = await this.erasedKeys.addressesAmong(tx, networkId, [email]);
    if (erased.size > 0) throw new ConflictError(ERASED_ADDRESS);
  }

  private async noteAccesses(
    tx: Transaction,
    viewer: Viewer,
    mediatorIds: readonly string[],
    {
      networkId,
      purpose,
      reason,
      withheldDays = purpose === 'SECURITY' ? SECURITY_WITHHELD_DAYS : 0,
    }: AccessPurpose & { readonly networkId: string; readonly withheldDays?: number },
  ): Promise<void> {
    const sealer = await this.vault.sealer(tx);
    const rows = mediatorIds.map((mediatorId) => {
      const id = uuidv7();
      const { keyId, bytes } = sealer.seal(reason.trim(), accessPlace(id));
      return { id, mediator_id: mediatorId, key_id: keyId, reason: bytes.toString('hex') };
    });
    await tx.query(
      `INSERT INTO contact_access (id, mediator_id, network_id, viewer, purpose, key_id, reason, withheld_until)
       SELECT id, mediator_id, $2, $3, $4, key_id, decode(reason, 'hex'), now() + nullif($5::int, 0) * interval '1 day'
       FROM jsonb_to_recordset($1) AS r(id uuid, mediator_id uuid, key_id int, reason text)`,
      [JSON.stringify(rows), networkId, viewer.name, purpose, withheldDays],
    );
  }
}

function emptyContact(mediatorId: string, networkId: string | null): ContactView {
  const nothing = { contact: NO_CONTACT, hasEmergencyContact: false };
  return { mediatorId, networkId, ...nothing, version: null, updatedAt: null };
}

function viewFrom(stated: SourceContact): ContactView {
  return { ...stated, hasEmergencyContact: stated.contact.emergencyContact !== null };
}

/** Without whom to call in an emergency: that is opened by two, with a reason. */
function forOthers(view: ContactView): ContactView {
  return { ...view, contact: { ...view.contact, emergencyContact: null } };
}

/** A woman whom the network does not list is to its coordinators one who is not there. */
async function mustBeListed(tx: Transaction, mediatorId: string, networkId: string): Promise<void> {
  const [listed] = await tx.query(
    `SELECT 1 FROM affiliation WHERE mediator_id = $1 AND network_id = $2 AND status <> 'ended'`,
    [mediatorId, networkId],
  );
  if (!listed) throw new NotFoundError('mediatorInNetwork');
}
