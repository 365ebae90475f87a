import { arrayText, pipeline, Recordset, type SqlStatement, type Transaction } from '#database';
import { recordAudit } from '#identity';
import { uuidv7 } from 'uuidv7';
import { lockSources, networkIdsOf, type Sourced } from '../../assertion/sources-of.js';
import { derivedStatements } from '../../assertion/write-derived.js';
import type { ContactRepository } from '../../contact/contact-repository.js';
import {
  changeStatements,
  importStatement,
  stepStatements,
  type ImportRow,
} from '../../curation/history.js';
import type { Write } from './write.js';
import type { Origin } from './origin.js';
import { versionOfConsent } from '../row/consent-versions.js';
import { changedMeanwhile, updateOf, type Standing } from './update-of.js';
import type { Update } from './write.js';
import { profilesChanged } from '../../pseudonym/follow-pseudonyms.js';

/**
 * Writes what the network says, the profiles that follow from it, their revisions and the one index job,
 * all in the given transaction. A fixed number of statements, however many profiles.
 */
export async function applyWrites(
  tx: Transaction,
  contacts: ContactRepository,
  writes: readonly Write[],
  origin: Origin,
): Promise<void> {
  if (writes.length === 0) return;
  const changed = writes.filter(({ isNew }) => !isNew);
  const known = await lockSources(tx, idsOf(changed));
  const standings = await standingsOf(tx, known, origin);
  const updates = writes.map(
    (write) => write.first ?? updateOf(write, known.get(write.id), standings(write.id), origin),
  );
  const contactsById = new Map(writes.map(({ id, draft }) => [id, draft.contact]));
  const memberships = await contacts.inCuratorContext(
    tx,
    origin.by,
    origin.networkId,
    async (open) => {
      const { sql } = await open.stating(contactsById, idsOf(changed));
      return orTaken(
        pipeline(tx, statementsOf({ writes, changed, updates, contacts: sql }, origin)),
      );
    },
  );
  if (memberships.length < writes.length) throw changedMeanwhile();
  await profilesChanged(tx, idsOf(writes));
  await recordAudit(tx, origin.by, writes.map(auditRecord));
}

/** The rules of all networks that list these women, and their own word on being listed. One statement. */
export async function standingsOf(
  tx: Transaction,
  known: ReadonlyMap<string, Sourced>,
  origin: Origin,
): Promise<(id: string) => Standing> {
  if (known.size === 0) return () => ({ fourEyes: origin.fourEyes, objects: false });
  const networks = [...known.values()].flatMap(networkIdsOf);
  const [found] = await tx.query<{ strict: string[]; objecting: string[] }>(
    `SELECT ARRAY(SELECT id FROM network WHERE id = ANY($1::uuid[]) AND four_eyes) AS strict,
       ARRAY(SELECT mediator_id FROM consent_objection
             WHERE mediator_id = ANY($2::uuid[]) AND purpose = 'LISTED') AS objecting`,
    [[...new Set(networks)], [...known.keys()]],
  );
  const strict = new Set(found?.strict);
  const objecting = new Set(found?.objecting);
  return (id) => {
    const her = known.get(id);
    const fourEyes = her !== undefined && networkIdsOf(her).some((one) => strict.has(one));
    return { fourEyes: origin.fourEyes || fourEyes, objects: objecting.has(id) };
  };
}

interface Batch {
  readonly writes: readonly Write[];
  readonly changed: readonly Write[];
  readonly updates: readonly Update[];
  readonly contacts: Iterable<SqlStatement>;
}

/** All that is written in one go, and last what the network says, which gives a row for each membership. */
function* statementsOf(
  { writes, changed, updates, contacts }: Batch,
  origin: Origin,
): Generator<SqlStatement> {
  yield* profileStatements(writes, changed, updates, origin);
  yield* contacts;
  yield* historyStatements(writes, updates, origin);
  yield [
    changed.length > 0 ? AFFILIATIONS : FIRST_AFFILIATIONS,
    [origin.networkId, ...AFFILIATED.parameters(writes.map(affiliationRow))],
  ];
}

/** The profiles and the consents. */
function* profileStatements(
  writes: readonly Write[],
  changed: readonly Write[],
  updates: readonly Update[],
  { networkId, source, today }: Origin,
): Generator<SqlStatement> {
  yield* derivedStatements(
    updates.map(({ derived }) => derived),
    source,
  );
  const { count, lists } = consentColumns(writes);
  const given = [...lists, arrayText(Array.from({ length: count }, () => uuidv7()))];
  // Who is new has given no consent before, and refused none.
  if (changed.length > 0) {
    const kept = consentColumns(changed).lists;
    yield [WITHDRAW_CONSENTS, [idsOf(changed), networkId, source, ...kept]];
    yield [CONSENTS, [networkId, source, today, ...given]];
  } else yield [FIRST_CONSENTS, [networkId, source, today, ...given]];
}

