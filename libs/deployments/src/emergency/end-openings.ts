import type { Transaction } from '#database';

/**
 * Ends every opening of her emergency contact once she is heard of again. Gives whether there is one of which she is to be
 * told: one that was approved.
 */
export async function endOpenings(
  tx: Transaction,
  deploymentId: string,
  at: Date,
): Promise<boolean> {
  const told = await tx.query<{ id: string }>(
    `UPDATE emergency_opening SET ended_at = coalesce(ended_at, $2), told_at = $2
     WHERE deployment_id = $1 AND approved_at IS NOT NULL AND told_at IS NULL RETURNING id`,
    [deploymentId, at],
  );
  await tx.query(
    'UPDATE emergency_opening SET ended_at = $2 WHERE deployment_id = $1 AND ended_at IS NULL',
    [deploymentId, at],
  );
  return told.length > 0;
}
