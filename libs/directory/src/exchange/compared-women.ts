import type { Transaction } from '#database';
import { accountAddresses, type Viewer } from '#identity';
import type { Vault } from '#vault';
import type { SourceContact } from '../contact/contact.js';
import type { ContactRepository } from '../contact/contact-repository.js';
import { isCompared } from '../duplicates/compared.js';
import { SELECT_KEPT } from '../mediator/read-models.js';
import { mailValue, telephoneValues } from './exchange-values.js';

/** Her records, by the alias of the one that stands for them. */
const recordsOf = (m: string): string =>
  `(SELECT r.id FROM mediator r WHERE r.id = ${m}.id OR r.merged_into = ${m}.id)`;

/** What the mediator of this alias said last about a partner; null if nothing. */
export const lastWord = (m: string, partner: string): string =>
  `(SELECT e.agreed FROM exchange_consent e WHERE e.partner_id = ${partner} AND e.mediator_id IN ${recordsOf(m)}
    ORDER BY e.id DESC LIMIT 1)`;

/**
 * The mediator of this alias is compared with the list of a partner: she is in the directory under her name, has herself agreed to
 * be compared with other lists (LINKED), and has agreed to this partner, which only she herself can.
 */
export const isComparedWith = (m: string, partner: string): string =>
  `(${isCompared(m)} AND EXISTS (SELECT FROM consent c WHERE c.mediator_id = ${m}.id AND c.purpose = 'LINKED'
    AND c.withdrawn_at IS NULL AND c.network_id IS NULL AND c.channel = 'web') AND coalesce(${lastWord(m, partner)}, false))`;

/** Numbers of one woman: more than most have, and fewer than a list of guesses. */
const MOST_NUMBERS = 3;

/**
 * The values by which women are compared with a partner, each with the one woman that has it: the address by which she signs in,
 * for she has proved it; and, if this was agreed with the partner, a number that a network of hers and she herself state. What
 * one of them says alone might be a guess at somebody else. Values that several women share count for none of them.
 */
export async function comparedValues(
  tx: Transaction,
  { contacts, vault }: { readonly contacts: ContactRepository; readonly vault: Vault },
  viewer: Viewer,
  { id: partnerId, telephones }: { readonly id: string; readonly telephones: boolean },
): Promise<Map<string, string>> {
  const women = await tx.query<{ id: string }>(
    `SELECT m.id FROM mediator m WHERE ${isComparedWith('m', '$1::uuid')} ORDER BY m.id`,
    [partnerId],
  );
  const ids = women.map(({ id }) => id);
  const proved = await accountAddresses(tx, vault, ids);
  const owners = new Map<string, string | null>();
  const add = (value: string, id: string) => owners.set(value, owners.has(value) ? null : id);
  for (const id of ids) {
    const mail = mailValue(proved.get(id) ?? '');
    if (mail !== null && (await isHersAlone(tx, contacts, proved.get(id) ?? '', id))) add(mail, id);
    if (!telephones) continue;
    const stated = await contacts.inSelfContext(tx, { ...viewer, mediatorId: id }, (open) =>
      open.about([id]),
    );
    for (const value of numbersOf(stated)) add(value, id);
  }
  return new Map(
    [...owners].flatMap(([value, id]): [string, string][] => (id === null ? [] : [[value, id]])),
  );
}

/** The numbers that she states herself and a network, too. */
function numbersOf(stated: readonly SourceContact[]): string[] {
  const numbers = (byHerself: boolean) =>
    stated
      .filter(({ networkId }) => (networkId === null) === byHerself)
      .flatMap(({ contact }) => telephoneValues(contact.telephone ?? ''));
  const byNetworks = new Set(numbers(false));
  return [...new Set(numbers(true))].filter((one) => byNetworks.has(one)).slice(0, MOST_NUMBERS);
}

/** Of nobody else, whether compared or not, this address is stated. */
async function isHersAlone(
  tx: Transaction,
  contacts: ContactRepository,
  address: string,
  id: string,
): Promise<boolean> {
  const stated = await contacts.findByEmail(tx, address);
  const kept = await tx.query<{ keptId: string }>(
    `SELECT DISTINCT k.kept_id AS "keptId" FROM (${SELECT_KEPT}) k WHERE k.id = ANY($1::uuid[])`,
    [stated],
  );
  return kept.every(({ keptId }) => keptId === id);
}