function* historyStatements(
  writes: readonly Write[],
  updates: readonly Update[],
  { networkId, importId, fileName, by }: Origin,
): Generator<SqlStatement> {
  yield* changeStatements(updates.flatMap(({ changes }) => changes));
  yield* stepStatements(updates.flatMap(({ steps }) => steps));
  yield importStatement(writes.map(importRow), { networkId, importId, fileName, by: by.name });
}

const AFFILIATED = new Recordset(
  {
    id: 'uuid',
    mediator_id: 'uuid',
    external_id: 'text',
    role: 'text',
    since: 'date',
    asserted_digest: 'text',
    asserted: 'jsonb',
  },
  2,
);
/** `RETURNING` tells how many there are; with `ON CONFLICT` each row would be inserted in two steps. */
const FIRST_AFFILIATIONS = insertAffiliations('');
const AFFILIATIONS = insertAffiliations(`
ON CONFLICT (network_id, external_id) DO UPDATE SET role = excluded.role, since = excluded.since,
  asserted_digest = excluded.asserted_digest, asserted = excluded.asserted, asserted_at = excluded.asserted_at,
  status = 'verified', until = NULL
WHERE affiliation.mediator_id = excluded.mediator_id`);

function insertAffiliations(onConflict: string): string {
  return `
INSERT INTO affiliation (id, mediator_id, external_id, role, since, asserted_digest, asserted, network_id, asserted_at)
SELECT ${AFFILIATED.columns.join(', ')}, $1, now() FROM ${AFFILIATED.from}${onConflict} RETURNING id`;
}

/** Somebody else may have given another woman one of these numbers since it was looked for. */
async function orTaken<T>(written: Promise<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    const { driverError } = error as { readonly driverError?: { readonly constraint?: string } };
    throw driverError?.constraint === 'affiliation_external_id_unique' ? changedMeanwhile() : error;
  }
}

/**
 * Consent to another text, or of another day, is a consent of its own: the old one ends, its history stays.
 * A list ends what its own network recorded and nothing that she gave herself or another network recorded.
 */
const WITHDRAW_CONSENTS = `
UPDATE consent c SET withdrawn_at = now(), withdrawn_by = $3, withdrawn_channel = 'network'
WHERE mediator_id = ANY($1::uuid[]) AND withdrawn_at IS NULL AND network_id = $2 AND NOT EXISTS
  (SELECT FROM unnest($5::int[], $6::text[], $7::text[], $8::date[]) AS r(n, purpose, text_version, stated_on)
   WHERE ($4::uuid[])[n] = c.mediator_id AND r.purpose = c.purpose AND r.text_version = c.text_version
     AND coalesce(r.stated_on, c.given_on) = c.given_on)`;
const FIRST_CONSENTS = `
INSERT INTO consent (id, mediator_id, purpose, text_version, channel, recorded_by, network_id, given_on)
SELECT id, ($4::uuid[])[n], purpose, text_version, 'network', $2, $1, coalesce(stated_on, $3)
FROM unnest($5::int[], $6::text[], $7::text[], $8::date[], $9::uuid[])
  AS r(n, purpose, text_version, stated_on, id)`;
/** What she has said no to is not given again by a list, whatever stands there. */
const CONSENTS = `${FIRST_CONSENTS}
WHERE NOT EXISTS (SELECT FROM consent_objection o WHERE o.mediator_id = ($4::uuid[])[n] AND o.purpose = r.purpose)
ON CONFLICT (mediator_id, purpose) WHERE withdrawn_at IS NULL DO NOTHING`;

function auditRecord({ id, before, digest }: Write) {
  const action = 'profile.import';
  return { action, subjectKind: 'mediator', subjectId: id, beforeHash: before, afterHash: digest };
}

function importRow({ id, row }: Write): ImportRow {
  return { id: uuidv7(), mediator_id: id, row };
}

function affiliationRow({ id, draft, digest, statement }: Write) {
  return {
    id: uuidv7(),
    mediator_id: id,
    external_id: draft.externalId,
    role: draft.networkRole,
    since: draft.memberSince,
    asserted_digest: digest,
    asserted: statement,
  };
}

/**
 * Consents by column: the women, then whose of them, from 1 on, to what, by which text, and on which day, which is null
 * where the file does not say: the day of the import.
 */
function consentColumns(writes: readonly Write[]) {
  const places: number[] = [];
  const purposes: string[] = [];
  const versions: string[] = [];
  const days: (string | null)[] = [];
  for (const [before, { draft }] of writes.entries()) {
    for (const purpose of draft.consents) {
      places.push(before + 1);
      purposes.push(purpose);
      versions.push(versionOfConsent(draft.consentTextVersion, purpose));
      days.push(draft.consentOn);
    }
  }
  return {
    count: places.length,
    lists: [idsOf(writes), places, purposes, versions, days].map(arrayText),
  };
}

function idsOf(writes: readonly Write[]): string[] {
  return writes.map(({ id }) => id);
}
