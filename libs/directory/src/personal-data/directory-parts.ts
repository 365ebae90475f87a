import type { Transaction } from '#database';
import { organizationFacts, rowsOf, type PersonalDataPart } from '#identity';
import type { Vault } from '#vault';
import { ContactRepository } from '../contact/contact-repository.js';
import { readAccesses } from '../contact/read-accesses.js';
import { readConsents } from '../consent/consent-view.js';
import { namingHer } from '../mediator/naming-her.js';
import { readCorrections } from '../correction/correction-view.js';
import { SELECT_HER_NETWORKS, SELECT_HER_RECORDS } from '../mediator/read-models.js';
import { ProfileReader } from '../profile/profile-reader.js';
import type { ProfileRecord } from '../profile/profile-record.js';

/** What this module holds about a woman. */
export function directoryParts(vault: Vault): PersonalDataPart[] {
  const contacts = new ContactRepository(vault);
  const part = (
    name: string,
    tables: readonly string[],
    read: PersonalDataPart['read'],
  ): PersonalDataPart => ({ name, tables, read, erasure: 'goes-with-her-row' });
  return [
    part('profile', PROFILE_TABLES, async (tx, _viewer, id) => {
      const [record] = await new ProfileReader(tx).byIds([id]);
      if (!record) return null;
      const {
        consents: _told,
        networks: _toldToo,
        published: _toldAsWell,
        ...profile
      } = withoutLot(record);
      return profile;
    }),
    part('affiliations', ['affiliation'], async (tx, _viewer, id) =>
      rowsAs(
        tx,
        `SELECT to_jsonb(a) - '{mediator_id,asserted_digest}'::text[] || jsonb_build_object('network', n.slug) AS row
         FROM affiliation a JOIN network n ON n.id = a.network_id WHERE mediator_id = $1 ORDER BY n.slug`,
        id,
      ),
    ),
    part('contact', ['mediator_contact'], async (tx, viewer, id) => {
      const sources = await contacts.inSelfContext(tx, viewer, (open) => open.about([id]));
      return sources.map(({ networkId, contact, updatedAt }) => ({
        networkId,
        contact,
        updatedAt,
      }));
    }),
    part('contactChanges', ['contact_change'], rowsOf('contact_change')),
    part('contactAccesses', ['contact_access'], (tx, _viewer, id) => readAccesses(tx, vault, id)),
    part('consents', ['consent', 'consent_proof'], (tx, _viewer, id) =>
      readConsents(tx, vault, id),
    ),
    part('objections', ['consent_objection'], rowsOf('consent_objection')),
    part('audienceConsents', ['audience_consent'], rowsOf('audience_consent')),
    part('corrections', ['correction'], async (tx, _viewer, id) => {
      const found = await readCorrections(tx, vault, 'c.mediator_id = $1', [id]);
      return found.map(({ mediatorId: _hers, ...correction }) => correction);
    }),
    part('changes', ['profile_field_change'], rowsOf('profile_field_change', { by: OF_HER })),
    part('steps', ['profile_step'], rowsOf('profile_step', { by: OF_HER })),
    part('hidings', ['hiding_mediator'], (tx, _viewer, id) =>
      rowsAs(
        tx,
        `SELECT jsonb_build_object('stateBefore', state_before, 'hiddenAt', hidden_at, 'liftedAt', lifted_at) AS row
         FROM hiding_mediator JOIN hiding ON hiding.id = hiding_id WHERE mediator_id = $1 ORDER BY hiding_id`,
        id,
      ),
    ),
    {
      ...part('copies', ['issued_copy_mediator'], async (tx, _viewer, id) => {
        const rows = await tx.query<CopyRow>(
          `SELECT DISTINCT c.kind, c.format, n.slug AS network, c.organization_id AS "organizationId",
           c.contact_purpose AS "purpose", c.issued_at AS "issuedAt", c.recalled_at AS "recalledAt"
         FROM issued_copy_mediator i JOIN issued_copy c ON c.id = i.copy_id LEFT JOIN network n ON n.id = c.network_id
         WHERE i.mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY c.issued_at DESC`,
          [id],
        );
        const ids = rows.flatMap(({ organizationId }) => organizationId ?? []);
        const organizations = await organizationFacts(tx, ids);
        return rows.map(({ organizationId, ...copy }) => ({
          ...copy,
          organization: organizations.get(organizationId ?? '')?.name ?? null,
        }));
      }),
      // What she took away of herself names her; of what others took, her line goes with her row.
      erasure: async (tx, id) => {
        await tx.query(
          `DELETE FROM issued_copy c USING issued_copy_mediator i
           WHERE i.copy_id = c.id AND i.mediator_id = $1 AND c.kind = 'own-data'`,
          [id],
        );
      },
    },
    {
      name: 'imports',
      tables: ['profile_import'],
      read: rowsOf('profile_import', { by: OF_HER }),
      // Rows of hers go with her row. A file that is called after her stands in the history of others, too.
      erasure: forgetFilesNamedAfter,
    },
    part('evidence', ['profile_evidence'], rowsOf('profile_evidence', { by: OF_HER })),
    part('notes', ['profile_note'], rowsOf('profile_note', { by: OF_HER })),
    part('reminders', ['profile_reminder'], rowsOf('profile_reminder', { by: OF_HER })),
    part('merges', ['profile_merge'], async (tx, _viewer, id) => {
      const merged = await tx.query<{ id: string; mergedAt: string }>(
        `SELECT other_id AS id, merged_at::text AS "mergedAt" FROM profile_merge
         WHERE kept_id = $1 AND undone_at IS NULL ORDER BY id`,
        [id],
      );
      const records = await new ProfileReader(tx).byIds(merged.map((one) => one.id));
      return merged.map(({ id: other, mergedAt }) => {
        const record = records.find((one) => one.id === other);
        return { mergedAt, record: record ? withoutLot(record) : null };
      });
    }),
    // Why somebody found two records the same or different can tell of the other woman: those words stay where they are.
    part('linkDecisions', ['duplicate_pair', 'duplicate_decision'], async (tx, _viewer, id) =>
      rowsAs(
        tx,
        `SELECT jsonb_build_object('verdict', verdict, 'decidedBy', decided_by, 'decidedAt', decided_at) AS row
         FROM duplicate_decision d JOIN duplicate_pair p ON p.id = d.pair_id
         WHERE one_id IN (${SELECT_HER_RECORDS}) OR other_id IN (${SELECT_HER_RECORDS}) ORDER BY d.id`,
        id,
      ),
    ),
    part('linkAnswers', ['duplicate_pair'], (tx, _viewer, id) =>
      rowsAs(
        tx,
        `SELECT jsonb_build_object('answer', state, 'foundAt', found_at, 'told',
           ARRAY(SELECT n.slug FROM network n WHERE n.id = ANY(told) ORDER BY 1)) AS row
         FROM duplicate_pair WHERE for_id IN (${SELECT_HER_RECORDS}) ORDER BY id`,
        id,
      ),
    ),
    part(
      'linkLooks',
      ['duplicate_look'],
      rowsOf('duplicate_look', { by: OF_HER, without: ['id'] }),
    ),
    part('exchangeConsents', ['exchange_consent'], (tx, _viewer, id) =>
      rowsAs(
        tx,
        `SELECT jsonb_build_object('directory', p.name, 'agreed', agreed, 'textVersion', text_version, 'language', language,
           'statedAt', stated_at) AS row
         FROM exchange_consent e JOIN exchange_partner p ON p.id = e.partner_id
         WHERE mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY e.id`,
        id,
      ),
    ),
    part('exchangesUnderWay', ['exchange_entry'], (tx, _viewer, id) =>
      rowsAs(
        tx,
        `SELECT DISTINCT jsonb_build_object('directory', p.name, 'begunAt', r.begun_at) AS row
         FROM exchange_entry e JOIN exchange_run r ON r.id = e.run_id JOIN exchange_partner p ON p.id = r.partner_id
         WHERE mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY 1`,
        id,
      ),
    ),
    part('listedElsewhere', ['listed_elsewhere'], (tx, _viewer, id) =>
      rowsAs(
        tx,
        `SELECT jsonb_build_object('directory', p.name, 'answer', state, 'foundAt', found_at, 'told',
           ARRAY(SELECT n.slug FROM network n WHERE n.id = ANY(told) ORDER BY 1)) AS row
         FROM listed_elsewhere l JOIN exchange_partner p ON p.id = l.partner_id
         WHERE mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY l.id`,
        id,
      ),
    ),
    part('codeName', ['pseudonym'], (tx, _viewer, id) =>
      rowsAs(
        tx,
        `SELECT jsonb_build_object('asks', p.asks, 'published', c.published) AS row FROM pseudonym p
         LEFT JOIN pseudonym_class c ON c.id = p.class_id WHERE p.mediator_id = $1`,
        id,
      ),
    ),
    part('revisions', ['profile_revision'], rowsOf('profile_revision')),
    {
      name: 'importsUnderWay',
      tables: ['import_seen', 'import_reject'],
      read: async (tx, _viewer, id) =>
        rowsAs(tx, `SELECT jsonb_build_object('externalId', s.external_id) AS row ${SEEN}`, id),
      erasure: async (tx, id) => {
        await tx.query(
          `DELETE FROM import_seen WHERE (network_id, external_id) IN (SELECT s.network_id, s.external_id ${SEEN})`,
          [id],
        );
        // Nothing tells of whom what was refused speaks, so it goes as a whole.
        await tx.query(`DELETE FROM import_reject WHERE network_id IN (${SELECT_HER_NETWORKS})`, [
          id,
        ]);
      },
    },
  ];
}

