import type { TestDatabase } from './database.js';

/** All that is held in the rows of one record, but for counters, moments and random ids: to tell whether it is as it was. */
export async function recordState(
  { asOwner }: Pick<TestDatabase, 'asOwner'>,
  id: string,
): Promise<unknown> {
  const [row] = await asOwner<{ state: unknown }>(`SELECT json_build_object(
    'mediator', (SELECT to_jsonb(m) - '{revision,changed_xid,updated_at,asserted_at,public_id,lot}'::text[] FROM mediator m WHERE id = '${id}'),
    ${PARTS.map(([table, columns, order]) => `'${table}', (SELECT json_agg(t ORDER BY ${order}) FROM (SELECT ${columns} FROM ${table} WHERE mediator_id = '${id}') AS t)`).join(',\n    ')}
  ) AS state`);
  return row?.state;
}

const PARTS = [
  ['mediator_language', 'language, level', 'language'],
  ['mediator_territory', 'territory', 'territory'],
  ['mediator_expertise', 'expertise, level', 'expertise'],
  ['experience', '*', 'ordinal'],
  [
    'affiliation',
    'id, network_id, external_id, status, asserted, asserted_digest, precedence',
    'id',
  ],
  ['consent', 'id, purpose, withdrawn_at IS NULL AS in_force', 'id'],
  ['consent_objection', 'purpose, stated_by', 'purpose'],
  ['mediator_contact', 'id, network_id, email_index', 'id'],
] as const;
