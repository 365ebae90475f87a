import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { RETENTION_RULES } from '#database';
import { ColumnMap, importProfiles, rowsFromRecords } from '#directory';
import { OPERATOR, type Viewer } from '#identity';
import { AppliedRows, CheckedRows, ImportRunner } from '#imports';
import { makeAccount } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { TODAY } from '../../support/fill.js';
import { form, uploading } from '../../support/uploading.js';
import { partsOf, zipOf } from '../../support/workbook.js';
import { administratorViewer, coordinatorViewer, viewersOfTest } from '../../support/viewers.js';

const HEADER =
  'Member no,Name,Languages,Countries,Topics,Consent,E-mail,Pseudonymous,Code name,Ruled out,Consent date';
const list = (...rows: string[]) => [HEADER, ...rows].join('\n');
const AMINA =
  'A-1,Amina Diallo,French (C1),Mali,Ceasefires,LISTED; MATCHED,amina@example.org,,,,2024-01-02';
const BINTA =
  'A-2,Binta Traoré,Bambara (native),Mali,Ceasefires,LISTED,binta@example.org,,,,2024-01-02';

/** A class of those who follow an import. */
interface Follower {
  readonly prototype: object;
}
type Method = (...all: unknown[]) => Promise<unknown>;

/** Does something around a method, which `go` calls. */
function around(
  { prototype }: Follower,
  method: string,
  work: (go: () => Promise<unknown>) => Promise<unknown>,
) {
  const was = Reflect.get(prototype, method) as Method;
  return jest
    .spyOn(prototype as Record<string, Method>, method)
    .mockImplementation(async function following(this: unknown, ...all) {
      return work(() => Reflect.apply(was, this, all));
    });
}

/** Tables and columns in which something of an uploaded list is kept. */
const KEPT = [
  'staged_import',
  'staged_part',
  'staged_fix',
  'staged_row',
  'import_memory',
  'import_reject',
  'import_seen',
  'profile_import',
  'audit_entry',
];

