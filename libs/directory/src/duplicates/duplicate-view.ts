import type { Reader } from '#database';
import { type Sealed, type Vault } from '#vault';
import type { LinkBar, LinkState, LinkVerdict } from './verdicts.js';

/** One of two records, as the coordinators of the network know it. */
export interface LinkSide {
  /** Internal: for her curators. */
  readonly mediatorId: string;
  readonly name: string;
  /** Her number in the list of the network; null if a record that was merged into hers has it. */
  readonly externalId: string | null;
}

/** Two records of one list that are perhaps of one woman. */
export interface LinkSuggestion {
  /** Orders the list; no two suggestions share it. */
  readonly key: string;
  readonly id: string;
  readonly networkId: string;
  readonly one: LinkSide;
  readonly other: LinkSide;
  /** Thousandths of a bit: log2 of the odds that they are one woman. */
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

/** Why two records have their weight, and what was decided about them. */
export interface LinkExplanation {
  readonly suggestion: LinkSuggestion;
  /** Version of the model that weighed them. */
  readonly model: string;
  /** Their weights add up to that of the suggestion. */
  readonly bars: readonly LinkBar[];
  /** The latest first. */
  readonly decisions: readonly LinkDecision[];
}

const isListed = (
  record: string,
): string => `EXISTS (SELECT FROM affiliation a JOIN mediator l ON l.id = a.mediator_id
  WHERE a.network_id = p.network_id AND a.status <> 'ended' AND coalesce(l.merged_into, l.id) = ${record}.id)`;

/**
 * Pairs as they can be shown to coordinators of their network: both records stand for themselves, the network lists both,
 * and neither is under a code name.
 */
const SHOWN = `FROM duplicate_pair p JOIN mediator o ON o.id = p.one_id JOIN mediator t ON t.id = p.other_id
WHERE o.merged_into IS NULL AND t.merged_into IS NULL AND NOT o.pseudonymous AND NOT t.pseudonymous
  AND ${isListed('o')} AND ${isListed('t')}`;

/** Two records that nobody has decided about, or that are one woman and still two. */
const WAITS = `p.state IN ('open', 'same')`;

/** What waits in the list of the network `$1`, the likeliest first. Selects `key`, `id`, `one_id`. */
export const SELECT_WAITING_DUPLICATES = `SELECT lpad((100000000 - p.weight)::text, 9, '0') || p.id AS key, p.id, p.one_id
${SHOWN} AND ${WAITS} AND p.network_id = $1`;

/** The same of all networks. Selects `id`, `network_id`, `one_id`, `found_at`. */
export const SELECT_ALL_WAITING_DUPLICATES = `SELECT p.id, p.network_id, p.one_id, p.found_at ${SHOWN} AND ${WAITS}`;

const side = (record: string): string => `json_build_object('mediatorId', ${record}.id,
    'name', coalesce(${record}.display_name, ${record}.full_name, ''),
    'externalId', (SELECT min(a.external_id) FROM affiliation a
      WHERE a.network_id = p.network_id AND a.mediator_id = ${record}.id AND a.status <> 'ended'))`;

/** Suggestions that can be shown, the likeliest first. */
export const SELECT_SUGGESTIONS = `SELECT lpad((100000000 - p.weight)::text, 9, '0') || p.id AS key, p.id,
  p.network_id AS "networkId", ${side('o')} AS one, ${side('t')} AS other, p.weight, p.state, p.revision,
  to_char(p.found_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "foundAt" ${SHOWN}`;

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