async function forgetFilesNamedAfter(tx: Transaction, mediatorId: string): Promise<void> {
  const isNamed = await namingHer(tx, mediatorId);
  const files = await tx.query<{ name: string }>(
    `SELECT DISTINCT file_name AS name FROM profile_import WHERE network_id IN (${SELECT_HER_NETWORKS}) AND file_name IS NOT NULL`,
    [mediatorId],
  );
  const named = files.map(({ name }) => name).filter(isNamed);
  if (named.length === 0) return;
  await tx.query(
    `UPDATE profile_import SET file_name = NULL WHERE network_id IN (${SELECT_HER_NETWORKS}) AND file_name = ANY ($2)`,
    [mediatorId, named],
  );
}

interface CopyRow {
  readonly kind: string;
  readonly format: string;
  readonly network: string | null;
  readonly organizationId: string | null;
  readonly purpose: string | null;
  readonly issuedAt: Date;
  readonly recalledAt: Date | null;
}

/** What breaks ties in rankings says nothing of her: whoever knows it could tell her by her place among equals. */
function withoutLot({ lot: _secret, ...record }: ProfileRecord): Omit<ProfileRecord, 'lot'> {
  return record;
}

/** Rows of her record and of those that were merged into it. */
const OF_HER =
  'mediator_id = $1 OR mediator_id IN (SELECT id FROM mediator WHERE merged_into = $1)';

const PROFILE_TABLES = [
  'mediator',
  'mediator_language',
  'mediator_territory',
  'mediator_expertise',
  'experience',
];

const SEEN = `FROM import_seen s JOIN affiliation a ON (a.network_id, a.external_id) = (s.network_id, s.external_id)
  WHERE a.mediator_id = $1 OR a.mediator_id IN (SELECT id FROM mediator WHERE merged_into = $1)`;

async function rowsAs(
  tx: { query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> },
  sql: string,
  mediatorId: string,
): Promise<unknown[]> {
  const rows = await tx.query<{ row: unknown }>(sql, [mediatorId]);
  return rows.map(({ row }) => row);
}
