import { SELECT_KEPT } from '#directory';

/**
 * The place at which a woman came before the organizer of each need: the first where she was shortlisted,
 * which no place of a list exceeds, else the best at which she was shown. A record that was merged into
 * another counts as that one. Selects `id`, `needId`, `place`, `shown` and `shortlisted`.
 *
 * @param condition on the exposure `e` and the mediator's record `k` (see `SELECT_KEPT`)
 */
export const placesWhere = (condition: string): string => `
SELECT k.kept_id AS id, e.need_id AS "needId",
  CASE WHEN bool_or(e.kind = 'shortlisted') THEN 1 ELSE min(e.rank) END AS place,
  bool_or(e.kind = 'shown') AS shown, bool_or(e.kind = 'shortlisted') AS shortlisted
FROM exposure e JOIN (${SELECT_KEPT}) k ON k.id = e.mediator_id
WHERE ${condition} GROUP BY 1, 2`;
