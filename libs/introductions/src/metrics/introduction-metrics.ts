import type { Reader } from '#database';
import { SELECT_IN_STATISTICS, SELECT_KEPT } from '#directory';
import type { MetricPeriod, Urgency } from '#engagement';
import type { Vault } from '#vault';
import type { AskDeclineReason } from '../ask/reasons.js';
import { openWords } from '../introduction/introduction-words.js';

/** An introduction that was requested in the period, of a mediator who agrees to be counted. */
export interface RequestedIntroduction {
  readonly id: string;
  /** Of the record that stands for her. */
  readonly mediatorId: string;
  readonly organizationId: string;
  readonly networkId: string | null;
  readonly urgency: Urgency;
  readonly requestedAt: Date;
  /** When it ended, as her network knows; null while it goes on. */
  readonly endedAt: Date | null;
  readonly accepted: boolean;
  readonly declined: boolean;
  readonly expired: boolean;
  /** What the organization was told: her yes, an end without it, or nothing yet. */
  readonly told: 'accepted' | 'ended' | null;
  /** When the network passed it on for the first time. */
  readonly acknowledgedAt: Date | null;
}

/** An introduction that a network passed on to a mediator in the period. */
export interface AskedIntroduction {
  readonly mediatorId: string;
  readonly networkId: string | null;
  readonly organizationId: string;
  readonly urgency: Urgency;
  readonly askedAt: Date;
  /** Her first yes or no. */
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly expired: boolean;
  /** For how long a question of hers waited before her answer, in milliseconds. */
  readonly pausedMs: number;
}

/** Channels that were released in the period. */
export interface Connection {
  readonly id: string;
  readonly needId: string;
  readonly mediatorId: string;
  readonly networkId: string | null;
  readonly organizationId: string;
  readonly connectedAt: Date;
  /** When it was closed without a deployment. */
  readonly closedAt: Date | null;
}

/** A need whose first introduction was requested in the period. */
export interface AskedNeed {
  readonly needId: string;
  readonly organizationId: string;
  readonly requestedAt: Date;
}

/** That a network was asked for a mediator, and so knows that an organizer chose her. */
export interface AskedNetwork {
  readonly needId: string;
  readonly mediatorId: string;
  readonly networkId: string;
}

/** Why a mediator declined; reasons of health, safety and family left out. */
export interface DeclinedIntroduction {
  readonly mediatorId: string;
  readonly organizationId: string;
  readonly reasons: readonly AskDeclineReason[];
}

/** Reasons that never leave her network, in no sum either. */
const PRIVATE_REASONS: ReadonlySet<AskDeclineReason> = new Set<AskDeclineReason>([
  'safety-self',
  'safety-family-or-community',
  'care-duties',
  'health-or-access',
]);

/** The introduction `i`, its organizer's side `s`, and the record that stands for her, where she agrees to be counted. */
const COUNTED = `introduction i JOIN introduction_shown s ON s.id = i.id
JOIN (${SELECT_KEPT}) k ON k.id = i.mediator_id AND k.kept_id IN (${SELECT_IN_STATISTICS})`;

const HERS = `k.kept_id AS "mediatorId", s.organization_id AS "organizationId", i.network_id AS "networkId", i.urgency`;

/** The first moment of a step of `i` until `seen`. */
const firstStep = (steps: string, seen: string): string =>
  `(SELECT min(t.at) FROM introduction_step t WHERE t.introduction_id = i.id AND t.step IN (${steps}) AND t.at <= ${seen})`;

const REQUESTED = `
SELECT i.id, ${HERS}, i.requested_at AS "requestedAt", x.ended AS "endedAt", x.accepted,
  NOT x.accepted AND x.ended IS NOT NULL AND i.state = 'declined' AS declined,
  NOT x.accepted AND x.ended IS NOT NULL AND i.state = 'expired' AS expired,
  CASE WHEN x.accepted THEN 'accepted'
    WHEN s.ended_at <= $3 AND s.word IN ('no-answer', 'available-later', 'not-this') THEN 'ended' END AS told,
  CASE WHEN i.acknowledged_at <= $3 THEN i.acknowledged_at END AS "acknowledgedAt"
FROM ${COUNTED}, LATERAL (SELECT ${firstStep(`'accept'`, '$3')} IS NOT NULL AS accepted,
  CASE WHEN i.ended_at <= $3 THEN i.ended_at END AS ended) AS x
WHERE i.requested_at >= $1 AND i.requested_at < $2 ORDER BY i.id`;

