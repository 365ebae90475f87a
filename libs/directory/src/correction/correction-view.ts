import type { Reader } from '#database';
import type { Vault } from '#vault';
import type { CorrectionState } from './correction-steps.js';

/** A request as she and the coordinators of her networks see it. */
export interface CorrectionView {
  readonly id: string;
  readonly mediatorId: string;
  readonly field: string | null;
  readonly request: string;
  readonly answer: string | null;
  readonly state: CorrectionState;
  readonly requestedAt: string;
  readonly handledAt: string | null;
}

/** Where what is sealed in a row of `correction` belongs: her request, or the answer. */
export function correctionPlace(id: string, column: string): string {
  return `correction:${id}:${column}`;
}

interface Row extends Omit<CorrectionView, 'request' | 'answer'> {
  readonly keyId: number;
  readonly request: Buffer;
  readonly answer: Buffer | null;
}

/** The requests for which a condition over `c` holds, opened, the latest first. */
export async function readCorrections(
  reader: Reader,
  vault: Vault,
  condition: string,
  parameters: readonly unknown[],
): Promise<CorrectionView[]> {
  const rows = await reader.query<Row>(
    `SELECT c.id, c.mediator_id AS "mediatorId", field, key_id AS "keyId", request, answer, state,
       to_char(requested_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "requestedAt",
       to_char(handled_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "handledAt"
     FROM correction c WHERE ${condition} ORDER BY requested_at DESC, c.id DESC LIMIT 500`,
    parameters,
  );
  return Promise.all(
    rows.map(async ({ keyId, request, answer, ...row }) => ({
      ...row,
      request: await vault.open({ keyId, bytes: request }, correctionPlace(row.id, 'request')),
      answer:
        answer && (await vault.open({ keyId, bytes: answer }, correctionPlace(row.id, 'answer'))),
    })),
  );
}
