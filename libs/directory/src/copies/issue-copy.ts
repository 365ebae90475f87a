import type { Reader, Transaction } from '#database';
import type { Viewer } from '#identity';
import { uuidv7 } from 'uuidv7';
import type { CopyFormat, CopyKind } from './copy-kinds.js';

/** What somebody takes away. */
export interface NewCopy {
  readonly kind: CopyKind;
  readonly format: CopyFormat;
  /** See `IssuedCopyEntity.sourceId`; a source of its own where left out. */
  readonly sourceId?: string;
  readonly networkId?: string;
  readonly contactPurpose?: string;
  /** Keys of the women whose profiles are in it, as far as they are read: see `addToCopy`. */
  readonly mediatorIds: readonly string[];
}

/** Copies of this are recalled: it is not given out any more. */
export class CopyRecalledError extends Error {
  override readonly name = 'CopyRecalledError';

  constructor(readonly recalledAt: Date) {
    super('It was recalled: destroy the copies that you have.');
  }
}

/**
 * Writes down who takes what away, in the transaction that lets it go. The same reader who takes the same again on the same day
 * (in UTC) has one copy.
 *
 * @returns its id
 * @throws CopyRecalledError
 */
export async function issueCopy(
  tx: Transaction,
  viewer: Viewer,
  { kind, format, sourceId, networkId, contactPurpose, mediatorIds }: NewCopy,
): Promise<string> {
  const id = uuidv7();
  const source = sourceId ?? id;
  await holdSource(tx, source);
  const recalled = await whenRecalled(tx, source);
  if (recalled) throw new CopyRecalledError(recalled);
  const [copy] = await tx.query<{ id: string }>(
    `INSERT INTO issued_copy (id, kind, format, source_id, issued_to, network_id, organization_id, contact_purpose, issued_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (now() AT TIME ZONE 'UTC')::date)
     ON CONFLICT (source_id, issued_to, format, issued_on) DO UPDATE SET issued_at = now() RETURNING id`,
    [
      id,
      kind,
      format,
      source,
      viewer.name,
      networkId ?? null,
      kind === 'briefing' ? viewer.organizationId : null,
      contactPurpose ?? null,
    ],
  );
  const copyId = copy?.id ?? id;
  await addToCopy(tx, copyId, mediatorIds);
  if (kind === 'briefing') await tx.query(TELL, [copyId, mediatorIds]);
  return copyId;
}

/**
 * Writes down who else is in a copy that is written piece by piece, in the transaction that reads them: on a list that is imported
 * meanwhile there are others than when it was begun.
 */
export async function addToCopy(
  tx: Transaction,
  copyId: string,
  mediatorIds: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO issued_copy_mediator (copy_id, mediator_id)
     SELECT $1, id FROM mediator WHERE id = ANY($2::uuid[]) ON CONFLICT DO NOTHING`,
    [copyId, mediatorIds],
  );
}

/** A smaller number in a briefing, or of the others on the list, could tell whom an organization has chosen. */
const FEWEST = 5;

/**
 * What the networks that list women of a briefing are told of it, for good: what became of a list since would tell who of it
 * is in the briefing.
 */
const TELL = `
UPDATE issued_copy c SET told = coalesce((
  SELECT jsonb_object_agg(network_id, CASE WHEN inside >= ${FEWEST} AND listed - inside >= ${FEWEST} THEN inside END)
  FROM (
    SELECT network_id, count(DISTINCT id) AS listed, count(DISTINCT id) FILTER (WHERE id = ANY($2::uuid[])) AS inside
    FROM (
      SELECT a.network_id, coalesce(m.merged_into, m.id) AS id FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
      WHERE a.status <> 'ended' AND a.network_id IN (
        SELECT network_id FROM affiliation WHERE status <> 'ended' AND mediator_id IN (
          SELECT id FROM mediator WHERE id = ANY($2::uuid[]) OR merged_into = ANY($2::uuid[])))) AS woman
    GROUP BY network_id) AS list WHERE inside > 0), '{}') || c.told
WHERE c.id = $1`;

/** The women of whom somebody took a copy away between two moments, the second one not included. */
export async function womenInCopies(
  reader: Reader,
  issuedTo: string,
  from: Date,
  until: Date,
): Promise<{ readonly mediatorId: string; readonly withContact: boolean }[]> {
  return reader.query(
    `SELECT w.mediator_id AS "mediatorId", bool_or(c.contact_purpose IS NOT NULL) AS "withContact"
     FROM issued_copy c JOIN issued_copy_mediator w ON w.copy_id = c.id
     WHERE c.issued_to = $1 AND c.issued_at >= $2 AND c.issued_at < $3 GROUP BY w.mediator_id`,
    [issuedTo, from, until],
  );
}

/** When copies of this source were recalled; null if they were not. */
export async function whenRecalled(reader: Reader, sourceId: string): Promise<Date | null> {
  const [recalled] = await reader.query<{ at: Date }>(
    'SELECT recalled_at AS at FROM issued_copy WHERE source_id = $1 AND recalled_at IS NOT NULL LIMIT 1',
    [sourceId],
  );
  return recalled?.at ?? null;
}

/** Whoever issues or recalls copies of this source waits until the transaction ends. */
export async function holdSource(tx: Pick<Transaction, 'query'>, sourceId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('issued_copy ' || $1, 0))`, [
    sourceId,
  ]);
}