const ASKED = `
SELECT ${HERS}, i.acknowledged_at AS "askedAt", x.answered AS "answeredAt",
  CASE WHEN i.ended_at <= $3 THEN i.ended_at END AS "endedAt", i.state = 'expired' AND i.ended_at <= $3 AS expired,
  coalesce(extract(epoch FROM least(x.resumed, x.answered, $3) - x.questioned) * 1000, 0)::float8 AS "pausedMs"
FROM ${COUNTED}, LATERAL (SELECT ${firstStep(`'accept', 'decline'`, '$3')} AS answered,
  ${firstStep(`'ask'`, '$3')} AS questioned, ${firstStep(`'answer'`, '$3')} AS resumed) AS x
WHERE i.acknowledged_at >= $1 AND i.acknowledged_at < $2 ORDER BY i.id`;

const CONNECTED = `
SELECT i.id, i.need_id AS "needId", ${HERS}, i.connected_at AS "connectedAt",
  CASE WHEN i.state IN ('not-engaged', 'lapsed', 'stood-down') AND i.ended_at <= $3 THEN i.ended_at END AS "closedAt"
FROM ${COUNTED} WHERE i.connected_at >= $1 AND i.connected_at < $2 ORDER BY i.connected_at, i.id`;

const ASKED_NETWORKS = `
SELECT DISTINCT i.need_id AS "needId", k.kept_id AS "mediatorId", i.network_id AS "networkId"
FROM introduction i JOIN (${SELECT_KEPT}) k ON k.id = i.mediator_id
WHERE i.need_id = ANY($1::uuid[]) AND i.network_id IS NOT NULL ORDER BY 1, 2, 3`;

/** Of the organizers' side alone, which stays whatever becomes of the mediators. */
const FLASH = `
SELECT s.need_id AS "needId", s.organization_id AS "organizationId", min(s.requested_at) AS "requestedAt"
FROM introduction_shown s WHERE s.urgency = 'flash'
GROUP BY 1, 2 HAVING min(s.requested_at) >= $1 AND min(s.requested_at) < $2 ORDER BY 1`;

const DECLINED = `
SELECT i.id, k.kept_id AS "mediatorId", s.organization_id AS "organizationId", i.key_id AS "keyId", i.sealed
FROM ${COUNTED} WHERE i.requested_at >= $1 AND i.requested_at < $2 AND i.state = 'declined' AND s.ended_at <= $3
  AND i.sealed IS NOT NULL
ORDER BY i.id`;

export async function requestedIntroductions(
  reader: Reader,
  { from, before, seenUntil }: MetricPeriod,
): Promise<RequestedIntroduction[]> {
  return reader.query<RequestedIntroduction>(REQUESTED, [from, before, seenUntil]);
}

export async function askedIntroductions(
  reader: Reader,
  { from, before, seenUntil }: MetricPeriod,
): Promise<AskedIntroduction[]> {
  return reader.query<AskedIntroduction>(ASKED, [from, before, seenUntil]);
}

export async function connections(
  reader: Reader,
  { from, before, seenUntil }: MetricPeriod,
): Promise<Connection[]> {
  return reader.query<Connection>(CONNECTED, [from, before, seenUntil]);
}

/** Which networks were ever asked for whom, for these needs. */
export async function askedNetworks(
  reader: Reader,
  needIds: readonly string[],
): Promise<AskedNetwork[]> {
  return reader.query<AskedNetwork>(ASKED_NETWORKS, [[...new Set(needIds)]]);
}

/** FLASH needs, by their first request. */
export async function flashNeeds(
  reader: Reader,
  { from, before }: MetricPeriod,
): Promise<AskedNeed[]> {
  return reader.query<AskedNeed>(FLASH, [from, before]);
}

/** Introductions that were declined and whose end the organization was told. */
export async function declinedIntroductions(
  reader: Reader,
  vault: Vault,
  { from, before, seenUntil }: MetricPeriod,
): Promise<DeclinedIntroduction[]> {
  const rows = await reader.query<{
    id: string;
    mediatorId: string;
    organizationId: string;
    keyId: number;
    sealed: Buffer;
  }>(DECLINED, [from, before, seenUntil]);
  return Promise.all(
    rows.map(async ({ id, mediatorId, organizationId, keyId, sealed }) => {
      const { declineReasons = [] } = await openWords(vault, { id, keyId, sealed });
      const reasons = declineReasons.filter((reason) => !PRIVATE_REASONS.has(reason));
      return { mediatorId, organizationId, reasons };
    }),
  );
}
