import type { Reader, Transaction } from '#database';
import { holdMediators, SELECT_SHOWN, shownMediators, type KnownAs } from '#directory';

/**
 * Ties a run to the women it names, under what they are called and what their classes show now: the run keeps
 * nothing of whom it names when she goes. Returns what those who are there are known as; what they are called does
 * not change until this transaction ends.
 */
export async function nameMediators(
  tx: Transaction,
  runId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const there = await holdMediators(tx, ids);
  await tx.query(
    `INSERT INTO team_run_mediator (run_id, mediator_id, public_id, shown)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::text[]) ON CONFLICT DO NOTHING`,
    [
      runId,
      there.map(({ id }) => id),
      there.map(({ publicId }) => publicId),
      there.map(({ shown }) => shown),
    ],
  );
  return byId(there);
}

function byId(known: readonly KnownAs[]): Map<string, string> {
  return new Map(known.map(({ id, publicId, shown }) => [id, publicId + (shown ?? '')]));
}

/** What all women who are shown to anyone are known as now, as `nameMediators` says it. */
export async function knownNow(reader: Reader): Promise<Map<string, string>> {
  return byId(await shownMediators(reader));
}

/** Under what runs name women whose classes still show what they showed then, by run and woman. */
export async function namedAs(
  reader: Reader,
  runIds: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const rows = await reader.query<{ runId: string; id: string; publicId: string }>(
    `SELECT t.run_id AS "runId", t.mediator_id AS id, t.public_id AS "publicId"
     FROM team_run_mediator t LEFT JOIN (${SELECT_SHOWN}) s ON s.mediator_id = t.mediator_id
     WHERE t.run_id = ANY($1) AND t.shown IS NOT DISTINCT FROM s.shown`,
    [runIds],
  );
  const of = (run: string) => rows.filter(({ runId }) => runId === run);
  return new Map(
    runIds.map((run) => [run, new Map(of(run).map(({ id, publicId }) => [id, publicId]))]),
  );
}