describe('an uploaded list, under attack', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let lists: ReturnType<typeof uploading>;
  let coordinator: Viewer;
  let colleague: Viewer;
  let networkId: string;
  let otherId: string;

  const query = async <T>(sql: string, ...parameters: unknown[]): Promise<T[]> =>
    api.services.database.query<T>(sql, parameters);
  const idOf = async (number: string): Promise<string> => {
    const [row] = await query<{ id: string }>(
      'SELECT mediator_id AS id FROM affiliation WHERE external_id = $1 AND network_id = $2',
      number,
      networkId,
    );
    return row?.id ?? '';
  };
  /** All that is kept in the clear. */
  const inTheClear = async (): Promise<string> => {
    const texts = await Promise.all(
      KEPT.map((table) =>
        api.asOwner<{ all: string | null }>(
          `SELECT string_agg(t::text, ' ') AS all FROM ${table} t`,
        ),
      ),
    );
    return texts.flatMap(([row]) => row?.all ?? '').join('\n');
  };
  const upload = (text: string) => lists.upload(coordinator, 'acacia', 'list.csv', text);
  const applied = async (text: string) => lists.apply(coordinator, await upload(text));

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    lists = uploading(api, viewers);
    const { networks } = api.services;
    for (const slug of ['acacia', 'baobab']) {
      await networks.create(OPERATOR, { slug, names: { en: slug } });
    }
    networkId = (await networks.bySlug('acacia'))?.id ?? '';
    otherId = (await networks.bySlug('baobab'))?.id ?? '';
    coordinator = { ...coordinatorViewer(networkId), name: 'user:one' };
    colleague = { ...coordinatorViewer(networkId), name: 'user:two' };
  });
  beforeEach(async () => {
    for (const table of [
      'mediator',
      'staged_import',
      'import_memory',
      'erased_key',
      'import_reject',
    ]) {
      await query(`DELETE FROM ${table}`);
    }
    await query('DELETE FROM graphile_worker._private_jobs');
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(async () => api.close());

  describe('contact data that stands in the wrong place', () => {
    const SLIPPED = list(
      'A-1,Amina Diallo,amina@example.org,Mali,Ceasefires,LISTED,French (C1),,,,',
      'A-2,Binta (+223 70 00 00 00) Traoré,French (C1),Mali,+223 70 00 00 00,LISTED,,,,,',
      'A-3,Cleo Ba,amina@example.org (C1),Mali / +223 70 00 00 00,Ceasefires,LISTED,,,,,',
    );

    it('is shown to who brought the file, not to a colleague, and lies nowhere in the clear', async () => {
      const { id } = await upload(SLIPPED);
      const [own] = await lists.rows(coordinator, id);
      expect(own?.cells[2]).toMatchObject({ field: 'languages', raw: 'amina@example.org' });
      const said = async (viewer: Viewer) =>
        JSON.stringify([
          await lists.rows(viewer, id),
          await lists.asked(
            viewer,
            `query ($id: ID!) { import(id: $id) { mappingFile problem columns { header samples } } }`,
            { id },
          ),
          await lists.asked(
            viewer,
            'query ($id: ID!) { importReport(id: $id) { leftOut noted unknownValues { column value reason suggestion } } }',
            { id },
          ),
        ]);
      expect(await said(coordinator)).toContain('amina@example.org');
      expect(await said(colleague)).not.toMatch(/amina@|70 00 00 00/);
      const fix = { row: 2, column: 'Languages', text: 'call +223 70 11 11 11' };
      await lists.fixCell(coordinator, { id, revision: 1, fixes: [fix] });
      await lists.settled(coordinator, id);
      expect(await said(colleague)).not.toMatch(/70 11 11 11/);
      expect(await inTheClear()).not.toMatch(/amina@|70 00 00 00|70 11 11 11/);
      for (const language of ['en', 'fr']) {
        const { body } = await api.app.inject({
          url: `/imports/${id}/rejects?format=csv&language=${language}`,
          headers: viewers.as(colleague),
        });
        expect(body).toMatch(/"2"/);
        expect(body).not.toMatch(/amina@|70 00 00 00|70 11 11 11/);
      }
    });

    it('lies nowhere in the clear either where nothing tells contact data from other text', async () => {
      const slipped = list(
        'A-1,Amina Diallo,"12 Rue Kasaï, Badalabougou",Mali,Fatoumata Keïta-Sow,LISTED,,,,,',
        'A-2,Binta Traoré,French (C1),Quartier Hippodrome,Ceasefires,LISTED,,,,,',
        'A-3,Coumba Sy,French (C1),Mali,70 00 00,LISTED,,,,,',
      );
      const SECRETS = /Kasa|Badalabougou|Fatoumata|Sow|Hippodrome|70 00 00/i;
      const { id } = await upload(slipped);
      const rows = () => lists.rows(coordinator, id);
      expect(JSON.stringify(await rows())).toMatch(/Hippodrome/);
      const topics = { id, in: 'expertise' };
      const wrong = await lists.asked(
        coordinator,
        `query ($id: ID!, $in: String) { importRows(id: $id, filter: { problemIn: $in }) { edges { node { row } } } }`,
        topics,
      );
      expect(JSON.stringify(wrong)).toMatch(/"row":2.*"row":4/);
      const unknown = async () =>
        JSON.stringify(
          await lists.asked(
            coordinator,
            'query ($id: ID!) { importReport(id: $id) { unknownValues { value } } }',
            { id },
          ),
        );
      expect(await unknown()).toMatch(/Hippodrome/);
      expect(await inTheClear()).not.toMatch(SECRETS);
      const { state } = await lists.apply(coordinator, { id, revision: 1 });
      expect(state).toBe('APPLIED');
      expect(JSON.stringify(await rows())).toMatch(/Rue Kasa/);
      expect(await unknown()).toMatch(/Hippodrome/);
      const kept = await query<{ count: number }>(
        'SELECT count(*)::int AS count FROM import_reject',
      );
      expect(kept[0]?.count).toBeGreaterThan(2);
      expect(await inTheClear()).not.toMatch(SECRETS);
      await api.services.keys.rotate(OPERATOR);
      expect(JSON.stringify(await rows())).toMatch(/Rue Kasa/);
      expect(await unknown()).toMatch(/Hippodrome/);
    });

    describe('and what is said of how a list is read', () => {
      const SECRETS = /Kasa|Badalabougou|Hippodrome|Fatoumata|Sow/i;
      const ADDRESS = '12 Rue Kasaï, Badalabougou';
      const WRONG = list(AMINA.replace('French (C1)', `"${ADDRESS}"`));
      const meantOf = async (id: string) =>
        (
          await lists.asked<{ mappingFile: string }>(
            coordinator,
            'query ($id: ID!) { import(id: $id) { mappingFile } }',
            { id },
          )
        ).mappingFile;
      const remembered = async () =>
        (await query<{ id: string }>('SELECT id FROM import_memory')).length;
      /** Her address stood among her languages, and a colleague says what it means everywhere. */
      const saidAndApplied = async () => {
        const { id, revision } = await upload(WRONG);
        const fixes = [{ field: 'languages', value: ADDRESS, means: 'French (C1)' }];
        await lists.fixValue(coordinator, { id, revision, fixes });
        const staged = await lists.settled(coordinator, id);
        expect(staged.counts).toMatchObject({ new: 1, rejected: 0 });
        expect(await inTheClear()).not.toMatch(SECRETS);
        await lists.apply(coordinator, staged);
        return id;
      };

      it('lies nowhere in the clear, and is remembered, also by another key', async () => {
        const id = await saidAndApplied();
        expect(await meantOf(id)).toMatch(SECRETS);
        expect(await remembered()).toBe(1);
        expect(await inTheClear()).not.toMatch(SECRETS);
        await api.services.keys.rotate(OPERATOR);
        const next = await upload(WRONG);
        expect(next).toMatchObject({ remembered: true, counts: { unchanged: 1 } });
        expect(await meantOf(next.id)).toMatch(SECRETS);
        // What one key sealed before is sealed by the next with all that is added to it.
        await lists.skip(coordinator, { id: next.id, revision: next.revision, rows: [{ row: 2 }] });
        expect(await lists.settled(coordinator, next.id)).toMatchObject({ counts: { skipped: 1 } });
        expect(await meantOf(next.id)).toMatch(SECRETS);
        expect(await inTheClear()).not.toMatch(SECRETS);
      });

      it('is forgotten when a woman of the network is erased', async () => {
        const id = await saidAndApplied();
        await api.services.erasure.erase(OPERATOR, await idOf('A-1'));
        expect(await remembered()).toBe(0);
        expect(await meantOf(id)).not.toMatch(SECRETS);
        expect(await upload(WRONG)).toMatchObject({ remembered: false });
      });

      it('is forgotten when no list was read so for a long time', async () => {
        await saidAndApplied();
        const rule = RETENTION_RULES.find(({ tables }) => tables.includes('import_memory'));
        const over = rule?.expiry?.find(({ table }) => table === 'import_memory')?.over ?? 'false';
        const isOver = async (days: number) => {
          const found = await query(
            `SELECT id FROM import_memory WHERE ${over}`,
            new Date(Date.now() + days * 86_400_000),
          );
          return found.length > 0;
        };
        expect([await isOver(399), await isOver(401)]).toEqual([false, true]);
      });

      it('holds for names of sheets, fixes, rows that are left out and what must be settled', async () => {
        const rows = [
          HEADER.split(','),
          AMINA.split(','),
          BINTA.replace('Mali', 'Malli').split(','),
        ];
        const [women, others] = ['Fatoumata Sow', 'Quartier Hippodrome'];
        const book = zipOf(
          Object.entries(
            partsOf([
              { name: women, rows },
              { name: others, rows: [rows[0]!, rows[1]!.with(0, 'A-9').with(1, 'Coumba Sy')] },
            ]),
          ),
        );
        const { id, problem } = await lists.upload(coordinator, 'acacia', 'l.xlsx', book);
        expect(problem).toMatch(SECRETS);
        expect(await inTheClear()).not.toMatch(SECRETS);
        await lists.setMapping(coordinator, { id, revision: 1, sheets: [women, others] });
        await lists.settled(coordinator, id);
        const fixes = [{ sheet: women, row: 3, column: 'Countries', text: 'Hippodrome' }];
        await lists.fixCell(coordinator, { id, revision: 2, fixes });
        await lists.skip(coordinator, { id, revision: 3, rows: [{ sheet: others, row: 2 }] });
        const staged = await lists.settled(coordinator, id);
        const seen = async (filter: object = {}) =>
          (await lists.rows(coordinator, id, filter)).map(({ sheet, row, status }) => [
            sheet,
            row,
            status,
          ]);
        const rejected = [women, 3, 'REJECTED'];
        expect(await seen()).toEqual([[women, 2, 'NEW'], rejected, [others, 2, 'SKIPPED']]);
        expect(await seen({ sheet: others })).toEqual([[others, 2, 'SKIPPED']]);
        expect(await inTheClear()).not.toMatch(SECRETS);
        await lists.apply(coordinator, staged);
        expect(await seen()).toEqual([[women, 2, 'CREATED'], rejected, [others, 2, 'SKIPPED']]);
        const kept = await lists.asked(
          coordinator,
          `{ workList(network: "acacia", kind: IMPORT_REJECTS) { edges { node { reject { sheet row } } } } }`,
        );
        expect(JSON.stringify(kept)).toContain(`"sheet":"${women}","row":3`);
        expect(await inTheClear()).not.toMatch(SECRETS);
      });
    });

    it('is no default, no value for all rows and no header of a column', async () => {
      const { id } = await upload(SLIPPED);
      for (const column of [
        'email',
        'telephone',
        'security_notes',
        'full_name',
        'code_name',
        'external_id',
      ]) {
        const said = await lists.setDefaults(coordinator, {
          id,
          revision: 1,
          defaults: [{ column, text: 'amina@example.org' }],
        });
        expect([column, said.__typename]).toEqual([column, 'ValidationError']);
      }
      const inDefault = { column: 'languages', text: 'amina@example.org' };
      const refused = [
        await lists.setDefaults(coordinator, { id, revision: 1, defaults: [inDefault] }),
        await lists.fixValue(coordinator, {
          id,
          revision: 1,
          fixes: [{ field: 'languages', value: 'amina@example.org', means: 'French' }],
        }),
        await lists.fixValue(coordinator, {
          id,
          revision: 1,
          fixes: [{ field: 'languages', value: 'x', means: '+223 70 00 00 00' }],
        }),
        await lists.setMapping(coordinator, {
          id,
          revision: 1,
          columns: [{ header: 'amina@example.org', column: 'email' }],
        }),
      ];
      expect(refused.map(({ __typename }) => __typename)).toEqual(
        refused.map(() => 'ValidationError'),
      );
      expect(JSON.stringify(refused)).not.toMatch(/amina@|70 00/);
      expect(await inTheClear()).not.toMatch(/amina@|70 00 00 00/);
    });
  });

  describe('while somebody is erased', () => {
    const eraseWhile = (of: Follower, method: string, id: string) =>
      around(of, method, async (go) => {
        if (await idOf('A-1')) await api.services.erasure.erase(OPERATOR, id);
        return go();
      });

    it.each(['read', 'told'] as const)('a check that has begun keeps nothing (%s)', async (at) => {
      await applied(list(AMINA, BINTA));
      const amina = await idOf('A-1');
      eraseWhile(CheckedRows, at, amina);
      const { id, state } = await upload(list(AMINA.replace('C1', 'C2'), BINTA));
      expect(state).toBe('FAILED');
      for (const table of ['staged_part', 'staged_row', 'staged_fix']) {
        const uuid = Buffer.from(id, 'base64').toString().split(':')[1];
        expect(await query(`SELECT id FROM ${table} WHERE import_id = $1`, uuid)).toEqual([]);
      }
    });

    it.each(['read', 'told'] as const)(
      'an application that has begun writes nothing of her (%s)',
      async (at) => {
        await applied(list(AMINA, BINTA));
        const amina = await idOf('A-1');
        const { id } = await upload(
          list(AMINA.replace('C1', 'C2'), BINTA.replace('native', 'C2').replace('Mali', 'Malli')),
        );
        const fixes = [{ field: 'territories', value: 'Malli', means: 'Mali' }];
        await lists.fixValue(coordinator, { id, revision: 1, fixes });
        const next = await lists.settled(coordinator, id);
        eraseWhile(AppliedRows, at, amina);
        const { state, counts } = await lists.apply(coordinator, next);
        expect([state, counts?.updated]).toEqual(['APPLIED', 1]);
        const said = 'SELECT id FROM staged_import WHERE reading IS NOT NULL';
        expect(await query(said)).toEqual([]);
        expect(await idOf('A-1')).toBe('');
        expect(await inTheClear()).not.toMatch(/Amina/);
        expect(await query('SELECT id FROM staged_part')).toEqual([]);
      },
    );

    it.each([
      [
        'Amina Diallo',
        ['CV Amina D.csv', 'CVDiallo2.csv', '2024Amina.csv', 'aminadiallo.csv'],
        'acacia.csv',
      ],
      ['王芳', ['王芳.csv', '王_芳2.csv', '2024王芳简历.csv'], '芳草.csv'],
      // Latin letters make no name so short.
      ['Ия de Ли', ['Ия.csv', 'CV_Ли 2.csv'], 'liste de 2024.csv'],
    ])(
      'files that are called after %s are called so no more, in the history of others neither',
      async (fullName, hers, other) => {
        const files = [...hers, other];
        for (const [i, file] of files.entries()) {
          const text = list(
            AMINA.replace('Amina Diallo', fullName),
            BINTA.replace('native', ['native', 'C2', 'C1', 'B2', 'B1'][i]!),
          );
          await lists.apply(coordinator, await lists.upload(coordinator, 'acacia', file, text));
        }
        const names = async (table: string) =>
          (
            await query<{ name: string | null }>(
              `SELECT DISTINCT file_name AS name FROM ${table} ORDER BY 1`,
            )
          ).map(({ name }) => name);
        expect((await names('profile_import')).toSorted()).toEqual(files.toSorted());
        await api.services.erasure.erase(OPERATOR, await idOf('A-1'));
        expect(await names('profile_import')).toEqual([other, null]);
        expect((await names('staged_import')).toSorted()).toEqual([other, 'list'].toSorted());
      },
    );

    it('what was refused of a list that was applied says nothing of her', async () => {
      await applied(list(AMINA, BINTA));
      await applied(
        list(
          AMINA.replace('French (C1)', 'Frnch of Amina Diallo'),
          BINTA.replace('Mali', 'Binta in Mali'),
        ),
      );
      const refused = async () => {
        const [row] = await query<{ all: string }>(
          `SELECT concat_ws(' ', (SELECT count(*) FROM staged_row WHERE rejects IS NOT NULL OR wrong_fields <> '{}'),
             (SELECT count(*) FROM staged_import WHERE unknown_values IS NOT NULL AND counts ->> 'rows' = '2'
               AND counts #>> '{byStatus,rejected}' = '2'), (SELECT count(*) FROM import_reject)) AS all`,
        );
        return row?.all;
      };
      expect(await refused()).toBe('2 1 2');
      await api.services.erasure.erase(OPERATOR, await idOf('A-1'));
      expect(await refused()).toBe('0 0 0');
    });
  });

  describe('undone', () => {
    it('never opens a country again that was ruled out, also where her membership had ended', async () => {
      await applied(list(AMINA));
      const id = await idOf('A-1');
      // Another network lists her, too, so that she stays in the directory.
      await query(
        `INSERT INTO affiliation (id, mediator_id, network_id, external_id, role, asserted)
         SELECT gen_random_uuid(), $1, $2, 'B-1', 'member', asserted FROM affiliation WHERE mediator_id = $1`,
        id,
        otherId,
      );
      await api.services.memberships.end(coordinator, networkId, id);
      const next = await applied(list(AMINA.replace(',,,,2024', ',,,Sudan,2024')));
      expect(next.counts).toMatchObject({ updated: 1 });
      const ruledOut = async () =>
        (
          await query<{ codes: string[] }>(
            'SELECT ruled_out AS codes FROM mediator WHERE id = $1',
            id,
          )
        )[0];
      expect(await ruledOut()).toEqual({ codes: ['SD'] });
      const undone = await lists.undo(coordinator, next.id);
      expect(await ruledOut()).toEqual({ codes: ['SD'] });
      expect(undone.counts).toMatchObject({ kept: 1 });
    });

    it('ends a membership that had ended, where nothing protects her', async () => {
      await applied(list(AMINA, BINTA));
      const id = await idOf('A-1');
      await query(
        `INSERT INTO affiliation (id, mediator_id, network_id, external_id, role, asserted)
         SELECT gen_random_uuid(), $1, $2, 'B-1', 'member', asserted FROM affiliation WHERE mediator_id = $1`,
        id,
        otherId,
      );
      await api.services.memberships.end(coordinator, networkId, id);
      const next = await applied(list(AMINA));
      await lists.undo(coordinator, next.id);
      const [row] = await query<{ status: string; asserted: object | null }>(
        'SELECT status, asserted FROM affiliation WHERE external_id = $1',
        'A-1',
      );
      expect(row).toEqual({ status: 'ended', asserted: null });
    });

    it('leaves what another network, or she herself, made stricter in between', async () => {
      await applied(list(AMINA, BINTA));
      const next = await applied(list(AMINA.replace('C1', 'C2'), BINTA.replace('native', 'C2')));
      const [amina, binta] = [await idOf('A-1'), await idOf('A-2')];
      await query(
        `INSERT INTO affiliation (id, mediator_id, network_id, external_id, role, asserted)
         SELECT gen_random_uuid(), $1, $2, 'B-1', 'member', asserted FROM affiliation WHERE mediator_id = $1`,
        amina,
        otherId,
      );
      await importProfiles(api.services, {
        by: OPERATOR,
        rows: rowsFromRecords([
          {
            external_id: 'B-1',
            full_name: 'Amina Diallo',
            languages: 'French (C1)',
            territories: 'Mali',
            expertise: 'Ceasefires',
            pseudonymous: 'yes',
            code_name: 'Heron',
            consent: 'LISTED',
          },
        ]),
        columns: new ColumnMap(),
        network: 'baobab',
        today: TODAY,
      });
      await api.services.lifeCycle.step(coordinator, binta, 'suspend');
      const { counts } = await lists.undo(coordinator, next.id);
      expect(counts).toMatchObject({ undone: 0, kept: 2 });
      const rows = await query<{ pseudonymous: boolean; state: string }>(
        'SELECT pseudonymous, state FROM mediator WHERE id = ANY($1) ORDER BY display_name',
        [amina, binta],
      );
      expect(rows).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ pseudonymous: true }),
          expect.objectContaining({ state: 'suspended' }),
        ]),
      );
    });

    it('works when its network was archived in between', async () => {
      const next = await applied(list(AMINA));
      await query('UPDATE network SET archived_at = now() WHERE id = $1', networkId);
      try {
        expect(await lists.undo(coordinator, next.id)).toMatchObject({ state: 'UNDONE' });
        expect(await idOf('A-1')).toBe('');
      } finally {
        await query('UPDATE network SET archived_at = NULL WHERE id = $1', networkId);
      }
    });
  });

  describe('broken off and begun again', () => {
    const LONG = 240;
    const many = (level: string) =>
      list(
        ...Array.from({ length: LONG }, (_, i) =>
          AMINA.replace('A-1', `M-${i}`)
            .replace('Amina Diallo', `Woman ${'abcdefghij'[i % 10]}${i}`)
            .replace('amina@', `w${i}@`)
            .replace('C1', level),
        ),
      );

    it('doubles nothing, counts right and can be undone whole', async () => {
      await applied(many('C1'));
      const before = await query(
        `SELECT external_id, asserted, asserted_digest, role, status FROM affiliation ORDER BY external_id`,
      );
      const staged = await upload(`${many('C2')}\n${BINTA}`);
      expect(staged.counts).toMatchObject({ rows: LONG + 1, changed: LONG, new: 1 });
      let batches = 0;
      const broken = around(AppliedRows, 'written', async (go) => {
        await go();
        if (++batches >= 2) throw new Error('The process was killed.');
      });
      const { state } = await lists.apply(coordinator, staged);
      expect(state).toBe('APPLYING');
      const [half] = await query<{ count: number }>(
        `SELECT count(*)::int AS count FROM staged_row WHERE status = 'updated'`,
      );
      expect(half?.count).toBe(25);
      broken.mockRestore();
      await query('UPDATE graphile_worker._private_jobs SET run_at = now()');
      const done = await lists.settled(coordinator, staged.id);
      expect(done).toMatchObject({
        state: 'APPLIED',
        counts: { rows: LONG + 1, updated: LONG, created: 1, unchanged: 0, conflicts: 0 },
      });
      const [history] = await query<{ count: number }>(
        'SELECT count(*)::int AS count FROM profile_import',
      );
      expect(history?.count).toBe(2 * LONG + 1);
      const undone = await lists.undo(coordinator, staged.id);
      expect(undone.counts).toMatchObject({ undone: LONG + 1, kept: 0 });
      const after = await query(
        `SELECT external_id, asserted, asserted_digest, role, status FROM affiliation ORDER BY external_id`,
      );
      expect(after).toEqual(before);
    });

    it('ends with the account from which it is applied, and a colleague undoes what was applied', async () => {
      const { id, email } = await makeAccount(api.services, {
        role: 'coordinator',
        networks: ['acacia'],
      });
      const misused = { ...coordinator, name: `user:${id}` };
      const staged = await lists.upload(misused, 'acacia', 'list.csv', many('C1'));
      let batches = 0;
      around(AppliedRows, 'read', async (go) => {
        if (++batches === 2) {
          await api.services.identity.accounts.suspend(administratorViewer(), id);
        }
        return go();
      });
      const ended = await lists.apply(misused, staged);
      expect(ended).toMatchObject({
        state: 'FAILED',
        problem: expect.stringContaining('was shut'),
      });
      const count = async () => (await query('SELECT FROM affiliation')).length;
      const written = await count();
      expect(written).toBeLessThanOrEqual(100);
      expect(ended.problem).not.toContain(email);
      expect(ended.counts).toMatchObject({ created: written });
      expect(await lists.undo(colleague, staged.id)).toMatchObject({
        state: 'UNDONE',
        counts: { undone: written },
      });
      expect(await count()).toBe(0);
    });

    it('is not undone further for an account that was shut, and a colleague undoes the rest', async () => {
      const { id } = await makeAccount(api.services, { role: 'coordinator', networks: ['acacia'] });
      const misused = { ...coordinator, name: `user:${id}` };
      const staged = await applied(many('C1'));
      let batches = 0;
      const ending = around(ImportRunner, 'tell', async (go) => {
        if (++batches === 1) {
          await api.services.identity.accounts.suspend(administratorViewer(), id);
        }
        return go();
      });
      const ended = await lists.undo(misused, staged.id);
      ending.mockRestore();
      expect(ended).toMatchObject({
        state: 'FAILED',
        problem: expect.stringContaining('was shut'),
        counts: { created: LONG - 100, undone: 100 },
      });
      const count = async () => (await query('SELECT FROM affiliation')).length;
      expect(await count()).toBe(LONG - 100);
      expect(await lists.undo(colleague, staged.id)).toMatchObject({
        state: 'UNDONE',
        problem: null,
        counts: { created: 0, undone: LONG },
      });
      expect(await count()).toBe(0);
    });

    it('is not applied for who lost the network, or a program whose token was revoked, since', async () => {
      const { id } = await makeAccount(api.services, {
        role: 'coordinator',
        networks: ['acacia'],
      });
      const former = { ...coordinator, name: `user:${id}` };
      const { identity } = api.services;
      const { account } = await identity.serviceAccounts.create(OPERATOR, {
        name: 'Sync',
        scopes: ['profiles.write'],
        networkIds: [networkId],
        days: 1,
      });
      const program: Viewer = {
        ...coordinator,
        name: `service:${account.id}`,
        grants: ['anyone', 'profiles.write'],
      };
      const role = { role: 'coordinator', networkId } as const;
      for (const [viewer, end] of [
        [former, () => identity.accounts.takeRole(administratorViewer(), id, role)],
        [program, () => identity.serviceAccounts.revoke(OPERATOR, account.id)],
      ] as const) {
        const staged = await lists.upload(viewer, 'acacia', 'list.csv', list(AMINA));
        const ending = around(AppliedRows, 'read', async (go) => {
          await end();
          return go();
        });
        const { state, counts } = await lists.apply(viewer, staged);
        expect([state, counts?.created]).toEqual(['FAILED', 0]);
        ending.mockRestore();
      }
      expect(await query('SELECT FROM affiliation')).toEqual([]);
    });

    it('is gone when it is removed while it is checked', async () => {
      around(CheckedRows, 'told', async (go) => {
        await query('DELETE FROM staged_import');
        return go();
      });
      const { statusCode } = await lists.post(coordinator, form('acacia', 'l.csv', list(AMINA)));
      expect(statusCode).toBe(202);
      await api.services.jobs.drain();
      const left = await query('SELECT last_error FROM graphile_worker._private_jobs');
      expect(left).toEqual([]);
      expect(await query('SELECT id FROM staged_row')).toEqual([]);
    });

    it('is checked as it is after an edit that came meanwhile', async () => {
      around(CheckedRows, 'told', async (go) => {
        const [row] = await query<{ id: string }>(
          'SELECT id FROM staged_import WHERE revision = 1',
        );
        const id = Buffer.from(`Import:${row?.id}`).toString('base64url');
        if (row) await lists.skip(coordinator, { id, revision: 1, rows: [{ row: 2 }] });
        return go();
      });
      const staged = await upload(list(AMINA, BINTA));
      expect(staged).toMatchObject({
        state: 'CHECKED',
        revision: 2,
        counts: { rows: 2, new: 1, skipped: 1 },
      });
    });

    it('takes one of two edits at once, and none is lost', async () => {
      const { id } = await upload(list(AMINA, BINTA));
      const both = await Promise.all(
        [2, 3].map((row) => lists.skip(coordinator, { id, revision: 1, rows: [{ row }] })),
      );
      expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Conflict', 'Import']);
      await expect(lists.apply(coordinator, { id, revision: 2 })).rejects.toThrow('checked');
      expect((await lists.settled(coordinator, id)).counts).toMatchObject({ new: 1, skipped: 1 });
    });
  });

  describe('applied', () => {
    it('counts as published, and as ending a consent, only what was written', async () => {
      await applied(list(AMINA, BINTA));
      const staged = await upload(
        list(
          AMINA.replace('LISTED; MATCHED', 'LISTED'),
          BINTA.replace('native', 'C2'),
          BINTA.replace('A-2', 'A-3').replaceAll('inta', 'awa'),
        ),
      );
      expect(staged.counts).toMatchObject({ published: 3, endingConsent: 1 });
      const [amina] = await query<{ id: string; revision: number }>(
        'SELECT id, revision FROM mediator WHERE id = $1',
        await idOf('A-1'),
      );
      await api.services.curation.edit(
        coordinator,
        amina!.id,
        amina!.revision,
        { years: 9 },
        networkId,
      );
      const done = await lists.apply(coordinator, staged);
      expect(done.counts).toMatchObject({
        updated: 1,
        created: 1,
        conflicts: 1,
        published: 2,
        endingConsent: 0,
      });
      const shown = await lists.rows(coordinator, staged.id, { published: true });
      expect(shown.map(({ row }) => row)).toEqual([3, 4]);
      // She is taken out by hand before all of it is undone.
      await query('DELETE FROM mediator WHERE id = $1', await idOf('A-3'));
      const undone = await lists.undo(coordinator, staged.id);
      expect(undone.counts).toMatchObject({ undone: 1, kept: 1 });
      const [kept] = await lists.rows(coordinator, staged.id, { statuses: ['KEPT'] });
      expect(kept?.problems).toEqual(['She is no longer in the directory.']);
    });

    it('keeps the record into which one was merged in between', async () => {
      const staged = await applied(list(AMINA, BINTA));
      const [kept, other] = [await idOf('A-1'), await idOf('A-2')];
      await query('UPDATE mediator SET merged_into = $1 WHERE id = $2', kept, other);
      const { counts } = await lists.undo(coordinator, staged.id);
      expect(counts).toMatchObject({ undone: 0, kept: 2 });
      expect(await query('SELECT id FROM mediator')).toHaveLength(2);
    });
  });

  describe('previewed', () => {
    it('says what changes also where only the day of a consent does', async () => {
      await applied(list(AMINA));
      const { id, counts } = await upload(list(AMINA.replace('2024-01-02', '2024-05-06')));
      expect(counts).toMatchObject({ changed: 1 });
      const [row] = await lists.rows(coordinator, id);
      expect(row?.changes).toEqual([
        { field: 'consent_on', before: '2024-01-02', after: '2024-05-06' },
      ]);
    });

    it('is what is applied on a later day', async () => {
      const text = list(AMINA).replace('Consent date', 'Years').replace('2024-01-02', 'since 2005');
      const staged = await upload(text);
      const [row] = await lists.rows(coordinator, staged.id);
      const years = row?.cells.find(({ field }) => field === 'years')?.read;
      await query(`UPDATE staged_import SET checked_at = checked_at - interval '3 years'`);
      expect(years).toMatch(/\d/);
      await lists.apply(coordinator, staged);
      const [found] = await query<{ years: number }>('SELECT years FROM mediator');
      expect(found?.years).toBe(Number(years) - 3);
    });
  });
});
