import type { Reader } from '../database.js';

/** The kinds of objects that are compared, in the order in which a repair makes them anew. */
export const KINDS = [
  'role',
  'membership',
  'table',
  'column',
  'owner',
  'function',
  'constraint',
  'index',
  'row security',
  'policy',
  'trigger',
  'grant',
] as const;
export type Kind = (typeof KINDS)[number];

/** One object of the database as it is, or as the migrations made it. */
export interface CatalogueItem {
  readonly kind: Kind;
  /** What it is or belongs to, as SQL names it: `public.mediator`, `FUNCTION public.audit_part(text)`. */
  readonly on: string;
  /** Its own name, or the role that holds a grant. */
  readonly name: string;
  /** How it is made: SQL where SQL can make it, else a description. */
  readonly made: string;
}

/**
 * Reads roles, rights, policies, triggers, functions, constraints, indexes and columns of the schemas `public` and
 * `search`, and the rights and policies of the job queue, whose own objects its library makes.
 *
 * Tables of `search` are left out: the application makes and replaces them itself. NOT NULL is part of a column; as a
 * constraint, only PostgreSQL 18 knows it. What the owner holds is not listed, for it holds everything.
 *
 * @param reader a connection of the role that owns the tables
 */
export async function readCatalogue(reader: Reader): Promise<CatalogueItem[]> {
  return reader.query<CatalogueItem>(CATALOGUE);
}

