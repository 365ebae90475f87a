import { createHash } from 'node:crypto';
import { NO_TERMS } from '#introductions';
import type { Sealer } from '#vault';
import { Client } from 'pg';
import { idOf } from './ids.js';
import type { HiddenNeed } from './others.js';
import { FORGET_HIDDEN_WPS, FORGET_WPS, hiddenWpsRows, ownWpsRows, underHiddenWps } from './wps.js';
import { NETWORKS, type NetworkSlug, type Woman } from './women.js';

/** Ids of what stays the same in all directories of a run. */
export interface Places {
  readonly networks: Readonly<Record<NetworkSlug, string>>;
  /** Of the organizer whose own needs are in every directory. */
  readonly own: string;
  readonly others: string;
  /** Of an account that has an alert of one of the own needs. */
  readonly alerted: string;
  readonly sealer: Sealer;
  /** Of an address with which women apply, and which another network may know or not. */
  readonly knownAddress: Buffer;
}

type Rows = readonly Readonly<Record<string, unknown>>[];

const NOTHING_HIDDEN_STAYS = [
  'DELETE FROM team_run',
  'DELETE FROM staged_import',
  'DELETE FROM need',
  'DELETE FROM peace_process',
  'DELETE FROM mediator',
  'DELETE FROM followed_profile',
  'DELETE FROM feed_batch',
  'DELETE FROM search_withheld',
  'DELETE FROM import_reject',
  'DELETE FROM membership_application',
  'DELETE FROM membership_call',
  'DELETE FROM pseudonym_class',
  ...FORGET_WPS,
];

/** A call of the network whose coordinator asks, and what she sees of it. */
export const OPEN_CALL = idOf(30, 0);
export const OWN_APPLICATION = idOf(31, 0);
/** Of another network. */
export const HIDDEN_CALL = idOf(30, 1);
export const HIDDEN_APPLICATION = idOf(32, 0);

/** Of a shortlist of others with the viewer's organization, and with another. */
export const OWN_SHARE = idOf(27, 0);
export const HIDDEN_SHARE = idOf(28, 0);

/** What another network found out about two records of its list. */
export const HIDDEN_LINK = idOf(33, 0);

const WOMAN = 1;
/** More women than any directory of a run has. */
const MOST_WOMEN = 100;

