import type { Reader, Transaction } from '#database';

/**
 * Ties a run to the women it names, under what they are called now, so that it goes when one of them goes.
 * Returns what those who are there are called; neither changes until this transaction ends.
 */
export async function nameMediators(
  tx: Transaction,
  runId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const there = await tx.query<Called>(
    'SELECT id, public_id AS "publicId" FROM mediator WHERE id = ANY ($1::uuid[]) ORDER BY id FOR KEY SHARE',
    [[...new Set(ids)]],
  );
  await tx.query(
    `INSERT INTO team_run_mediator (run_id, mediator_id, public_id)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[]) ON CONFLICT DO NOTHING`,
    [runId, there.map(({ id }) => id), there.map(({ publicId }) => publicId)],
  );
  return byId(there);
}

/** What all women who are shown to anyone are called now. */
export async function calledNow(reader: Reader): Promise<Map<string, string>> {
  return byId(
    await reader.query<Called>(
      `SELECT id, public_id AS "publicId" FROM mediator WHERE state IN ('published', 'stale')`,
    ),
  );
}

/** Under what runs name women, by run and woman. */
export async function namedAs(
  reader: Reader,
  runIds: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const rows = await reader.query<Called & { runId: string }>(
    `SELECT run_id AS "runId", mediator_id AS id, public_id AS "publicId"
     FROM team_run_mediator WHERE run_id = ANY($1)`,
    [runIds],
  );
  return new Map(runIds.map((id) => [id, byId(rows.filter(({ runId }) => runId === id))]));
}

interface Called {
  readonly id: string;
  readonly publicId: string;
}

function byId(called: readonly Called[]): Map<string, string> {
  return new Map(called.map(({ id, publicId }) => [id, publicId]));
}
