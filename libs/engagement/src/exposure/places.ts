/**
 * The place at which a woman came before the organizer of each need: the first where she was shortlisted,
 * which no place of a list exceeds, else the best at which she was shown. A record that was merged into
 * another counts as that one. Selects `id`, `needId`, `place`, `shown` and `shortlisted`.
 *
 * @param condition on the exposure `e`
 */
export const placesWhere = (condition: string): string => `
SELECT coalesce(m.merged_into, m.id) AS id, e.need_id AS "needId",
  CASE WHEN bool_or(e.kind = 'shortlisted') THEN 1 ELSE min(e.rank) END AS place,
  bool_or(e.kind = 'shown') AS shown, bool_or(e.kind = 'shortlisted') AS shortlisted
FROM exposure e JOIN mediator m ON m.id = e.mediator_id
WHERE ${condition} GROUP BY 1, 2`;

/**
 * Women whom statistics about matching may count: in rankings, and agreed to be counted. Selects `id`.
 */
export const COUNTED_WOMEN = `
SELECT m.id FROM mediator m
WHERE m.state IN ('published', 'stale') AND m.merged_into IS NULL AND NOT EXISTS
  (SELECT FROM unnest(ARRAY['LISTED', 'MATCHED', 'STATISTICS']) AS wanted(purpose) WHERE NOT EXISTS
    (SELECT FROM consent c WHERE c.mediator_id = m.id AND c.purpose = wanted.purpose AND c.withdrawn_at IS NULL))`;
