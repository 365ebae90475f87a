/**
 * Who is compared with the lists of other networks, and what that may be shown for, as conditions of SQL. They are asked at
 * every reading: a consent that ends takes with it whatever rests on it.
 */

/**
 * A mediator of this alias is compared: she is in the directory under her name, which verified organizers see, and has
 * agreed to be listed and compared.
 */
export const isCompared = (
  m: string,
): string => `(${m}.state IN ('published', 'stale') AND ${m}.merged_into IS NULL
  AND NOT ${m}.pseudonymous AND coalesce(${m}.audience ->> 'name', 'PUBLIC') <> 'CURATOR'
  AND ${consents(m, 'LISTED')} AND ${consents(m, 'LINKED')})`;

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
  AND s.one_id = p.one_id AND s.other_id = p.other_id AND ${isListedBy('s.network_id', record)})`;

/** Both sides of the pair `p` of two networks, of the records `o` and `t`, say that they are one woman, and nobody says otherwise. */
export const IS_AGREED = `(p.across AND ${saysSame('o')} AND ${saysSame('t')} AND NOT EXISTS (SELECT FROM duplicate_pair d
  WHERE d.state = 'different' AND d.one_id = p.one_id AND d.other_id = p.other_id))`;