const CATALOGUE = `
WITH app AS (SELECT oid FROM pg_roles WHERE rolname = 'baraza_app'),
  tables AS (
    SELECT c.oid, n.nspname, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.relkind, c.relpersistence,
      format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'graphile_worker') AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
      -- The vault makes it of rows of an early version, and removes it when it opens.
      AND c.relname <> 'mediator_contact_clear'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')),
  functions AS (
    SELECT p.oid, n.nspname, p.proowner, p.proacl, p.prokind,
      format('FUNCTION %I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) AS name
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('public', 'graphile_worker') AND p.prokind = 'f'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')),
  ours AS (SELECT * FROM tables WHERE nspname = 'public' AND relkind IN ('r', 'p')),
  owned AS (
    SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE ' WHEN 'v' THEN 'VIEW ' WHEN 'm' THEN 'MATERIALIZED VIEW ' ELSE 'TABLE ' END
      || name AS name, relowner AS owner
    FROM tables
    -- Who owns the table owns the sequence of its column.
    WHERE NOT (relkind = 'S' AND EXISTS (SELECT FROM pg_depend d WHERE d.objid = tables.oid AND d.deptype IN ('a', 'i')))
    UNION ALL SELECT name, proowner FROM functions
    UNION ALL SELECT format('SCHEMA %I', nspname), nspowner FROM pg_namespace WHERE nspname IN ('graphile_worker', 'search')
    UNION ALL SELECT format('TABLE %I.%I', schemaname, tablename), tableowner::regrole FROM pg_tables WHERE schemaname = 'search'),
  granted AS (
    SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || name AS name, relowner AS owner, relacl AS acl
    FROM tables
    UNION ALL SELECT name, proowner, coalesce(proacl, acldefault('f', proowner)) FROM functions
    UNION ALL SELECT format('SCHEMA %I', nspname), nspowner, nspacl FROM pg_namespace
      WHERE nspname IN ('public', 'graphile_worker', 'search')),
  columns AS (
    SELECT t.name, t.relowner, a.* FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid
    WHERE a.attnum > 0 AND NOT a.attisdropped),
  rights AS (
    SELECT name, owner, grantee, is_grantable, privilege_type AS privilege FROM granted, aclexplode(acl)
    UNION ALL
    SELECT 'TABLE ' || name, relowner, grantee, is_grantable, format('%s (%I)', privilege_type, attname)
    FROM columns, aclexplode(attacl))
SELECT 'role' AS kind, 'ROLE baraza_app' AS on, 'baraza_app' AS name, concat_ws(' ',
    CASE WHEN rolsuper THEN 'SUPERUSER' ELSE 'NOSUPERUSER' END, CASE WHEN rolcreatedb THEN 'CREATEDB' ELSE 'NOCREATEDB' END,
    CASE WHEN rolcreaterole THEN 'CREATEROLE' ELSE 'NOCREATEROLE' END,
    CASE WHEN rolreplication THEN 'REPLICATION' ELSE 'NOREPLICATION' END,
    CASE WHEN rolbypassrls THEN 'BYPASSRLS' ELSE 'NOBYPASSRLS' END, CASE WHEN rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END) AS made
  FROM pg_roles WHERE rolname = 'baraza_app'
UNION ALL SELECT 'membership', 'ROLE baraza_app', roleid::regrole::text, 'is a member of ' || roleid::regrole
  FROM pg_auth_members WHERE member = (SELECT oid FROM app)
UNION ALL SELECT 'table', name, name, CASE relpersistence WHEN 'u' THEN 'an unlogged table' ELSE 'a table' END FROM ours
UNION ALL SELECT 'column', name, attname, concat_ws(' ', format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN 'NOT NULL' END,
    CASE attidentity WHEN 'a' THEN 'GENERATED ALWAYS AS IDENTITY' WHEN 'd' THEN 'GENERATED BY DEFAULT AS IDENTITY' END,
    CASE WHEN attgenerated <> '' THEN 'GENERATED ALWAYS AS' WHEN d.oid IS NOT NULL THEN 'DEFAULT' END,
    pg_get_expr(d.adbin, d.adrelid))
  FROM columns LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (attrelid, attnum)
  WHERE attrelid IN (SELECT oid FROM ours)
UNION ALL SELECT 'owner', name, 'owner', CASE WHEN owner = (SELECT oid FROM app) THEN 'baraza_app'
    WHEN pg_has_role(current_user, owner, 'USAGE') THEN 'CURRENT_USER' ELSE owner::regrole::text END FROM owned
UNION ALL SELECT 'function', name, name, pg_get_functiondef(oid) FROM functions WHERE nspname = 'public'
UNION ALL SELECT 'constraint', name, conname, format('ALTER TABLE %s ADD CONSTRAINT %I %s', name, conname, pg_get_constraintdef(c.oid))
  FROM pg_constraint c JOIN ours ON ours.oid = conrelid WHERE contype IN ('c', 'f', 'p', 'u', 'x')
UNION ALL SELECT 'index', ours.name, i.relname, pg_get_indexdef(indexrelid)
  FROM pg_index x JOIN ours ON ours.oid = indrelid JOIN pg_class i ON i.oid = indexrelid
  WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
UNION ALL SELECT 'row security', name, 'row security',
    format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, %s FORCE ROW LEVEL SECURITY', name,
      CASE WHEN relforcerowsecurity THEN '' ELSE 'NO' END)
  FROM tables WHERE relrowsecurity
UNION ALL SELECT 'policy', name, polname, concat_ws(' ', format('CREATE POLICY %I ON %s AS', polname, name),
    CASE WHEN polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END, 'FOR',
    CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END, 'TO',
    (SELECT string_agg(CASE WHEN role = 0 THEN 'PUBLIC' ELSE role::regrole::text END, ', ' ORDER BY role::regrole::text)
      FROM unnest(polroles) AS r(role)),
    'USING (' || pg_get_expr(polqual, polrelid) || ')', 'WITH CHECK (' || pg_get_expr(polwithcheck, polrelid) || ')')
  FROM pg_policy JOIN tables ON tables.oid = polrelid
UNION ALL SELECT 'trigger', name, tgname, pg_get_triggerdef(t.oid) ||
    CASE tgenabled WHEN 'O' THEN '' WHEN 'D' THEN ' (disabled)' ELSE ' (enabled otherwise)' END
  FROM pg_trigger t JOIN ours ON ours.oid = tgrelid WHERE NOT tgisinternal
UNION ALL SELECT 'grant', name, CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
    format('GRANT %s ON %s TO %s%s', string_agg(privilege, ', ' ORDER BY privilege), name,
      CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE grantee::regrole::text END, CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
  FROM rights
  WHERE grantee <> owner
  GROUP BY name, grantee, is_grantable
ORDER BY 1, 2, 3, 4`;
