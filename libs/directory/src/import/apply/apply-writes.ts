import type { Transaction } from '#database';
import { recordAudit, type Viewer } from '#identity';
import { indexSyncJob } from '#search';
import { uuidv7 } from 'uuidv7';
import type { ContactRepository } from '../../contact/contact-repository.js';
import type { Write } from './batch.js';

/** Where the words come from: goes with consents and revisions. */
export interface Origin {
  readonly networkId: string;
  /** Such as `import:acacia-network`. */
  readonly source: string;
  /** ISO date. */
  readonly today: string;
  readonly by: Viewer;
}

/** Rows of a table as `json_to_recordset` reads them. */
type Rows = Record<string, unknown>[];

/**
 * Writes the profiles, their revisions and the one index job, all in the given transaction. A fixed
 * number of statements, however many profiles.
 */
export async function applyWrites(
  tx: Transaction,
  contacts: ContactRepository,
  writes: readonly Write[],
  origin: Origin,
): Promise<void> {
  if (writes.length === 0) return;
  const ids = writes.map(({ id }) => id);
  const insert = async (sql: string, rows: Rows): Promise<void> => {
    if (rows.length > 0) await tx.query(sql, [JSON.stringify(rows)]);
  };
  await insert(MEDIATORS, writes.map(mediatorRow));
  await insert(
    AFFILIATIONS,
    writes.map((write) => affiliationRow(write, origin)),
  );
  const stated = new Map(writes.map(({ id, draft }) => [id, draft.contact]));
  await contacts.inCuratorContext(tx, origin.by, origin.networkId, (open) => open.state(stated));
  const changed = writes.filter(({ isNew }) => !isNew).map(({ id }) => id);
  if (changed.length > 0) {
    for (const table of PARTS) {
      await tx.query(`DELETE FROM ${table} WHERE mediator_id = ANY($1::uuid[])`, [changed]);
    }
  }
  await insert(
    LANGUAGES,
    parts(writes, ({ languages }) => languages),
  );
  await insert(
    TERRITORIES,
    parts(writes, ({ territories }) => territories.map((code) => ({ code }))),
  );
  await insert(
    EXPERTISE,
    parts(writes, ({ expertise }) => expertise),
  );
  await insert(
    EXPERIENCE,
    parts(writes, ({ experience }) => experience),
  );
  const consents = writes.flatMap((write) => consentRows(write, origin));
  await tx.query(WITHDRAW_CONSENTS, [
    ids,
    JSON.stringify(consents),
    origin.networkId,
    origin.source,
  ]);
  await insert(CONSENTS, consents);
  await tx.query(
    `INSERT INTO profile_revision (mediator_id, revision, source)
     SELECT id, revision, $2 FROM mediator WHERE id = ANY($1::uuid[])`,
    [ids, origin.source],
  );
  await tx.addJob(indexSyncJob(ids));
  await recordAudit(tx, origin.by, writes.map(auditRecord));
}

const PARTS = ['mediator_language', 'mediator_territory', 'mediator_expertise', 'experience'];

const MEDIATOR_COLUMNS = {
  state: 'text',
  full_name: 'text',
  display_name: 'text',
  name_variants: 'text[]',
  code_name: 'text',
  pseudonymous: 'boolean',
  nationalities: 'text[]',
  residence: 'text',
  birth_year: 'smallint',
  years: 'smallint',
  tracks: 'text[]',
  roles: 'text[]',
  supports: 'text[]',
  availability_band: 'text',
  available: 'datemultirange',
  notice_days: 'smallint',
  working_mode: 'text',
  biography: 'jsonb',
  education: 'text',
  publications: 'text',
  training: 'text',
  ruled_out: 'text[]',
  confirmed_on: 'date',
} as const;

const columns = Object.keys(MEDIATOR_COLUMNS);
const excluded = columns
  .filter((column) => column !== 'state')
  .map((column) => `${column} = excluded.${column}`);

/**
 * A woman who was suspended or has withdrawn stays so, whatever a file says. A file without consent LISTED ends
 * that consent of its network, which hides her; her state is not its to lower, for she may have given it herself.
 */
const MEDIATORS = `
INSERT INTO mediator (id, ${columns.join(', ')})
SELECT * FROM json_to_recordset($1) AS r(id uuid, ${Object.entries(MEDIATOR_COLUMNS)
  .map(([column, type]) => `${column} ${type}`)
  .join(', ')})
ON CONFLICT (id) DO UPDATE SET ${excluded.join(', ')},
  state = CASE WHEN mediator.state IN ('suspended', 'withdrawn') OR excluded.state = 'draft' THEN mediator.state
    ELSE excluded.state END,
  revision = mediator.revision + 1`;

