import { SELECT_HER_RECORDS } from '#directory';
import type { PersonalDataPart } from '#identity';

/** What she has been told. What she is about to be told in person is not here: others may read what is hers. */
const HERS = `SELECT b.cause, b.began_on AS "from", b.ended_on AS "until", w.facts, b.advice, w.channel,
    to_jsonb(w.told_at) AS "toldAt", to_jsonb(w.read_at) AS "readAt"
  FROM breach_mediator w JOIN breach b ON b.id = w.breach_id
  WHERE w.mediator_id IN (${SELECT_HER_RECORDS}) AND w.told_at IS NOT NULL ORDER BY b.id`;

/** What this module holds about a woman. */
export const breachesParts: readonly PersonalDataPart[] = [
  {
    name: 'breaches',
    tables: ['breach_mediator'],
    erasure: 'goes-with-her-row',
    read: async (tx, _viewer, id) => tx.query(HERS, [id]),
  },
];
