import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was refused. The application's role adds to it by one function, which bounds it, reads it, and removes what is older than
 * its period: it can neither change a line nor remove one that still counts.
 */
export class SecurityEvents1766800001000 implements MigrationInterface {
  readonly name = 'SecurityEvents1766800001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE security_event (
  id uuid CONSTRAINT security_event_pkey PRIMARY KEY,
  minute timestamptz NOT NULL,
  kind text NOT NULL,
  actor text NOT NULL,
  account_id uuid,
  operation text,
  count bigint NOT NULL,
  CONSTRAINT security_event_once UNIQUE NULLS NOT DISTINCT (minute, kind, actor, account_id, operation),
  CONSTRAINT security_event_kind_known CHECK (kind IN ('not-permitted', 'not-found', 'invalid-token', 'invalid-credentials',
    'too-many-attempts', 'allowance', 'untrusted-document', 'upload', 'foreign-form', 'malformed'))
);

ALTER TABLE security_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY security_events_are_read ON security_event FOR SELECT TO baraza_app USING (true);
CREATE POLICY security_events_end ON security_event FOR DELETE TO baraza_app
  USING (minute < now() - interval '90 days');

-- A hundred lines of one kind for each day and whoever is concerned: the account that was tried, else who asked. What comes
-- beyond is one line for the day, without its operation.
CREATE FUNCTION security_events_add(events json) RETURNS void LANGUAGE sql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
WITH told AS (
  SELECT minute, date_trunc('day', minute, 'UTC') AS day, kind, actor, "accountId" AS account_id, operation, count,
    coalesce("accountId"::text, actor) AS whose
  FROM json_to_recordset(events) AS e(minute timestamptz, kind text, actor text, "accountId" uuid, operation text, count bigint)
), known AS (
  SELECT t.*, EXISTS (SELECT FROM security_event s WHERE s.minute = t.minute AND s.kind = t.kind AND s.actor = t.actor
      AND s.account_id IS NOT DISTINCT FROM t.account_id AND s.operation IS NOT DISTINCT FROM t.operation) AS is_there
  FROM told t
), placed AS (
  SELECT k.*, is_there OR row_number() OVER (PARTITION BY day, kind, whose, is_there ORDER BY minute, operation)
      + (SELECT count(*) FROM security_event s WHERE s.minute >= k.day AND s.minute < k.day + interval '1 day'
           AND s.kind = k.kind AND coalesce(s.account_id::text, s.actor) = k.whose) <= 100 AS fits
  FROM known k
)
INSERT INTO security_event AS s (id, minute, kind, actor, account_id, operation, count)
SELECT gen_random_uuid(), * FROM (
  SELECT CASE WHEN fits THEN minute ELSE day END AS minute, kind, actor, account_id,
    CASE WHEN fits THEN operation END AS operation, sum(count)::bigint AS count
  FROM placed GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5) summed
ON CONFLICT ON CONSTRAINT security_event_once DO UPDATE SET count = s.count + excluded.count
$$;
REVOKE EXECUTE ON FUNCTION security_events_add FROM PUBLIC;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION security_events_add; DROP TABLE security_event');
  }
}
