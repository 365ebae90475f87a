import type { MigrationInterface, QueryRunner } from 'typeorm';

const ENTRY = `actor text, action text, "subjectKind" text, "subjectId" uuid, "beforeHash" text, "afterHash" text,
    purpose text, "requestId" text`;
const MOMENT = `to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
/** Right after the function is made anew it has the rights that it had. */
const HEAD = `CREATE OR REPLACE FUNCTION audit_append(entries json) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  head audit_head;
  entry record;
  moment timestamptz := date_trunc('microseconds', clock_timestamp());`;

/** Entries of one call are chained one by one, as before, and stored by one statement. */
export class AuditInOneInsert1764700003400 implements MigrationInterface {
  readonly name = 'AuditInOneInsert1764700003400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A part with its length before it, so that no two entries read alike; libs/identity makes the same text.
CREATE FUNCTION audit_part(part text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT coalesce(octet_length(part)::text || ':' || part, '-:') || ';' $$;

${HEAD}
  said text := public.audit_part(${MOMENT});
  link text;
  links text[] := '{}';
BEGIN
  SELECT * INTO head FROM audit_head FOR UPDATE;
  link := head.hash;
  FOR entry IN SELECT * FROM ROWS FROM (json_to_recordset(entries) AS (${ENTRY}))
    WITH ORDINALITY AS e(actor, action, kind, subject, before, after, purpose, request, place)
  LOOP
    link := encode(sha256(convert_to(
      audit_part(link) || audit_part((head.number + entry.place)::text) || said
      || audit_part(entry.actor) || audit_part(entry.action) || audit_part(entry.kind)
      || audit_part(entry.subject::text) || audit_part(entry.before) || audit_part(entry.after)
      || audit_part(entry.purpose) || audit_part(entry.request), 'UTF8')), 'hex');
    links := links || link;
  END LOOP;
  INSERT INTO audit_entry
  SELECT head.number + place, moment, actor, action, kind, subject, before, after, purpose, request,
    coalesce(links[place - 1], head.hash), links[place]
  FROM ROWS FROM (json_to_recordset(entries) AS (${ENTRY}))
    WITH ORDINALITY AS e(actor, action, kind, subject, before, after, purpose, request, place);
  UPDATE audit_head SET number = head.number + cardinality(links), hash = link;
END $$;

DROP FUNCTION audit_text;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE FUNCTION audit_text(VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT string_agg(coalesce(octet_length(part)::text, '-') || ':' || coalesce(part, '') || ';', '' ORDER BY place)
     FROM unnest(parts) WITH ORDINALITY AS p(part, place) $$;

${HEAD}
BEGIN
  SELECT * INTO head FROM audit_head FOR UPDATE;
  FOR entry IN SELECT * FROM json_to_recordset(entries) AS e(${ENTRY})
  LOOP
    INSERT INTO audit_entry VALUES (head.number + 1, moment, entry.actor, entry.action, entry."subjectKind",
      entry."subjectId", entry."beforeHash", entry."afterHash", entry.purpose, entry."requestId", head.hash,
      encode(sha256(convert_to(audit_text(
        head.hash, (head.number + 1)::text, ${MOMENT},
        entry.actor, entry.action, entry."subjectKind", entry."subjectId"::text, entry."beforeHash",
        entry."afterHash", entry.purpose, entry."requestId"), 'UTF8')), 'hex'))
    RETURNING number, hash INTO head.number, head.hash;
  END LOOP;
  UPDATE audit_head SET number = head.number, hash = head.hash;
END $$;

DROP FUNCTION audit_part;
`);
  }
}
