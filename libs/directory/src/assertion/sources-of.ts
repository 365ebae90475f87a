import type { Reader, Transaction } from '#database';
import type { ProfileState } from '../fields/closed-lists.js';
import type { Source } from './merge-assertions.js';
import type { Statement } from './statement.js';

/** A network's place among the sources of a profile. */
export interface Membership {
  readonly affiliationId: string;
  /** The record that the membership is of: hers, or one that was merged into it. */
  readonly mediatorId: string;
  readonly networkId: string;
  readonly statement: Statement;
}

/** A record with everything that is said of her, by whom, in order of precedence. */
export interface Sourced {
  readonly id: string;
  readonly state: ProfileState;
  readonly revision: number;
  readonly mergedInto: string | null;
  readonly own: Statement;
  /** Memberships that have not ended; those of records merged into this one come last. */
  readonly memberships: readonly Membership[];
}

/** The sources of these records; ids that do not exist are absent. A fixed number of statements. */
export async function sourcesOf(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, Sourced>> {
  return read(reader, ids, '');
}

/** The same, and nobody else changes these records until the transaction ends. */
export async function lockSources(
  tx: Pick<Transaction, 'query'>,
  ids: readonly string[],
): Promise<Map<string, Sourced>> {
  return read(tx, ids, 'ORDER BY id FOR NO KEY UPDATE');
}

/** All sources in order of precedence: herself, then the networks. */
export function sourcesIn({ own, memberships }: Pick<Sourced, 'own' | 'memberships'>): Source[] {
  return [
    { key: 'herself', statement: own },
    ...memberships.map(({ networkId: key, statement }) => ({ key, statement })),
  ];
}

/** The networks that list her. */
export function networkIdsOf({ memberships }: Pick<Sourced, 'memberships'>): string[] {
  return [...new Set(memberships.map(({ networkId }) => networkId))];
}

async function read(
  reader: Reader,
  ids: readonly string[],
  order: string,
): Promise<Map<string, Sourced>> {
  if (ids.length === 0) return new Map();
  const records = await reader.query<Omit<Sourced, 'memberships'>>(
    `SELECT id, state, revision, merged_into AS "mergedInto", coalesce(asserted, '{}') AS own
     FROM mediator WHERE id = ANY($1::uuid[]) ${order}`,
    [ids],
  );
  const memberships = await reader.query<Membership & { readonly of: string }>(
    `SELECT coalesce(m.merged_into, m.id) AS of, a.id AS "affiliationId", a.mediator_id AS "mediatorId",
       a.network_id AS "networkId", coalesce(a.asserted, '{}') AS statement
     FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
     WHERE (m.id = ANY($1::uuid[]) OR m.merged_into = ANY($1::uuid[])) AND a.status <> 'ended'
     ORDER BY m.merged_into NULLS FIRST, a.precedence, a.id`,
    [ids],
  );
  const byRecord = new Map<string, Membership[]>();
  for (const { of, ...membership } of memberships) {
    const list = byRecord.get(of);
    if (list) list.push(membership);
    else byRecord.set(of, [membership]);
  }
  return new Map(
    records.map((record) => [record.id, { ...record, memberships: byRecord.get(record.id) ?? [] }]),
  );
}