const AFFILIATIONS = `
INSERT INTO affiliation (id, mediator_id, network_id, external_id, role, since, asserted_digest)
SELECT * FROM json_to_recordset($1) AS r(id uuid, mediator_id uuid, network_id uuid, external_id text, role text,
  since date, asserted_digest text)
ON CONFLICT (network_id, external_id) DO UPDATE SET role = excluded.role, since = excluded.since,
  asserted_digest = excluded.asserted_digest`;

const LANGUAGES = `
INSERT INTO mediator_language SELECT * FROM json_to_recordset($1) AS r(mediator_id uuid, code text, level text)`;
const TERRITORIES = `
INSERT INTO mediator_territory SELECT * FROM json_to_recordset($1) AS r(mediator_id uuid, code text)`;
const EXPERTISE = `
INSERT INTO mediator_expertise SELECT * FROM json_to_recordset($1) AS r(mediator_id uuid, code text, level smallint)`;
const EXPERIENCE = `
INSERT INTO experience SELECT * FROM json_to_recordset($1) AS r(mediator_id uuid, ordinal smallint,
  "processName" text, "processType" text, phase text, role text, track text, territory text, "yearFrom" smallint,
  "yearTo" smallint)`;

/**
 * Consent to another text, or of another day, is a consent of its own: the old one ends, its history stays.
 * A list ends what its own network recorded and nothing that she gave herself or another network recorded.
 */
const WITHDRAW_CONSENTS = `
UPDATE consent c SET withdrawn_at = now(), withdrawn_by = $4, withdrawn_channel = 'network'
WHERE mediator_id = ANY($1::uuid[]) AND withdrawn_at IS NULL AND network_id = $3 AND NOT EXISTS
  (SELECT FROM json_to_recordset($2) AS r(mediator_id uuid, purpose text, text_version text, stated_on date)
   WHERE r.mediator_id = c.mediator_id AND r.purpose = c.purpose AND r.text_version = c.text_version
     AND coalesce(r.stated_on, c.given_on) = c.given_on)`;
/** What she has said no to is not given again by a list, whatever stands there. */
const CONSENTS = `
INSERT INTO consent (id, mediator_id, purpose, text_version, channel, recorded_by, network_id, given_on)
SELECT * FROM json_to_recordset($1) AS r(id uuid, mediator_id uuid, purpose text, text_version text, channel text,
  recorded_by text, network_id uuid, given_on date)
WHERE NOT EXISTS (SELECT FROM consent_objection o WHERE o.mediator_id = r.mediator_id AND o.purpose = r.purpose)
ON CONFLICT (mediator_id, purpose) WHERE withdrawn_at IS NULL DO NOTHING`;

function mediatorRow({ id, draft }: Write): Rows[number] {
  const birthYear = draft.contact.dateOfBirth?.slice(0, 4);
  return {
    id,
    // Without consent LISTED nobody may see her: the profile waits as a draft.
    state: draft.consents.includes('LISTED') ? 'published' : 'draft',
    full_name: draft.fullName,
    display_name: draft.displayName,
    name_variants: draft.nameVariants,
    code_name: draft.codeName,
    pseudonymous: draft.pseudonymous,
    nationalities: draft.nationalities,
    residence: draft.residence,
    birth_year: birthYear ? Number(birthYear) : null,
    years: draft.years,
    tracks: draft.tracks,
    roles: draft.roles,
    supports: draft.supports,
    availability_band: draft.availabilityBand,
    available: draft.available,
    notice_days: draft.noticeDays,
    working_mode: draft.workingMode,
    biography: draft.biography,
    education: draft.education,
    publications: draft.publications,
    training: draft.training,
    ruled_out: draft.ruledOut,
    confirmed_on: draft.confirmedOn,
  };
}

function auditRecord({ id, before, digest }: Write) {
  const action = 'profile.import';
  return { action, subjectKind: 'mediator', subjectId: id, beforeHash: before, afterHash: digest };
}

function affiliationRow({ id, draft, digest }: Write, { networkId }: Origin): Rows[number] {
  return {
    id: uuidv7(),
    mediator_id: id,
    network_id: networkId,
    external_id: draft.externalId,
    role: draft.networkRole,
    since: draft.memberSince,
    asserted_digest: digest,
  };
}

function consentRows({ id, draft }: Write, { networkId, source, today }: Origin): Rows {
  return draft.consents.map((purpose) => ({
    id: uuidv7(),
    mediator_id: id,
    purpose,
    text_version: draft.consentTextVersion,
    channel: 'network',
    recorded_by: source,
    network_id: networkId,
    stated_on: draft.consentOn,
    given_on: draft.consentOn ?? today,
  }));
}

function parts(writes: readonly Write[], of: (draft: Write['draft']) => readonly object[]): Rows {
  return writes.flatMap(({ id, draft }) =>
    of(draft).map((part, ordinal) => ({ mediator_id: id, ordinal, ...part })),
  );
}
