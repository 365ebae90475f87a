import type { Reader } from '#database';
import { type Sealed, type Vault } from '#vault';
import { isCompared, isListedBy } from './compared.js';
import { hasTold, IS_AGREED, selectHerWords, stateOf } from './her-words.js';
import type { FoundPair } from './found-pairs.js';
import type { HerWord, LinkBar, LinkState, LinkVerdict } from './verdicts.js';

/** One of two records, as the coordinators of the network know it. */
export interface LinkSide {
  /** Internal: for her curators. Null for a mediator of another network. */
  readonly mediatorId: string | null;
  /** What she is called outside. */
  readonly publicId: string;
  readonly name: string;
  /** Her number in the list of the network; null if it does not list her, or a record that was merged into hers has it. */
  readonly externalId: string | null;
}

/** Two records of one list, or of two, that are perhaps of one woman. */
export interface LinkSuggestion {
  /** Orders the list; no two suggestions share it. */
  readonly key: string;
  readonly id: string;
  /** The network whose suggestion it is. */
  readonly networkId: string;
  /** Whether the network lists only one of the two. */
  readonly across: boolean;
  /** Of two networks: all who list one of the two say that they are one woman, as do both themselves, where they can. */
  readonly agreed: boolean;
  readonly one: LinkSide;
  readonly other: LinkSide;
  /** Thousandths of a bit: log2 of the odds that they are one woman. Of two networks in whole bits. */
  readonly weight: number;
  readonly state: LinkState;
  /** Another after each verdict. */
  readonly revision: number;
  /** ISO 8601. */
  readonly foundAt: string;
}

/** A verdict, with the words of whoever gave it. */
export interface LinkDecision {
  readonly verdict: LinkVerdict;
  readonly reason: string;
  /** Opaque name of the actor. */
  readonly decidedBy: string;
  readonly decidedAt: string;
}

/** What a mediator has let the network know about two records, one of which is hers. */
export interface LinkHerWord {
  /** The name of the record that is hers, as the suggestion has it. */
  readonly name: string;
  readonly word: HerWord;
}

/** Why two records have their weight, and what was decided about them. */
export interface LinkExplanation {
  readonly suggestion: LinkSuggestion;
  /** Version of the model that weighed them. */
  readonly model: string;
  /** Their weights add up to that of the suggestion. */
  readonly bars: readonly LinkBar[];
  /** Of the mediators themselves, where they let the network know. */
  readonly herWords: readonly LinkHerWord[];
  /** The latest first. */
  readonly decisions: readonly LinkDecision[];
}

const [ofOne, ofOther] = [isListedBy('p.network_id', 'o'), isListedBy('p.network_id', 't')];

/** Under her name, or told by herself. */
const isOpen = (record: string): string => `(NOT ${record}.pseudonymous OR ${hasTold(record)})`;

/**
 * Pairs as they can be shown to coordinators of their network: both records stand for themselves, neither is under a code
 * name, and the network lists both; or it lists one, and both women agree at this moment to be compared. A woman under a
 * code name can tell a network herself.
 */
const SHOWN = `FROM duplicate_pair p JOIN mediator o ON o.id = p.one_id JOIN mediator t ON t.id = p.other_id
WHERE p.network_id IS NOT NULL AND o.merged_into IS NULL AND t.merged_into IS NULL AND ${isOpen('o')} AND ${isOpen('t')}
  AND CASE WHEN p.across THEN (${ofOne}) <> (${ofOther}) AND ${isCompared('o', true)} AND ${isCompared('t', true)}
    ELSE ${ofOne} AND ${ofOther} END`;

/** Two records that nobody has decided about, or that are one woman and still two. */
const WAITS = `${stateOf('p')} IN ('open', 'same')`;

/** The first of the two that is of the network's own list. */
const OWN = `CASE WHEN ${ofOne} THEN p.one_id ELSE p.other_id END`;

const PLACE = `lpad((100000000 - p.weight)::text, 9, '0') || p.id`;

/** What waits in the list of the network `$1`, the likeliest first. Selects `key`, `id`, `own_id`. */
export const SELECT_WAITING_DUPLICATES = `SELECT ${PLACE} AS key, p.id, ${OWN} AS own_id
${SHOWN} AND ${WAITS} AND p.network_id = $1`;

/** The same of all networks. Selects `id`, `network_id`, `own_id`, `found_at`. */
export const SELECT_ALL_WAITING_DUPLICATES = `SELECT p.id, p.network_id, ${OWN} AS own_id, p.found_at ${SHOWN} AND ${WAITS}`;

const side = (record: string, isOwn: string): string => `json_build_object(
    'mediatorId', CASE WHEN ${isOwn} THEN ${record}.id END, 'publicId', ${record}.public_id,
    'name', coalesce(CASE WHEN NOT ${isOwn} AND ${record}.pseudonymous THEN ${record}.code_name ELSE ${record}.display_name END,
      CASE WHEN ${isOwn} THEN ${record}.full_name END, ''),
    'externalId', (SELECT min(a.external_id) FROM affiliation a
      WHERE a.network_id = p.network_id AND a.mediator_id = ${record}.id AND a.status <> 'ended'))`;

/** Suggestions that can be shown, the likeliest first. */
export const SELECT_SUGGESTIONS = `SELECT ${PLACE} AS key, p.id, p.network_id AS "networkId", p.across,
  ${IS_AGREED} AS agreed, ${side('o', ofOne)} AS one, ${side('t', ofOther)} AS other, p.weight, ${stateOf('p')} AS state, p.revision,
  to_char(p.found_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "foundAt" ${SHOWN}`;

/** How pairs were weighed, by the ids of their suggestions, in no order. */
export async function readPairs(
  reader: Reader,
  ids: readonly string[],
): Promise<(FoundPair & { readonly id: string })[]> {
  if (ids.length === 0) return [];
  return reader.query(
    `SELECT id, one_id AS one, other_id AS other, weight, model, bars FROM duplicate_pair WHERE id = ANY($1::uuid[])`,
    [ids],
  );
}

/** What the mediators of this pair let its network know. */
export async function readHerWords(
  reader: Reader,
  { id, one, other }: LinkSuggestion,
): Promise<LinkHerWord[]> {
  const rows = await reader.query<{ isOne: boolean; word: HerWord }>(
    `SELECT said.* FROM duplicate_pair p CROSS JOIN LATERAL (${selectHerWords('p')}) AS said
     WHERE p.id = $1 ORDER BY 1 DESC`,
    [id],
  );
  return rows.map(({ isOne, word }) => ({ name: (isOne ? one : other).name, word }));
}

/** Where what is sealed in a row of `duplicate_decision` belongs. */
export function decisionPlace(id: string): string {
  return `duplicate_decision:${id}`;
}

/** What was decided about a pair, opened, the latest first. */
export async function readDecisions(
  reader: Reader,
  vault: Vault,
  pairId: string,
): Promise<LinkDecision[]> {
  const rows = await reader.query<Omit<LinkDecision, 'reason'> & Sealed & { readonly id: string }>(
    `SELECT id, verdict, decided_by AS "decidedBy", key_id AS "keyId", reason AS bytes,
       to_char(decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "decidedAt"
     FROM duplicate_decision WHERE pair_id = $1 ORDER BY id DESC`,
    [pairId],
  );
  return Promise.all(
    rows.map(async ({ id, keyId, bytes, ...decision }) => ({
      ...decision,
      reason: await vault.open({ keyId, bytes }, decisionPlace(id)),
    })),
  );
}
