import type { Transaction } from '#database';
import { ownMediatorId, type Viewer } from '#identity';
import { dropWaiting, messageNumber, type MailChannel } from '#mail';
import type { Vault } from '#vault';
import { isUnsafe, NO_CONTACT, type SourceContact, unsafeWays } from './contact.js';
import { emailIndex, numberIndex } from './contact-rows.js';
import { OpenContacts } from './open-contacts.js';

/** The other records of the mediator to whom this one belongs: the kept one, and those that were merged into it. */
export async function otherRecords(
  tx: Pick<Transaction, 'query'>,
  mediatorId: string,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT r.id FROM (SELECT coalesce(merged_into, id) AS kept FROM mediator WHERE id = $1) h
     JOIN mediator r ON r.id = h.kept OR r.merged_into = h.kept WHERE r.id <> $1`,
    [mediatorId],
  );
  return rows.map(({ id }) => id);
}

/**
 * The one place where contact data is read and written. The database opens it for one kind of unit of
 * work only; who may act in it is decided before.
 */
export class ContactRepository {
  constructor(private readonly vault: Vault) {}

  /** Opens what a network stated, for its curator. */
  async inCuratorContext<T>(
    tx: Transaction,
    viewer: Viewer,
    networkId: string,
    work: (contacts: OpenContacts) => Promise<T>,
  ): Promise<T> {
    const contacts = new OpenContacts(tx, this.vault, viewer, networkId);
    return inContext(tx, 'baraza.curated_network', networkId, () => work(contacts));
  }

  /** Opens what everyone stated about the viewer herself; what she states there is her own. */
  async inSelfContext<T>(
    tx: Transaction,
    viewer: Viewer,
    work: (contacts: OpenContacts) => Promise<T>,
  ): Promise<T> {
    const mediatorId = ownMediatorId(viewer);
    const contacts = new OpenContacts(tx, this.vault, viewer, null);
    return inContext(tx, 'baraza.own_mediator', mediatorId, () => work(contacts));
  }

  /** What a network stated goes with its membership to another record of the same woman. */
  async move(tx: Transaction, networkId: string, from: string, to: string): Promise<void> {
    await inContext(tx, 'baraza.curated_network', networkId, () =>
      tx.query(
        `UPDATE mediator_contact SET mediator_id = $3 WHERE network_id = $1 AND mediator_id = $2 AND NOT EXISTS
           (SELECT FROM mediator_contact c WHERE c.network_id = $1 AND c.mediator_id = $3)`,
        [networkId, from, to],
      ),
    );
  }

  /** A text that changes when anything changes that a network stated. */
  async digestOf(tx: Transaction, networkId: string): Promise<string> {
    const [row] = await inContext(tx, 'baraza.curated_network', networkId, () =>
      tx.query<{ digest: string }>(
        `SELECT md5(coalesce(string_agg(id::text, ',' ORDER BY id), '')) AS digest FROM mediator_contact
         WHERE network_id = $1`,
        [networkId],
      ),
    );
    return row?.digest ?? '';
  }

  /** Where mails to her go: by her own word, else by that of a network. Null where one of them says that others may read them. For mails to herself only. */
  async addressOf(tx: Transaction, system: Viewer, mediatorId: string): Promise<string | null> {
    return emailOf(await this.ofHers(tx, system, mediatorId));
  }

  /** Where messages to her go, as `addressOf`: the first number that a message can be sent to. */
  async numberOf(tx: Transaction, system: Viewer, mediatorId: string): Promise<string | null> {
    return numberOf(await this.ofHers(tx, system, mediatorId));
  }

  /** Blind indexes of where mails and messages to her go. */
  async reachedAt(tx: Transaction, system: Viewer, mediatorId: string): Promise<Buffer[]> {
    const stated = await this.ofHers(tx, system, mediatorId);
    const [email, number] = [emailOf(stated), numberOf(stated)];
    return [
      ...(email === null ? [] : [emailIndex(this.vault, email)]),
      ...(number === null ? [] : [numberIndex(this.vault, number)]),
    ];
  }

  /** Whether mails may go to her, at whatever address: no source says that others may read them. */
  async isMailSafe(tx: Transaction, system: Viewer, mediatorId: string): Promise<boolean> {
    return this.isSafeWay(tx, system, mediatorId, 'mail');
  }

  /** Whether no source says that others may look at what is sent to her this way. */
  async isSafeWay(
    tx: Transaction,
    system: Viewer,
    mediatorId: string,
    channel: MailChannel,
  ): Promise<boolean> {
    return !isUnsafe(await this.ofHers(tx, system, mediatorId), channel);
  }

  /** Drops what waits to be sent to her in a way that others may look at, as when two records have become one. */
  async dropUnsafe(tx: Transaction, system: Viewer, mediatorId: string): Promise<void> {
    const stated = await this.ofHers(tx, system, mediatorId);
    const records = [mediatorId, ...(await otherRecords(tx, mediatorId))];
    await dropWaiting(tx, records, unsafeWays(stated));
  }

  /**
   * What is stated of this record, and of her other records what is unsafe: a mark that a network made before two records were
   * merged stays with the other one.
   */
  private async ofHers(
    tx: Transaction,
    system: Viewer,
    mediatorId: string,
  ): Promise<SourceContact[]> {
    const of = (id: string) =>
      this.inSelfContext(tx, { ...system, mediatorId: id }, (open) => open.about([id]));
    const stated = await of(mediatorId);
    for (const id of await otherRecords(tx, mediatorId)) {
      for (const { contact, ...one } of await of(id)) {
        const { unsafeChannels } = contact;
        stated.push({ ...one, contact: { ...NO_CONTACT, unsafeChannels } });
      }
    }
    return stated;
  }

  /** The women of whom a network stated one of these addresses, in whatever spelling. */
  async statedWith(
    tx: Transaction,
    networkId: string,
    emails: readonly string[],
  ): Promise<{ email: string; mediatorId: string }[]> {
    const byIndex = new Map(
      emails.map((email) => [emailIndex(this.vault, email).toString('hex'), email]),
    );
    const rows = await inContext(tx, 'baraza.curated_network', networkId, () =>
      tx.query<{ index: string; mediatorId: string }>(
        `SELECT encode(email_index, 'hex') AS index, mediator_id AS "mediatorId" FROM mediator_contact
         WHERE network_id = $1 AND email_index = ANY (SELECT decode(i, 'hex') FROM unnest($2::text[]) AS i)`,
        [networkId, [...byIndex.keys()]],
      ),
    );
    return rows.map(({ index, mediatorId }) => ({ email: byIndex.get(index) ?? '', mediatorId }));
  }

  /** Blind indexes (hex) of the addresses that a network states of a record. */
  async addressesStated(tx: Transaction, networkId: string, mediatorId: string): Promise<string[]> {
    const rows = await inContext(tx, 'baraza.curated_network', networkId, () =>
      tx.query<{ index: string }>(
        `SELECT encode(email_index, 'hex') AS index FROM mediator_contact
         WHERE network_id = $1 AND mediator_id = $2 AND email_index IS NOT NULL`,
        [networkId, mediatorId],
      ),
    );
    return rows.map(({ index }) => index);
  }

  /**
   * Ids of the women of whom someone stated this address, in whatever spelling. For services: an answer at
   * a door would tell strangers who is listed.
   */
  async findByEmail(tx: Pick<Transaction, 'query'>, email: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('SELECT mediators_by_email($1) AS id', [
      emailIndex(this.vault, email),
    ]);
    return rows.map(({ id }) => id);
  }
}

function emailOf(stated: readonly SourceContact[]): string | null {
  if (isUnsafe(stated, 'mail')) return null;
  return stated.find(({ contact }) => contact.email !== null)?.contact.email ?? null;
}

function numberOf(stated: readonly SourceContact[]): string | null {
  if (isUnsafe(stated, 'message')) return null;
  for (const { contact } of stated) {
    const number = contact.telephone === null ? null : messageNumber(contact.telephone);
    if (number !== null) return number;
  }
  return null;
}

/** Closed again at the end; where the work fails, the transaction is rolled back, at least to a savepoint, and the setting with it. */
async function inContext<T>(
  tx: Transaction,
  setting: string,
  value: string,
  work: () => Promise<T>,
): Promise<T> {
  const set = (to: string) => tx.query('SELECT set_config($1, $2, true)', [setting, to]);
  await set(value);
  const done = await work();
  await set('');
  return done;
}
