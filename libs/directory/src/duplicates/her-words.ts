import type { Transaction } from '#database';
import { SELECT_MEDIATORS_WITH_ACCOUNTS } from '#identity';
import { isListedBy } from './compared.js';

/**
 * What the mediators themselves say of a pair, as far as a network may know it, and how a suggestion stands by it. These
 * are conditions of SQL, asked at every reading: a word that she takes back counts no longer from then on.
 */

/**
 * Words about the pair that the network may know, each while its giver is called what she was called when she gave it: who takes
 * a code name later has told nobody whose it is. Selects `word`, `her` (a row of `mediator`).
 *
 * @param pair alias of a row of `duplicate_pair`, whatever side it is of
 */
const selectTold = (pair: string, network: string): string => `SELECT h.state AS word, her.*
  FROM duplicate_pair h JOIN mediator her ON her.id = h.for_id
  WHERE h.for_id IN (${pair}.one_id, ${pair}.other_id) AND h.one_id = ${pair}.one_id AND h.other_id = ${pair}.other_id
    AND h.state IN ('same', 'different') AND ${network} = ANY(h.told) AND h.told_as = her.public_id`;

/** What the network of the row `pair` may know. Selects `isOne`: whether it is the word of the first of the two, and `word`. */
export const selectHerWords = (pair: string): string =>
  `SELECT told.id = ${pair}.one_id AS "isOne", told.word FROM (${selectTold(pair, `${pair}.network_id`)}) AS told`;

/** The mediator `record` of the pair has let the network know that both are hers. */
export const hasTold = (record: string, pair = 'p', network = `${pair}.network_id`): string =>
  `EXISTS (SELECT FROM (${selectTold(pair, network)}) AS told WHERE told.id = ${record}.id AND told.word = 'same')`;

/** Somebody has told the network of the row `pair`, which therefore keeps it, found again or not. */
export const isTold = (pair: string): string =>
  `EXISTS (SELECT FROM (${selectTold(pair, `${pair}.network_id`)}) AS told WHERE told.word = 'same')`;

/** The word of a mediator whom the network of the row `pair` lists, null if there is none; of two, that they are two women. */
export const herWord = (pair: string): string =>
  `(SELECT min(told.word) FROM (${selectTold(pair, `${pair}.network_id`)}) AS told
    WHERE ${isListedBy(`${pair}.network_id`, 'told')})`;

/** How the row `pair` stands: her word, else the last verdict of its network. */
export const stateOf = (pair: string): string => `coalesce(${herWord(pair)}, ${pair}.state)`;

/** The mediator `record` of the pair `p` can speak for herself, or has spoken, or is under a code name. */
const mustSay = (record: string): string => `(${record}.pseudonymous
  OR ${record}.id IN (${SELECT_MEDIATORS_WITH_ACCOUNTS})
  OR EXISTS (SELECT FROM duplicate_pair h WHERE h.for_id = ${record}.id AND h.one_id = p.one_id AND h.other_id = p.other_id
    AND h.state NOT IN ('open', 'ask-her')))`;

const says = (record: string): string =>
  `(NOT ${mustSay(record)} OR ${hasTold(record, 'p', 'w.network_id')})`;

/** Networks that list one of these records now, or one that was merged into it: a merge shows them the whole of her. */
const selectListing = (
  ...records: string[]
): string => `SELECT DISTINCT a.network_id FROM affiliation a
  JOIN network n ON n.id = a.network_id JOIN mediator l ON l.id = a.mediator_id
  WHERE a.status <> 'ended' AND n.archived_at IS NULL AND coalesce(l.merged_into, l.id) IN (${records.join(', ')})`;

/**
 * The records `o` and `t` of the pair `p` of two networks can be merged: all networks that list one of them say that they are
 * one woman, and so has each of the two told all of them who can speak for herself. Who has said nothing, and who has said
 * otherwise and told nobody, look the same. No word of hers about a record that was merged into one of these speaks against it.
 */
export const IS_AGREED = `(p.across AND ${stateOf('p')} = 'same'
  AND EXISTS (${selectListing('o.id')}) AND EXISTS (${selectListing('t.id')})
  AND NOT EXISTS (SELECT FROM (${selectListing('o.id', 't.id')}) AS w WHERE NOT (${says('o')} AND ${says('t')} AND EXISTS (
    SELECT FROM duplicate_pair s WHERE s.network_id = w.network_id AND s.one_id = p.one_id AND s.other_id = p.other_id
      AND ${stateOf('s')} = 'same')))
  AND NOT EXISTS (SELECT FROM duplicate_pair d JOIN mediator x ON x.id = d.one_id JOIN mediator y ON y.id = d.other_id
    WHERE d.for_id IS NOT NULL AND d.state = 'different'
      AND (coalesce(x.merged_into, x.id), coalesce(y.merged_into, y.id)) IN ((o.id, t.id), (t.id, o.id))))`;

/** Whether one of two mediators has let one of these networks know that they are two. */
export async function saysDifferent(
  tx: Transaction,
  ids: readonly [string, string],
  networkIds: readonly string[],
): Promise<boolean> {
  const words = await tx.query(
    `SELECT FROM duplicate_pair h JOIN mediator her ON her.id = h.for_id
     WHERE h.for_id = ANY($1::uuid[]) AND h.one_id = ANY($1) AND h.other_id = ANY($1)
       AND h.state = 'different' AND h.told && $2::uuid[] AND h.told_as = her.public_id`,
    [ids, networkIds],
  );
  return words.length > 0;
}
