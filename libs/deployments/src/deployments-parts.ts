import { SELECT_HER_RECORDS } from '#directory';
import type { PersonalDataPart } from '#identity';
import { openJson, type Vault } from '#vault';
import { placeIn } from './sealed-places.js';

interface SealedRow extends Record<string, unknown> {
  readonly id: string;
  readonly keyId: number | null;
  readonly sealed: Buffer | null;
}

const HERS = `deployment_id IN (SELECT id FROM deployment WHERE mediator_id IN (${SELECT_HER_RECORDS}))`;

/** What is sealed of a row is opened, for whose it is. */
const OPENED = `t.id, t.key_id AS "keyId", t.sealed`;
const LEFT = `'{mediator_id,key_id,sealed,wake_at,revision,shown_revision}'::text[]`;

/**
 * What this module holds about a woman: her deployments, with what was cleared, her check-ins, incidents, and who had her
 * emergency contact opened. Of an opening she learns once she has been told, as on her page.
 */
export function deploymentsParts(vault: Vault): PersonalDataPart[] {
  const opened = async (
    rows: readonly SealedRow[],
    place: (id: string) => string,
  ): Promise<Record<string, unknown>[]> =>
    Promise.all(
      rows.map(async ({ keyId, sealed, row, id }) => ({
        ...(row as Record<string, unknown>),
        ...(keyId === null || sealed === null
          ? {}
          : await openJson<object>(vault, { keyId, sealed }, place(id))),
      })),
    );
  const part = (
    name: string,
    table: 'clearance_line' | 'incident' | 'emergency_opening',
    condition = HERS,
  ): PersonalDataPart => ({
    name,
    tables: [table],
    erasure: 'goes-with-her-row',
    read: async (tx, _viewer, id) =>
      opened(
        await tx.query<SealedRow>(
          `SELECT ${OPENED}, to_jsonb(t) - ${LEFT} AS row FROM ${table} t WHERE ${condition} ORDER BY t.id`,
          [id],
        ),
        (own) => placeIn(table, own),
      ),
  });
  return [
    {
      name: 'deployments',
      tables: ['deployment'],
      erasure: 'goes-with-her-row',
      read: async (tx, _viewer, id) =>
        opened(
          await tx.query<SealedRow>(
            `SELECT ${OPENED}, to_jsonb(t) - ${LEFT} AS row FROM deployment t
             WHERE t.mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY t.id`,
            [id],
          ),
          (own) => placeIn('deployment', own),
        ),
    },
    part('clearance', 'clearance_line'),
    {
      name: 'checkIns',
      tables: ['check_in'],
      erasure: 'goes-with-her-row',
      read: async (tx, _viewer, id) =>
        tx.query(`SELECT to_jsonb(t) AS row FROM check_in t WHERE ${HERS} ORDER BY t.due_at`, [id]),
    },
    part('incidents', 'incident'),
    part('emergencyOpenings', 'emergency_opening', `${HERS} AND t.told_at IS NOT NULL`),
  ];
}
