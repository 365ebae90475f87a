import type { Transaction } from '#database';
import { ownMediatorId, type Viewer } from '#identity';
import { dropWaiting, messageNumber, type MailChannel } from '#mail';
import type { Vault } from '#vault';
import { isUnsafe, NO_CONTACT, type SourceContact, unsafeWays } from './contact.js';
import { emailIndex, numberIndex } from './contact-rows.js';
import { type ContactRow, OpenContacts, openContacts } from './open-contacts.js';

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

/** All records of each of these women, by the one that was named. */
const RECORDS = `
WITH named AS (
  SELECT m.id AS her, coalesce(m.merged_into, m.id) AS kept FROM mediator m WHERE m.id = ANY($1::uuid[])
)
SELECT her, kept AS id FROM named UNION SELECT her, m.id FROM named JOIN mediator m ON m.merged_into = kept`;

/** Her own word comes first. */
const STATED = `
SELECT id, mediator_id AS "mediatorId", network_id AS "networkId", key_id AS "keyId", sealed, updated_at AS "updatedAt"
FROM contacts_of_each($1) ORDER BY network_id NULLS FIRST`;

/** Where mails and messages to a woman go; null where nothing is stated or safe. */
export interface Reach {
  readonly email: string | null;
  readonly number: string | null;
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
  async addressOf(tx: Transaction, mediatorId: string): Promise<string | null> {
    return emailOf(await this.ofHers(tx, mediatorId));
  }

  /** Where messages to her go, as `addressOf`: the first number that a message can be sent to. */
  async numberOf(tx: Transaction, mediatorId: string): Promise<string | null> {
    return numberOf(await this.ofHers(tx, mediatorId));
  }

  /** Where mails and messages to each of these women would go; rejected where what is stated of her cannot be opened. */
  async reachOf(
    tx: Transaction,
    mediatorIds: readonly string[],
  ): Promise<Map<string, PromiseSettledResult<Reach>>> {
    const all = await this.ofEach(tx, mediatorIds);
    const reachOf = ({ value }: PromiseFulfilledResult<SourceContact[]>): Reach => ({
      email: emailOf(value),
      number: numberOf(value),
    });
    return new Map(
      [...all].map(([id, stated]): [string, PromiseSettledResult<Reach>] => [
        id,
        stated.status === 'rejected' ? stated : { ...stated, value: reachOf(stated) },
      ]),
    );
  }

  /** Blind indexes of where mails and messages to her go. */
  async reachedAt(tx: Transaction, mediatorId: string): Promise<Buffer[]> {
    const stated = await this.ofHers(tx, mediatorId);
    const [email, number] = [emailOf(stated), numberOf(stated)];
    return [
      ...(email === null ? [] : [emailIndex(this.vault, email)]),
      ...(number === null ? [] : [numberIndex(this.vault, number)]),
    ];
  }

  /** Whether mails may go to her, at whatever address: no source says that others may read them. */
  async isMailSafe(tx: Transaction, mediatorId: string): Promise<boolean> {
    return this.isSafeWay(tx, mediatorId, 'mail');
  }

  /** Whether no source says that others may look at what is sent to her this way. */
  async isSafeWay(tx: Transaction, mediatorId: string, channel: MailChannel): Promise<boolean> {
    return !isUnsafe(await this.ofHers(tx, mediatorId), channel);
  }

  /** Drops what waits to be sent to her in a way that others may look at, as when two records have become one. */
  async dropUnsafe(tx: Transaction, mediatorId: string): Promise<void> {
    const stated = await this.ofHers(tx, mediatorId);
    const records = [mediatorId, ...(await otherRecords(tx, mediatorId))];
    await dropWaiting(tx, records, unsafeWays(stated));
  }

  private async ofHers(tx: Transaction, mediatorId: string): Promise<SourceContact[]> {
    const stated = (await this.ofEach(tx, [mediatorId])).get(mediatorId);
    if (stated?.status === 'rejected') throw stated.reason;
    return stated?.value ?? [];
  }

  /**
   * What is stated of each of these records, and of the same woman's other records what is unsafe: a mark that a network made before
   * two records were merged stays with the other one. A fixed number of statements, however many women.
   */
  private async ofEach(
    tx: Transaction,
    mediatorIds: readonly string[],
  ): Promise<Map<string, PromiseSettledResult<SourceContact[]>>> {
    const records = await tx.query<{ her: string; id: string }>(RECORDS, [mediatorIds]);
    const rows = await tx.query<ContactRow>(STATED, [[...new Set(records.map(({ id }) => id))]]);
    const byRecord = groupedBy(rows, ({ mediatorId }) => mediatorId);
    const byWoman = groupedBy(records, ({ her }) => her);
    const of = async (her: string): Promise<SourceContact[]> => {
      const others = (byWoman.get(her) ?? []).filter(({ id }) => id !== her);
      const marked = others.flatMap(({ id }) => byRecord.get(id) ?? []);
      return [
        ...(await openContacts(this.vault, byRecord.get(her) ?? [])),
        ...(await openContacts(this.vault, marked)).map(
          ({ contact: { unsafeChannels }, ...one }) => ({
            ...one,
            contact: { ...NO_CONTACT, unsafeChannels },
          }),
        ),
      ];
    };
    const found = await Promise.allSettled(mediatorIds.map(of));
    return new Map(mediatorIds.map((id, i) => [id, found[i]!]));
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

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
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
  const set = (to: string) =>
    tx.query<{ before: string | null }>(
      `SELECT before, set_config($1, $2, true)
       FROM (SELECT current_setting($1, true) AS before OFFSET 0) context`,
      [setting, to],
    );
  const [context] = await set(value);
  const done = await work();
  await set(context?.before ?? '');
  return done;
}
