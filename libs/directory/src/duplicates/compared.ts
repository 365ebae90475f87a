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

/** Some network that lists this record of the pair `p`, and not the other, has said that both are one woman. */
const saysSame = (
  record: string,
): string => `EXISTS (SELECT FROM duplicate_pair s WHERE s.across AND s.state = 'same'
  AND s.network_id IS NOT NULL AND s.one_id = p.one_id AND s.other_id = p.other_id AND ${isListedBy('s.network_id', record)})`;

/**
 * Both sides of the pair `p` of two networks, of the records `o` and `t`, say that they are one woman, and nobody says
 * otherwise, she herself included.
 */
export const IS_AGREED = `(p.across AND ${saysSame('o')} AND ${saysSame('t')} AND NOT EXISTS (SELECT FROM duplicate_pair d
  WHERE d.state = 'different' AND d.one_id = p.one_id AND d.other_id = p.other_id))`;

/**
 * The mediator of this record of the pair `p` has told its network that both are hers, and is called what she was called then: who
 * takes a code name later has told nobody whose it is.
 */
export const hasTold = (
  record: string,
): string => `EXISTS (SELECT FROM duplicate_pair h WHERE h.for_id = ${record}.id
  AND h.one_id = p.one_id AND h.other_id = p.other_id AND h.state = 'same' AND p.network_id = ANY(h.told)
  AND h.told_as = ${record}.public_id)`;
