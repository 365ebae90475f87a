/**
 * Who is compared with the lists of other networks, and what that may be shown for, as conditions of SQL. They are asked at
 * every reading: a consent that ends takes with it whatever rests on it.
 */

/** A mediator of this alias is in the directory under her name, for everyone. */
export const isListedUnderName = (m: string): string =>
  `(${isListed(m)} AND NOT ${m}.pseudonymous)`;

/**
 * A mediator of this alias is compared: she is in the directory under her name, which verified organizers see, and has
 * agreed to be listed and compared.
 *
 * @param orUnderCode also one under a code name, for what she alone is shown, or whom she told
 */
export const isCompared = (m: string, orUnderCode = false): string =>
  `(${isListed(m)} AND ${consents(m, 'LINKED')} AND ${orUnderCode ? `(${m}.pseudonymous OR ${showsName(m)})` : `NOT ${m}.pseudonymous AND ${showsName(m)}`})`;

const isListed = (m: string): string =>
  `${m}.state IN ('published', 'stale') AND ${m}.merged_into IS NULL AND ${consents(m, 'LISTED')}`;

const showsName = (m: string): string =>
  `coalesce(${m}.audience ->> 'name', 'PUBLIC') <> 'CURATOR'`;

const consents = (m: string, purpose: string): string =>
  `EXISTS (SELECT FROM consent c WHERE c.mediator_id = ${m}.id AND c.purpose = '${purpose}' AND c.withdrawn_at IS NULL)`;

/** The network lists this record, or one that was merged into it. */
export const isListedBy = (
  network: string,
  record: string,
): string => `EXISTS (SELECT FROM affiliation a JOIN mediator l ON l.id = a.mediator_id
  WHERE a.network_id = ${network} AND a.status <> 'ended' AND coalesce(l.merged_into, l.id) = ${record}.id)`;
