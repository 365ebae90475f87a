import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How urgent a need is, what it says of ties and of a second place, and when it was opened and closed. */
export class NeedUrgency1764700000000 implements MigrationInterface {
  name = 'NeedUrgency1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    // When an earlier need was opened is not known: it is counted from its making. One that was cancelled was
    // open for certain only where a shortlist was begun for it.
    await runner.query(`
ALTER TABLE need
  ADD COLUMN urgency text NOT NULL DEFAULT 'routine'
    CONSTRAINT need_urgency_known CHECK (urgency IN ('flash', 'urgent', 'routine')),
  ADD COLUMN insider_ties text NOT NULL DEFAULT 'disclosed'
    CONSTRAINT need_insider_ties_known CHECK (insider_ties IN ('barred', 'disclosed', 'wanted')),
  ADD COLUMN alongside text
    CONSTRAINT need_alongside_known CHECK (alongside IN ('shadow', 'note-taker', 'co-mediator')),
  ADD COLUMN opened_at timestamptz,
  ADD COLUMN closed_at timestamptz;
UPDATE need SET
  opened_at = CASE
    WHEN state IN ('open', 'shortlisting', 'filled') THEN created_at
    WHEN state = 'cancelled' AND EXISTS (SELECT FROM shortlist s WHERE s.need_id = need.id) THEN created_at
  END,
  closed_at = CASE WHEN state IN ('filled', 'cancelled') THEN updated_at END;
ALTER TABLE need ADD CONSTRAINT need_times_of_state CHECK (
  CASE state WHEN 'draft' THEN opened_at IS NULL WHEN 'cancelled' THEN true ELSE opened_at IS NOT NULL END
  AND (state IN ('filled', 'cancelled')) = (closed_at IS NOT NULL));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE need DROP CONSTRAINT need_times_of_state, DROP COLUMN urgency, DROP COLUMN insider_ties,
  DROP COLUMN alongside, DROP COLUMN opened_at, DROP COLUMN closed_at;
`);
  }
}