/** Like drawn by lot, and the same in every run. */
function drawn(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Writes directories as their owner, past the services: quickly, and whatever the rules of writing are. */
export class DirectoryStore {
  /** Place of the directory's first woman among those of the whole run: nobody's id is ever used again. */
  private first = 0;

  private constructor(
    private readonly client: Client,
    private readonly places: Places,
  ) {}

  static async open(url: string, places: Places): Promise<DirectoryStore> {
    const client = new Client({ connectionString: url });
    await client.connect();
    return new DirectoryStore(client, places);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  /** Id inside of the n-th woman of this directory. */
  womanId(n: number): string {
    return idOf(WOMAN, this.first + n);
  }

  /** What the n-th woman is known by outside. In no order of anything. */
  publicId(n: number): string {
    return drawn(`public ${this.first + n}`);
  }

  /** Leaves nothing of the directory before. */
  async clear(): Promise<void> {
    this.first += MOST_WOMEN;
    for (const statement of NOTHING_HIDDEN_STAYS) await this.client.query(statement);
  }

  /** As if the time had come at which all that was found is told. */
  async tellAtOnce(): Promise<void> {
    for (const table of ['feed_batch', 'followed_profile']) {
      await this.client.query(`UPDATE ${table} SET told_at = '2026-01-01'`);
    }
    await this.client.query(
      `UPDATE webhook_delivery SET due_at = '2026-01-01' WHERE state = 'waiting'`,
    );
  }

  async forgetQuarters(): Promise<void> {
    await this.client.query('DELETE FROM exposure_quarter');
    await this.client.query('DELETE FROM metric_quarter');
    await this.client.query('DELETE FROM scarcity_quarter');
  }

  /** Makes or changes these women, by their places. */
  async write(women: readonly (readonly [number, Woman])[]): Promise<void> {
    const ids = women.map(([n]) => this.womanId(n));
    await this.client.query('BEGIN');
    await this.upsertMediators(
      women.map(([n, woman]) => ({ id: this.womanId(n), ...this.columnsOf(n, woman) })),
    );
    const parts = women.map(([n, woman]) => this.partsOf(n, woman));
    for (const table of Object.keys(parts[0] ?? {})) {
      await this.client.query(`DELETE FROM ${table} WHERE mediator_id = ANY($1)`, [ids]);
      await this.insert(
        table,
        parts.flatMap((each) => each[table] ?? []),
      );
    }
    await this.client.query('COMMIT');
  }

  /** What organizers other than the viewer hold. */
  async writeHidden(needs: readonly HiddenNeed[], women: number, owner: string): Promise<void> {
    const of = (n: number) => n % women;
    const rows = needs.map((need, i) => ({ need, id: idOf(20, i), list: idOf(21, i) }));
    await this.client.query('BEGIN');
    // How often a form was sent is counted for an hour, and is not what is asked about.
    await this.client.query('DELETE FROM attempt');
    await this.client.query('DELETE FROM membership_application WHERE call_id = $1', [HIDDEN_CALL]);
    await this.client.query('DELETE FROM membership_call WHERE id = $1', [HIDDEN_CALL]);
    await this.client.query(`DELETE FROM team_run WHERE asked_by = 'user:other'`);
    await this.client.query(`DELETE FROM need WHERE created_by = 'hidden'`);
    await this.client.query(`DELETE FROM peace_process WHERE slug LIKE 'hidden-%'`);
    await this.insert(
      'peace_process',
      rows.map(({ need, id }, i) => ({
        ...processOf(id, `hidden-${i}`, need.title),
        organization_id: owner,
        archived_at: need.kept ? '2026-07-01T00:00:00Z' : null,
      })),
    );
    await this.insert(
      'need',
      rows.map(({ need, id }, i) => ({
        ...needOf(id, `hidden-${i}`, need.title, owner),
        ...stateOf(need.state),
        confidentiality: need.confidentiality,
        peace_process_id: id,
        created_by: 'hidden',
        criteria: criteriaOf(need.languages, need.territories),
      })),
    );
    const { sealer, networks } = this.places;
    await this.client.query(`DELETE FROM hiding WHERE hidden_by = 'user:hidden'`);
    await this.client.query(`DELETE FROM issued_copy WHERE issued_to = 'user:hidden'`);
    await this.client.query(`DELETE FROM breach WHERE opened_by = 'user:hidden'`);
    await this.insert(
      'hiding',
      rows.map((_, i) => ({
        id: idOf(30, i),
        network_id: networks.acacia,
        reason: 'threat',
        hidden_by: 'user:hidden',
      })),
    );
    await this.insert(
      'issued_copy',
      rows.map((_, i) => ({
        id: idOf(31, i),
        kind: 'network-list',
        format: 'csv',
        source_id: idOf(31, i),
        issued_to: 'user:hidden',
        network_id: networks.acacia,
        issued_on: '2026-11-01',
        told: {},
      })),
    );
    await this.insert(
      'breach',
      rows.map(({ need }, i) => ({
        id: idOf(37, i),
        cause: 'mistake',
        began_on: '2026-10-01',
        ended_on: '2026-10-02',
        known_at: '2026-10-03T00:00:00Z',
        advice: '{call-your-network}',
        women: 1,
        opened_by: 'user:hidden',
        opened_at: '2026-10-03T00:00:00Z',
        key_id: sealer.keyId,
        sealed: hexOf(
          sealer.seal(
            JSON.stringify({ what: need.title, consequences: '', measures: '' }),
            `breach:${idOf(37, i)}`,
          ).bytes,
        ),
      })),
    );
    await this.insert(
      'breach_mediator',
      rows.map((_, i) => ({
        breach_id: idOf(37, i),
        mediator_id: this.womanId(of(i)),
        facts: '{contact}',
      })),
    );
    await this.insert(
      'terms_version',
      rows.map(({ need, id }) => ({
        id,
        need_id: id,
        revision: 1,
        key_id: sealer.keyId,
        sealed: hexOf(
          sealer.seal(JSON.stringify({ ...NO_TERMS, purpose: need.title }), `terms_version:${id}`)
            .bytes,
        ),
        created_by: 'hidden',
      })),
    );
    await this.insert(
      'exposure',
      rows.flatMap(({ need, id }) => [
        ...unique(need.shown.map((each) => ({ ...each, of: of(each.woman) }))).map((each) => ({
          need_id: id,
          ...this.known(each.of),
          kind: 'shown',
          rank: each.rank,
          at: new Date(Date.now() - each.days * 86_400_000).toISOString(),
        })),
        ...unique(need.shortlisted.map((n) => ({ of: of(n) }))).map((each) => ({
          need_id: id,
          ...this.known(each.of),
          kind: 'shortlisted',
          rank: 1,
          at: '2026-08-01T00:00:00Z',
        })),
      ]),
    );
    const listed = rows.filter(({ need }) => need.shortlisted.length > 0);
    await this.insert(
      'shortlist',
      listed.map(({ id, list }) => shortlistOf(list, id)),
    );
    const entries = listed.flatMap(({ need, list }, i) =>
      unique(need.shortlisted.map((n) => ({ of: of(n) }))).map((each, j) => ({
        ...this.entryOf(idOf(22, i * 100 + j), list, each.of, j + 1),
        kept: need.kept,
      })),
    );
    await this.insertEntries(entries);
    await this.insert(
      'shortlist_share',
      listed.map(({ list }, i) => shareOf(idOf(28, i), list, owner)),
    );
    await this.insert(
      'team_run',
      rows.flatMap(({ need }, i) =>
        need.team ? [{ ...teamOf(idOf(24, i)), asked_by: 'user:other', state: 'cancelled' }] : [],
      ),
    );
    if (needs.length > 0) {
      await this.insert('membership_call', [this.callOf(HIDDEN_CALL, 'acacia', 'draft')]);
      await this.insert(
        'membership_application',
        needs.map(({ title }, i) => this.applicationOf(idOf(32, i), HIDDEN_CALL, title)),
      );
    }
    await this.writeLists(needs, women);
    await this.writeLinks(needs, women);
    await this.writeListings(needs, women);
    for (const statement of FORGET_HIDDEN_WPS) await this.client.query(statement);
    await this.insertAll(hiddenWpsRows(needs));
    for (const statement of underHiddenWps(needs)) await this.client.query(statement);
    await this.client.query('COMMIT');
  }

  /** Pairs of records that another network has decided about. */
  private async writeLinks(needs: readonly HiddenNeed[], women: number): Promise<void> {
    await this.client.query('DELETE FROM duplicate_pair WHERE id = $1', [HIDDEN_LINK]);
    const [one_id, other_id] = [0, 1 % women].map((n) => this.womanId(n)).toSorted();
    if (needs.length === 0 || one_id === other_id) return;
    await this.insert('duplicate_pair', [
      {
        id: HIDDEN_LINK,
        network_id: this.places.networks.acacia,
        across: needs.length % 2 === 0,
        one_id,
        other_id,
        weight: 1_000 * needs.length,
        model: needs[0]?.title ?? '',
        bars: '[]',
        state: needs.length % 3 === 0 ? 'same' : 'different',
        revision: needs.length,
      },
    ]);
  }

  /** What women have told another network of other directories, and agreed to. */
  private async writeListings(needs: readonly HiddenNeed[], women: number): Promise<void> {
    for (const table of ['listed_elsewhere', 'exchange_consent', 'exchange_partner']) {
      await this.client.query(`DELETE FROM ${table}`);
    }
    const partner_id = idOf(34, 0);
    await this.insert('exchange_partner', [
      { id: partner_id, name: 'Another', public_key: 'key', most: 10, telephones: false },
    ]);
    const about = needs
      .slice(0, women)
      .map((_, n) => ({ mediator_id: this.womanId(n), partner_id, n }));
    await this.insert(
      'exchange_consent',
      about.map(({ n, ...of }) => ({
        ...of,
        id: idOf(35, n),
        agreed: true,
        text_version: '2026-11',
        language: 'en',
      })),
    );
    await this.insert(
      'listed_elsewhere',
      about.map(({ n, ...of }) => ({
        ...of,
        id: idOf(36, n),
        state: n % 2 === 0 ? 'same' : 'open',
        told: n % 2 === 0 ? `{${this.places.networks.acacia}}` : '{}',
      })),
    );
    await this.client.query(
      'UPDATE listed_elsewhere l SET told_as = m.public_id FROM mediator m WHERE m.id = l.mediator_id',
    );
  }

  /** Lists that other networks have uploaded, with rows about women of the directory. */
  private async writeLists(needs: readonly HiddenNeed[], women: number): Promise<void> {
    await this.client.query(`DELETE FROM staged_import WHERE uploaded_by = 'user:other'`);
    const lists = needs.map((need, i) => ({ need, id: idOf(25, i) }));
    await this.insert(
      'staged_import',
      lists.map(({ need, id }) => ({
        id,
        network_id: this.places.networks.acacia,
        file_name: `${need.title || 'list'}.csv`,
        format: 'csv',
        state: need.kept ? 'checked' : 'applied',
        uploaded_by: 'user:other',
        expires_at: '2099-01-01T00:00:00Z',
      })),
    );
    await this.insert(
      'staged_row',
      lists.flatMap(({ need, id }, i) =>
        unique(need.shortlisted.map((n) => ({ of: n % women }))).map((each, j) => ({
          id: idOf(26, i * 100 + j),
          import_id: id,
          ordinal: j,
          row: j + 2,
          status: need.kept ? 'changed' : 'updated',
          mediator_id: this.womanId(each.of),
        })),
      ),
    );
  }

  /** The organizer's own needs, with whom she was shown and whom she chose; and public ones of others. */
  async writeOwn(women: number): Promise<void> {
    const { own, others } = this.places;
    await this.client.query('BEGIN');
    await this.insert('peace_process', [
      { ...processOf(idOf(10, 0), 'own-process', 'Own talks'), organization_id: own },
      { ...processOf(idOf(10, 1), 'open-process', 'Open talks'), organization_id: null },
    ]);
    const need = (n: number, more: object) => ({
      ...needOf(idOf(11, n), `own-${n}`, `Need ${n}`, own),
      created_by: 'own',
      criteria: criteriaOf(['en', 'fr'], ['ML']),
      ...more,
    });
    await this.insert('need', [
      need(0, { confidentiality: 'restricted', peace_process_id: idOf(10, 0) }),
      need(1, { ...stateOf('shortlisting'), confidentiality: 'restricted' }),
      need(2, { organization_id: others, created_by: 'public', confidentiality: 'public' }),
      need(3, { ...stateOf('shortlisting'), organization_id: others, created_by: 'shared' }),
    ]);
    // Another organization's briefing of women of all networks: a network is told how many of its own are in it.
    const briefing = idOf(32, 0);
    await this.client.query('DELETE FROM issued_copy WHERE id = $1', [briefing]);
    await this.insert('issued_copy', [
      {
        id: briefing,
        kind: 'briefing',
        format: 'pdf',
        source_id: briefing,
        issued_to: 'user:reader',
        organization_id: others,
        issued_on: '2026-11-01',
        issued_at: '2026-11-01T12:00:00Z',
        told: Object.fromEntries(Object.values(this.places.networks).map((id) => [id, 5])),
      },
    ]);
    await this.insert(
      'issued_copy_mediator',
      Array.from({ length: women }, (_, n) => ({
        copy_id: briefing,
        mediator_id: this.womanId(n),
      })),
    );
    await this.insert(
      'exposure',
      Array.from({ length: Math.min(women, 8) }, (_, n) => ({
        need_id: idOf(11, 1),
        ...this.known(n),
        kind: 'shown',
        rank: n + 1,
        at: new Date(Date.now() - 30 * 86_400_000).toISOString(),
      })),
    );
    const told = '2026-08-03T06:00:00Z';
    await this.insert('need_watch', [{ need_id: idOf(11, 0), asked: '', news_at: told }]);
    await this.insert('need_alert', [
      { need_id: idOf(11, 0), account_id: this.places.alerted, rhythm: 'daily', told_at: told },
    ]);
    await this.insert(
      'need_watch_woman',
      Array.from({ length: Math.min(women, 8) }, (_, n) => ({
        need_id: idOf(11, 0),
        ...this.known(n),
        found_at: told,
        news: true,
      })),
    );
    await this.insert('membership_call', [this.callOf(OPEN_CALL, 'fjord')]);
    await this.insert('membership_application', [
      this.applicationOf(OWN_APPLICATION, OPEN_CALL, 'Amina Diallo'),
    ]);
    await this.insert('shortlist', [shortlistOf(idOf(12, 0), idOf(11, 1))]);
    await this.insertEntries(
      Array.from({ length: Math.min(women, 8) }, (_, n) => ({
        ...this.entryOf(idOf(13, n), idOf(12, 0), n, n + 1),
        kept: n % 2 === 0,
      })),
    );
    // Of others, who share it.
    await this.insert('shortlist', [shortlistOf(idOf(12, 1), idOf(11, 3))]);
    await this.insertEntries(
      Array.from({ length: Math.min(women, 8) }, (_, n) => ({
        ...this.entryOf(idOf(14, n), idOf(12, 1), n, n + 1),
        kept: n % 2 === 1,
      })),
    );
    await this.insert('shortlist_share', [shareOf(OWN_SHARE, idOf(12, 1), own)]);
    await this.insertAll(ownWpsRows(own, others));
    await this.client.query('COMMIT');
  }

  private async insertAll(tables: Readonly<Record<string, Rows>>): Promise<void> {
    for (const [table, rows] of Object.entries(tables)) await this.insert(table, rows);
  }

  private async insertEntries(entries: readonly (Rows[number] & { kept: boolean })[]) {
    await this.insert(
      'shortlist_entry',
      entries.map(({ kept: _kept, ...entry }) => entry),
    );
    await this.insert(
      'shortlist_feedback',
      entries.map(({ id, kept }) => ({
        id: String(id).replace(/^0192(\d{4})/, '0193$1'),
        entry_id: id,
        verdict: kept ? 'kept' : 'dropped',
        reasons: kept ? ['experience'] : ['not-available'],
        given_by: 'user:other',
        given_at: '2026-08-02T00:00:00Z',
      })),
    );
  }

  private async upsertMediators(rows: Rows): Promise<void> {
    const columns = Object.keys(rows[0] ?? {});
    // The database gives a new public id by itself where one is due.
    const changed = columns.filter((column) => !['id', 'public_id', 'lot'].includes(column));
    await this.client.query(
      `INSERT INTO mediator (${columns.join()}) SELECT ${columns.join()}
       FROM json_populate_recordset(NULL::mediator, $1)
       ON CONFLICT (id) DO UPDATE SET (${changed.join()}) = ROW(${changed.map((c) => `excluded.${c}`).join()})`,
      [JSON.stringify(rows)],
    );
  }

  private async insert(table: string, rows: Rows): Promise<void> {
    if (rows.length === 0) return;
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    await this.client.query(
      `INSERT INTO ${table} (${columns.join()}) SELECT ${columns.join()}
       FROM json_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }

  private partsOf(n: number, { shape, held }: Woman): Record<string, Rows> {
    const { inner } = held;
    const hers = { mediator_id: this.womanId(n) };
    const purposes = [
      ...(shape.listed ? ['LISTED'] : []),
      ...(shape.matched ? ['MATCHED'] : []),
      ...(shape.linked ? ['LINKED'] : []),
      ...inner.otherConsents,
    ];
    const slugs = NETWORKS.filter(
      (slug) => shape.networks.includes(slug) || (inner.proposed && slug === 'baobab'),
    );
    const { sealer } = this.places;
    const key = { key_id: sealer.keyId };
    const sealed = (text: string, place: string) => hexOf(sealer.seal(text, place).bytes);
    const at = (kind: number, i = 0) => idOf(kind, (this.first + n) * 10 + i);
    return {
      mediator_language: held.languages.map(({ code, level }) => ({
        ...hers,
        language: code,
        level,
      })),
      mediator_territory: held.territories.map((territory) => ({ ...hers, territory })),
      mediator_expertise: held.expertise.map(({ code, level }) => ({
        ...hers,
        expertise: code,
        level,
      })),
      experience: held.experience.map((name, ordinal) => ({
        ...hers,
        ordinal,
        process_name: name,
        process_type: 'ceasefire',
        role: 'adviser',
        track: '2',
        territory: 'ML',
        year_from: 2010,
        year_to: 2014,
      })),
      affiliation: slugs.map((slug, i) => ({
        id: at(2, i),
        ...hers,
        network_id: this.places.networks[slug],
        external_id: `${inner.externalId}-${n}`,
        role: 'member',
        status: shape.networks.includes(slug) ? 'verified' : 'proposed',
        since: '2020-05-01',
        precedence: i,
        asserted: { fullName: inner.statement },
        asserted_at: '2026-01-01T00:00:00Z',
      })),
      consent: purposes.map((purpose, i) => ({
        id: at(3, i),
        ...hers,
        purpose,
        text_version: '1',
        channel: 'network',
        recorded_by: 'test',
        given_on: '2026-01-01',
      })),
      consent_objection: inner.objection
        ? [{ ...hers, purpose: 'CONTACTED', stated_at: '2026-01-01T00:00:00Z', stated_by: 'test' }]
        : [],
      profile_note: inner.note
        ? [{ id: at(4), ...hers, text: inner.note, written_by: 'test', written_at: '2026-01-01' }]
        : [],
      profile_evidence: inner.evidence
        ? [
            {
              id: at(5),
              ...hers,
              kind: 'reference',
              text: inner.evidence,
              recorded_by: 'test',
              recorded_at: '2026-01-01',
            },
          ]
        : [],
      profile_field_change: [
        {
          id: at(6),
          ...hers,
          revision: 1,
          field: 'fullName',
          before: null,
          after: JSON.stringify(inner.statement),
          source: 'herself',
          changed_by: 'test',
          changed_at: '2026-01-01',
        },
      ],
      correction: inner.correction
        ? [
            {
              id: at(7),
              ...hers,
              ...key,
              field: 'years',
              request: sealed('Seven years, not nine.', `correction:${at(7)}:request`),
              state: 'open',
              requested_at: '2026-01-01',
            },
          ]
        : [],
      mediator_contact: inner.contact
        ? [
            {
              id: at(8),
              ...hers,
              ...key,
              network_id: null,
              sealed: sealed(JSON.stringify({ phone: inner.contact }), `mediator_contact:${at(8)}`),
              email_index: inner.correction ? hexOf(this.places.knownAddress) : null,
              updated_at: '2026-01-01',
            },
          ]
        : [],
    };
  }

  private columnsOf(n: number, { shape, held }: Woman): Record<string, unknown> {
    const { inner } = held;
    const { audience } = shape;
    return {
      public_id: this.publicId(n),
      lot: drawn(`lot ${this.publicId(n)}`),
      state: shape.merged && n > 0 ? 'withdrawn' : shape.state,
      merged_into: shape.merged && n > 0 ? this.womanId(0) : null,
      pseudonymous: shape.pseudonymous,
      audience,
      full_name: held.fullName,
      display_name: held.displayName,
      name_variants: held.nameVariants,
      code_name: held.codeName,
      nationalities: held.nationalities,
      residence: held.residence,
      birth_year: held.birthYear,
      years: held.years,
      tracks: held.tracks,
      roles: held.roles,
      supports: held.supports,
      availability_band: held.availabilityBand,
      available: held.available,
      notice_days: held.noticeDays,
      working_mode: held.workingMode,
      biography: held.biography,
      education: held.education,
      publications: held.publications,
      training: held.training,
      ruled_out: held.ruledOut,
      confirmed_on: held.confirmedOn,
      created_at: `${inner.createdOn}T00:00:00Z`,
      revision: inner.revision,
      completeness: inner.completeness,
      conflicts: inner.conflicts,
      asserted: { fullName: inner.statement },
      asserted_at: '2026-01-01T00:00:00Z',
    };
  }

  /** Everybody may read an open one. */
  private callOf(id: string, network: NetworkSlug, state: 'draft' | 'open' = 'open') {
    return {
      id,
      network_id: this.places.networks[network],
      state,
      titles: { en: `Call of ${network}` },
      criteria: { en: 'Women who mediate.' },
      languages: ['en'],
      opens_on: '2026-01-01',
      created_by: 'test',
      created_at: '2026-01-01T00:00:00Z',
      revision: 1,
    };
  }

  /** One that waits for an answer, with an address that others may know. */
  private applicationOf(id: string, call: string, fullName: string) {
    const { sealer, knownAddress } = this.places;
    const applicant = { changes: { fullName }, contact: {}, consents: [] };
    const contents = JSON.stringify({ token: id, applicant, words: null });
    return {
      id,
      call_id: call,
      state: 'submitted',
      locale: 'en',
      token_hash: hexOf(Buffer.from(id)),
      // A woman applies to a call once.
      email_index: call === OPEN_CALL ? hexOf(knownAddress) : null,
      key_id: sealer.keyId,
      sealed: hexOf(sealer.seal(contents, `membership_application:${id}`).bytes),
      created_at: '2026-01-02T00:00:00Z',
      confirmed_at: '2026-01-02T00:00:00Z',
      revision: 2,
    };
  }

  /** Her key, and what she was called when she was shown. */
  private known(n: number) {
    return { mediator_id: this.womanId(n), public_id: this.publicId(n) };
  }

  private entryOf(id: string, list: string, woman: number, rank: number) {
    return {
      id,
      shortlist_id: list,
      ...this.known(woman),
      rank,
      score: 500_000,
      total: 125_000_000,
      model_version: 1,
      considered: 20,
      eligible: 10,
      contributions: [],
      asked: { date: '2026-12-10', hard: {}, soft: { years: 5 }, territories: ['ML'] },
      added_by: 'test',
      added_at: '2026-08-01T00:00:00Z',
    };
  }
}

/** As PostgreSQL reads bytes. */
function hexOf(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

function processOf(id: string, slug: string, name: string): Record<string, unknown> {
  return {
    id,
    slug,
    name,
    territories: ['ML'],
    parties: 'Two',
    lead: 'AU',
    type: 'ceasefire',
    phase: 'negotiation',
    year_from: 2025,
    themes: [],
    languages: ['fr'],
  };
}

function needOf(id: string, slug: string, title: string, organization: string) {
  return {
    id,
    slug,
    title,
    brief: 'ceasefire in the Sahel',
    confidentiality: 'restricted',
    ...stateOf('open'),
    organization_id: organization,
    wanted: 2,
    fictional: false,
    revision: 1,
    created_at: '2026-07-01T00:00:00Z',
    updated_at: '2026-07-01T00:00:00Z',
  };
}

/** With the times that go with the state of a need. */
function stateOf(state: string) {
  const at = '2026-07-01T00:00:00Z';
  return {
    state,
    opened_at: state === 'draft' ? null : at,
    closed_at: state === 'filled' || state === 'cancelled' ? at : null,
  };
}

function criteriaOf(languages: readonly string[], territories: readonly string[]) {
  return {
    date: '2026-12-10',
    hard: {},
    soft: {
      years: 5,
      languages: languages.map((code) => ({ code })),
      territories: territories.map((code) => ({ code })),
    },
    ...(territories.length > 0 && { territories }),
  };
}

function shortlistOf(id: string, needId: string) {
  return {
    id,
    need_id: needId,
    title: 'First choice',
    state: 'open',
    revision: 1,
    created_by: 'test',
    created_at: '2026-08-01T00:00:00Z',
  };
}

function shareOf(id: string, shortlistId: string, readers: string) {
  return {
    id,
    shortlist_id: shortlistId,
    organization_id: readers,
    shared_by: 'user:other',
    shared_at: '2026-08-01T00:00:00Z',
  };
}

function teamOf(id: string) {
  return {
    id,
    clearance: 'VETTED',
    need: criteriaOf(['en'], []),
    request: { size: 2 },
    time_limit: 5,
    cancel_requested: true,
    created_at: '2026-08-01T00:00:00Z',
    ended_at: '2026-08-01T00:00:00Z',
  };
}

function unique<T extends { readonly of: number }>(list: readonly T[]): T[] {
  return [...new Map(list.map((each) => [each.of, each])).values()];
}
