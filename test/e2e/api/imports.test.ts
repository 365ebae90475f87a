import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATOR, type Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { form, uploading } from '../../support/uploading.js';
import { coordinatorViewer, viewersOfTest } from '../../support/viewers.js';

const HEADER = 'Member no,Name,Languages,Countries,Topics,Consent,E-mail,Pseudonymous,Code name';

/** A list of separated text. */
const list = (...rows: string[]) => [HEADER, ...rows].join('\n');
const AMINA = 'A-1,Amina Diallo,French (C1),Mali,Ceasefires,LISTED; MATCHED,amina@example.org,,';
const BINTA = 'A-2,Binta Traoré,Bambara (native),Mali,Ceasefires,LISTED,binta@example.org,,';

describe('an uploaded list', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let lists: ReturnType<typeof uploading>;
  let coordinator: Viewer;
  let colleague: Viewer;
  let stranger: Viewer;

  const query = async <T>(sql: string, ...parameters: unknown[]): Promise<T[]> =>
    api.services.database.query<T>(sql, parameters);
  const names = async (): Promise<string[]> => {
    const rows = await query<{ name: string }>(
      `SELECT coalesce(asserted ->> 'fullName', '-') AS name FROM affiliation WHERE status <> 'ended' ORDER BY external_id`,
    );
    return rows.map(({ name }) => name);
  };

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    lists = uploading(api, viewers);
    const { networks } = api.services;
    for (const slug of ['acacia', 'baobab']) {
      await networks.create(OPERATOR, { slug, names: { en: slug } });
    }
    const idOf = async (slug: string) => (await networks.bySlug(slug))?.id ?? '';
    coordinator = { ...coordinatorViewer(await idOf('acacia')), name: 'user:one' };
    colleague = { ...coordinatorViewer(await idOf('acacia')), name: 'user:two' };
    stranger = coordinatorViewer(await idOf('baobab'));
  });
  beforeEach(async () => {
    await query('DELETE FROM mediator');
    await query('DELETE FROM staged_import');
    await query('DELETE FROM import_memory');
    await query('DELETE FROM erased_key');
  });
  afterAll(async () => api.close());

  describe('on its way in', () => {
    it.each([
      ['nobody', (): Viewer | null => null, 401],
      ['a coordinator of another network', (): Viewer | null => stranger, 403],
    ] as const)(
      'is not taken from %s, whether the network is there or not',
      async (_, who, status) => {
        for (const network of ['acacia', 'no-such-network']) {
          const { statusCode } = await lists.post(who(), form(network, 'list.csv', list(AMINA)));
          expect(statusCode).toBe(status);
        }
      },
    );

    it('is refused in the reader’s language where it is no list', async () => {
      const pdf = form('acacia', 'list.xlsx', '%PDF-1.7 …');
      const { statusCode, json } = await lists.post(coordinator, pdf, { 'accept-language': 'fr' });
      expect([statusCode, json().errors[0].message]).toEqual([
        422,
        'Le fichier n’est pas une liste\u00a0: enregistrez-le en XLSX, ODS, CSV ou JSON Lines.',
      ]);
    });

    it('needs its network before the file, and a file', async () => {
      const without = await lists.post(coordinator, form(null, 'list.csv', list(AMINA)));
      expect([without.statusCode, without.json().errors[0].extensions.problems[0].path]).toEqual([
        400,
        'network',
      ]);
      const empty = await lists.post(coordinator, form('acacia', 'list.csv', ''));
      expect([empty.statusCode, empty.json().errors[0].message]).toEqual([
        422,
        'The file is empty.',
      ]);
    });

    it('is refused where it is too large, and nothing of it stays', async () => {
      const large = await lists.post(
        coordinator,
        form('acacia', 'list.csv', Buffer.alloc(50 * 1024 ** 2 + 1, 'a')),
      );
      expect([large.statusCode, large.json().errors[0].message]).toEqual([
        413,
        'The file is larger than 50 MB.',
      ]);
      expect(await query('SELECT id FROM staged_import')).toEqual([]);
    });

    it('lies sealed, and shows nothing of itself in any table', async () => {
      await lists.upload(coordinator, 'acacia', 'list.csv', list(AMINA));
      for (const table of ['staged_import', 'staged_part', 'staged_row']) {
        const [text] = await api.asOwner<{ all: string }>(
          `SELECT string_agg(t::text || coalesce(encode(${table === 'staged_import' ? 'shape' : 'sealed'}, 'escape'), ''), '') AS all FROM ${table} t`,
        );
        expect(text?.all.length).toBeGreaterThan(100);
        expect(text?.all).not.toMatch(/amina|Diallo|YW1pbmE/i);
      }
    });
  });

  describe('read and previewed', () => {
    it('says of each row what it would do, and writes nothing', async () => {
      const first = await lists.upload(coordinator, 'acacia', 'list.csv', list(AMINA, BINTA));
      expect(first).toMatchObject({
        state: 'CHECKED',
        problem: null,
        counts: { rows: 2, new: 2, changed: 0, published: 2, rejected: 0 },
      });
      expect(await names()).toEqual([]);
      await lists.apply(coordinator, first);
      const changed = await lists.upload(
        coordinator,
        'acacia',
        'list.csv',
        list(
          AMINA.replace('French (C1)', 'French (C2)').replace('LISTED; MATCHED', 'LISTED'),
          BINTA,
          'A-3,Coumba Sy,Swahli (B2),Mali,Ceasefires,,coumba@example.org,,',
          'A-4,Dado Ba,Wolof (B2),,Ceasefires,LISTED,dado@example.org,,',
        ),
      );
      expect(changed.counts).toMatchObject({
        rows: 4,
        new: 1,
        changed: 1,
        unchanged: 1,
        rejected: 1,
        endingConsent: 1,
      });
      const rows = await lists.rows(coordinator, changed.id);
      expect(rows.map(({ row, status }) => [row, status])).toEqual([
        [2, 'CHANGED'],
        [3, 'UNCHANGED'],
        [4, 'REJECTED'],
        [5, 'NEW'],
      ]);
      const [amina, , coumba, dado] = rows;
      expect(amina).toMatchObject({
        changes: [{ field: 'languages', before: 'French (C1)', after: 'French (C2)' }],
        consentsEnding: ['MATCHED'],
        contactChanges: [],
        stateBefore: 'PUBLISHED',
        stateAfter: 'PUBLISHED',
        unpublishedBecause: [],
      });
      expect(coumba?.cells[2]).toMatchObject({
        column: 'Languages',
        field: 'languages',
        raw: 'Swahli (B2)',
        read: null,
        suggestions: expect.arrayContaining(['Swahili (B2)']),
      });
      expect(coumba?.cells[3]).toMatchObject({ raw: 'Mali', read: 'Mali', problem: null });
      expect(dado).toMatchObject({
        stateAfter: 'DRAFT',
        unpublishedBecause: ['the profile does not state everything that a published profile has'],
      });
      const only = await lists.rows(coordinator, changed.id, { problemIn: 'languages' });
      expect(only.map(({ row }) => row)).toEqual([4]);
      expect(await lists.rows(coordinator, changed.id, { published: true })).toHaveLength(1);
    });

    it('asks which sheet or header is meant, and reads on when it is told', async () => {
      const text = ['Our members,,', 'No of woman,Her name,Speaks', 'A-1,Amina Diallo,French (C1)'];
      const asked = await lists.upload(coordinator, 'acacia', 'list.csv', text.join('\n'));
      expect(asked).toMatchObject({ state: 'UPLOADED', counts: null });
      expect(asked.problem).toMatch(/^None of the first 20 rows is a header/);
      const columns = [
        { header: 'No of woman', column: 'external_id' },
        { header: 'Her name', column: 'full_name' },
        { header: 'Speaks', column: 'languages' },
      ];
      const { id, revision } = asked;
      const mapped = await lists.setMapping(coordinator, { id, revision, columns });
      expect(mapped).toMatchObject({ state: 'MAPPED', revision: 2, problem: null });
      const read = await lists.settled(coordinator, id);
      expect(read).toMatchObject({ state: 'CHECKED', counts: { new: 1, rejected: 0 } });
      const { headers, columns: found } = await lists.asked<{
        headers: object[];
        columns: { header: string; evidence: string; samples: string[] }[];
      }>(
        coordinator,
        `query ($id: ID!) { import(id: $id) { headers { sheet row }
          columns { header field evidence confidence samples } } }`,
        { id },
      );
      expect(headers).toEqual([{ sheet: null, row: 2 }]);
      expect(found[1]).toEqual({
        header: 'Her name',
        field: 'full_name',
        evidence: 'MAPPING',
        confidence: 1,
        samples: ['Amina Diallo'],
      });
    });

    it('has its header where the coordinator says', async () => {
      const text = list(AMINA, HEADER.replace('Name', 'Full name'), BINTA);
      const staged = await lists.upload(coordinator, 'acacia', 'list.csv', text);
      const { id, revision } = staged;
      await lists.setMapping(coordinator, { id, revision, headerRow: 3 });
      const read = await lists.settled(coordinator, id);
      expect(read.counts).toMatchObject({ rows: 1, new: 1 });
      const refused = await lists.setMapping(coordinator, { id, revision: 2, headerRow: 99 });
      expect(refused.message).toContain('"header-row" is a whole number from 1 to 20');
    });

    it('shows contact data to who brought the file, and to no colleague', async () => {
      const { id } = await lists.upload(coordinator, 'acacia', 'list.csv', list(AMINA));
      const own = await lists.rows(coordinator, id);
      const others = await lists.rows(colleague, id);
      const mail = (rows: typeof own) =>
        rows[0]?.cells.find(({ field }) => field === 'email') ?? null;
      expect(mail(own)).toMatchObject({ private: true, raw: 'amina@example.org' });
      expect(mail(others)).toMatchObject({ private: true, raw: null, read: null, fixed: null });
      expect(others[0]?.cells[1]).toMatchObject({ raw: 'Amina Diallo' });
      expect(JSON.stringify(others)).not.toContain('@example.org');
    });

    it('is nothing that anybody else may know of', async () => {
      const { id } = await lists.upload(coordinator, 'acacia', 'list.csv', list(AMINA));
      const unknown = id.replace(/.{8}$/, (end) => Buffer.from(end).toString('hex').slice(0, 8));
      for (const field of ['import', 'importReport', 'importRows']) {
        const selection = field === 'importRows' ? '{ totalCount }' : '{ __typename }';
        const ask = async (of: string) =>
          api.ask(
            `query ($id: ID!) { ${field}(id: $id) ${selection} }`,
            { id: of },
            viewers.as(stranger),
          );
        const [hidden, none] = [await ask(id), await ask(unknown)];
        expect(hidden.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
        expect(none.errors?.[0]?.extensions?.code).toMatch(/NOT_FOUND|VALIDATION_ERROR/);
      }
      await expect(
        lists.asked(stranger, '{ imports(network: "acacia") { totalCount } }'),
      ).rejects.toThrow('NOT_PERMITTED');
    });
  });

  describe('mended in place', () => {
    const WRONG = list(
      'A-1,Amina Diallo,Swahli (B2),Mali,Ceasefires,LISTED,amina@example.org,,',
      'A-2,Binta Traoré,Swahli (B2),Mali,Ceasefires,LISTED,binta at example.org,,',
      'A-3,Coumba Sy,French (C1),Mali,Ceasefires,LISTED,coumba@example.org,,',
    );

    it('has one wrong value settled everywhere, a single cell, and a row left out', async () => {
      const staged = await lists.upload(coordinator, 'acacia', 'list.csv', WRONG);
      expect(staged.counts).toMatchObject({ rejected: 2, new: 1 });
      const { id } = staged;
      const { unknownValues } = await lists.asked<{ unknownValues: object[] }>(
        coordinator,
        'query ($id: ID!) { importReport(id: $id) { unknownValues { field column value suggestion rows } } }',
        { id },
      );
      expect(unknownValues).toEqual([
        expect.objectContaining({ field: 'languages', column: 'Languages', rows: 2 }),
      ]);
      const { value } = unknownValues[0] as { value: string };
      const fixed = await lists.fixValue(coordinator, {
        id,
        revision: 1,
        fixes: [{ field: 'languages', value, means: 'Swahili (B2)' }],
      });
      expect(fixed).toMatchObject({ state: 'MAPPED', revision: 2 });
      const cell = { row: 3, column: 'E-mail', text: 'binta@example.org' };
      expect(await lists.fixCell(coordinator, { id, revision: 2, fixes: [cell] })).toMatchObject({
        revision: 3,
      });
      await lists.skip(coordinator, { id, revision: 3, rows: [{ row: 4 }] });
      const read = await lists.settled(coordinator, id);
      expect(read.counts).toMatchObject({ rows: 3, new: 2, rejected: 0, skipped: 1 });
      const [, binta, coumba] = await lists.rows(coordinator, id);
      expect(binta?.cells.find(({ field }) => field === 'email')).toMatchObject({
        raw: 'binta at example.org',
        fixed: 'binta@example.org',
      });
      expect([coumba?.row, coumba?.status]).toEqual([4, 'SKIPPED']);
      await lists.skip(coordinator, { id, revision: 4, rows: [{ row: 4 }], skip: false });
      expect((await lists.settled(coordinator, id)).counts).toMatchObject({ new: 3, skipped: 0 });
    });

    it('has a name settled beside every level, and in a cell with others', async () => {
      const languages = ['Swahli (B2)', 'Swahli (C1)', 'French (C1), swahli (A2)', 'Swahli'];
      const text = list(
        ...languages.map(
          (one, i) => `A-${i},Woman No ${i},"${one}",Mali; Casamance,Ceasefires,,,,`,
        ),
      );
      const { id } = await lists.upload(coordinator, 'acacia', 'list.csv', text);
      const report = `query ($id: ID!) { importReport(id: $id) { unknownValues { field value suggestions rows } } }`;
      const { unknownValues } = await lists.asked<{
        unknownValues: { field: string; value: string; suggestions: string[]; rows: number }[];
      }>(coordinator, report, { id });
      expect(unknownValues.map(({ field, value, rows }) => [field, value, rows])).toEqual([
        ['languages', 'Swahli', 4],
        ['territories', 'Casamance', 4],
      ]);
      expect(unknownValues[0]?.suggestions[0]).toBe('Swahili');
      const [first] = await lists.rows(coordinator, id);
      expect(first?.cells[2]?.suggestions[0]).toBe('Swahili (B2)');
      expect(first?.cells[3]?.suggestions).toEqual(['Mali; Senegal']);
      await lists.fixValue(coordinator, {
        id,
        revision: 1,
        fixes: [
          { field: 'languages', value: 'Swahli', means: 'Swahili' },
          { field: 'territories', value: 'Casamance', means: 'Senegal' },
        ],
      });
      await lists.settled(coordinator, id);
      const read = (await lists.rows(coordinator, id)).map(({ cells }) => cells[2]?.read);
      expect(read).toEqual(['Swahili (B2)', 'Swahili (C1)', 'French (C1); Swahili (A2)', null]);
      await lists.fixValue(coordinator, {
        id,
        revision: 2,
        fixes: [{ field: 'languages', value: 'Swahli', means: '' }],
      });
      await lists.settled(coordinator, id);
      const left = (await lists.rows(coordinator, id)).map(({ cells }) => cells[2]?.read);
      expect(left).toEqual([null, null, 'French (C1)', null]);
    });

    it('refuses an edit of another revision, a column that is not there and a fix of contact data for all', async () => {
      const { id } = await lists.upload(coordinator, 'acacia', 'list.csv', WRONG);
      const skip = { id, revision: 7, rows: [{ row: 4 }] };
      expect(await lists.skip(coordinator, skip)).toMatchObject({ __typename: 'Conflict' });
      const fix = (field: string) => ({
        id,
        revision: 1,
        fixes: [{ field, value: 'x', means: 'y' }],
      });
      expect((await lists.fixValue(coordinator, fix('shoe_size'))).message).toContain(
        'fixes.0.field',
      );
      expect((await lists.fixValue(coordinator, fix('email'))).message).toContain('cell by cell');
      expect((await lists.fixValue(coordinator, fix('full_name'))).message).toContain(
        'cell by cell',
      );
      const failed = await lists.upload(
        coordinator,
        'acacia',
        'list.xlsx',
        'PK\u0003\u0004 not a zip',
      );
      expect(failed).toMatchObject({ state: 'FAILED', counts: null });
      await expect(lists.undo(coordinator, failed.id)).rejects.toThrow('Nothing of this import');
      expect(await lists.skip(stranger, { ...skip, revision: 1 })).toMatchObject({
        __typename: 'NotFound',
      });
    });

    it('is read the next time as it was applied the last time', async () => {
      const head = 'Ref of hers,Her name,Speaks';
      const text = [head, 'A-1,Amina Diallo,Swahli'].join('\n');
      const { id } = await lists.upload(coordinator, 'acacia', 'one.csv', text);
      const columns = [
        { header: 'Ref of hers', column: 'external_id' },
        { header: 'Her name', column: 'full_name' },
        { header: 'Speaks', column: 'languages' },
      ];
      await lists.setMapping(coordinator, { id, revision: 1, columns });
      const fixes = [{ field: 'languages', value: 'Swahli', means: 'Swahili (C1)' }];
      await lists.fixValue(coordinator, { id, revision: 2, fixes });
      const ready = await lists.settled(coordinator, id);
      expect(ready.counts).toMatchObject({ new: 1, rejected: 0 });
      await lists.apply(coordinator, ready);
      const other = text.replaceAll(',', ';').replace('Amina', 'Binta').replace('A-1', 'A-2');
      const again = await lists.upload(coordinator, 'acacia', 'two.csv', other);
      expect(again).toMatchObject({ state: 'CHECKED', remembered: true, counts: { new: 1 } });
      const another = other.replace('Speaks', 'Talks');
      const unknown = await lists.upload(coordinator, 'acacia', 'three.csv', another);
      expect(unknown).toMatchObject({ state: 'UPLOADED', remembered: false });
    });
  });

  describe('applied and undone', () => {
    it('is written as the preview showed, with a count of each', async () => {
      const staged = await lists.upload(coordinator, 'acacia', 'list.csv', list(AMINA, BINTA));
      const applied = await lists.apply(coordinator, staged);
      expect(applied).toMatchObject({
        state: 'APPLIED',
        counts: { rows: 2, created: 2, new: 0, conflicts: 0 },
      });
      expect(await names()).toEqual(['Amina Diallo', 'Binta Traoré']);
      expect(await query('SELECT id FROM staged_part')).toEqual([]);
      const rows = await lists.rows(coordinator, staged.id);
      expect(rows.map(({ status, cells }) => [status, cells])).toEqual([
        ['CREATED', []],
        ['CREATED', []],
      ]);
      const history = await query<{ by: string }>('SELECT imported_by AS by FROM profile_import');
      expect(history).toEqual([{ by: 'user:one' }, { by: 'user:one' }]);
      await expect(lists.apply(coordinator, applied)).rejects.toThrow('applied once');
    });

    it('leaves a profile that was changed since the preview as it is', async () => {
      await lists.apply(
        coordinator,
        await lists.upload(coordinator, 'acacia', 'list.csv', list(AMINA, BINTA)),
      );
      const next = list(AMINA.replace('C1', 'C2'), BINTA.replace('Mali', 'Niger'));
      const staged = await lists.upload(coordinator, 'acacia', 'list.csv', next);
      expect(staged.counts).toMatchObject({ changed: 2 });
      const [amina] = await query<{ id: string; revision: number }>(
        `SELECT id, revision FROM mediator WHERE display_name = 'Amina Diallo'`,
      );
      await api.services.curation.edit(
        coordinator,
        amina!.id,
        amina!.revision,
        { years: 9 },
        coordinator.networkIds[0],
      );
      const applied = await lists.apply(coordinator, staged);
      expect(applied.counts).toMatchObject({ updated: 1, conflicts: 1, changed: 0 });
      const [conflict] = await lists.rows(coordinator, staged.id, { statuses: ['CONFLICT'] });
      expect(conflict?.problems[0]).toMatch(/^The profile has changed since the preview/);
      const [now] = await query<{ years: number }>(
        'SELECT years FROM mediator WHERE id = $1',
        amina!.id,
      );
      expect(now).toEqual({ years: 9 });
    });

    it('comes back to what was there before, and those who were new are gone', async () => {
      await lists.apply(
        coordinator,
        await lists.upload(coordinator, 'acacia', 'l.csv', list(AMINA)),
      );
      const facts = () =>
        query(
          `SELECT a.asserted, a.role, a.status, m.state, m.display_name,
             (SELECT array_agg(c.purpose ORDER BY c.purpose) FROM consent c WHERE c.mediator_id = m.id AND c.withdrawn_at IS NULL) AS consents
           FROM affiliation a JOIN mediator m ON m.id = a.mediator_id ORDER BY a.external_id`,
        );
      const before = await facts();
      const next = list(
        AMINA.replace('French (C1)', 'Bambara (B2)').replace('MATCHED', 'MATCHED; STATISTICS'),
        BINTA,
      );
      const staged = await lists.upload(coordinator, 'acacia', 'l.csv', next);
      await lists.apply(coordinator, staged);
      expect(await facts()).not.toEqual(before);
      const undone = await lists.undo(coordinator, staged.id);
      expect(undone).toMatchObject({ state: 'UNDONE', counts: { undone: 2, kept: 0 } });
      expect(await facts()).toEqual(before);
      // The same list again says what is there.
      const again = await lists.upload(coordinator, 'acacia', 'l.csv', list(AMINA));
      expect(again.counts).toMatchObject({ unchanged: 1 });
    });

    it('never shows more by being undone', async () => {
      await lists.apply(
        coordinator,
        await lists.upload(coordinator, 'acacia', 'l.csv', list(AMINA)),
      );
      const next = list(AMINA.replace('LISTED; MATCHED', 'LISTED').replace(',,', ',yes,Heron'));
      const staged = await lists.upload(coordinator, 'acacia', 'l.csv', next);
      expect(staged.counts).toMatchObject({ changed: 1, endingConsent: 1 });
      await lists.apply(coordinator, staged);
      await lists.undo(coordinator, staged.id);
      const [amina] = await query<{ pseudonymous: boolean; codeName: string; consents: string[] }>(
        `SELECT pseudonymous, code_name AS "codeName", (SELECT array_agg(purpose) FROM consent c
           WHERE c.mediator_id = m.id AND c.withdrawn_at IS NULL) AS consents FROM mediator m`,
      );
      expect(amina).toEqual({ pseudonymous: true, codeName: 'Heron', consents: ['LISTED'] });
    });

    it('leaves what somebody has changed since, row by row, and says so', async () => {
      const staged = await lists.upload(coordinator, 'acacia', 'l.csv', list(AMINA, BINTA));
      await lists.apply(coordinator, staged);
      const [amina] = await query<{ id: string }>(
        `SELECT id FROM mediator WHERE display_name = 'Amina Diallo'`,
      );
      await api.services.curation.addNote(coordinator, amina!.id, 'Called her today.');
      const undone = await lists.undo(coordinator, staged.id);
      expect(undone.counts).toMatchObject({ undone: 1, kept: 1 });
      const [kept] = await lists.rows(coordinator, staged.id, { statuses: ['KEPT'] });
      expect(kept?.problems[0]).toMatch(/^Others have worked with her profile/);
      expect(await names()).toEqual(['Amina Diallo']);
    });

    it('brings nobody back who was erased, and keeps nothing of her', async () => {
      const staged = await lists.upload(coordinator, 'acacia', 'l.csv', list(AMINA, BINTA));
      await lists.apply(coordinator, staged);
      const waiting = await lists.upload(
        coordinator,
        'acacia',
        'm.csv',
        list(AMINA.replace('C1', 'C2'), BINTA),
      );
      const [amina] = await query<{ id: string }>(
        `SELECT id FROM mediator WHERE display_name = 'Amina Diallo'`,
      );
      const held = await api.services.database.transaction((tx) =>
        api.services.held.read(tx, { ...OPERATOR, mediatorId: amina!.id }, amina!.id),
      );
      expect(held['stagedRows']).toEqual([
        expect.objectContaining({ file: 'l.csv', row: 2, status: 'created' }),
        expect.objectContaining({
          file: 'm.csv',
          row: 2,
          status: 'changed',
          cells: expect.arrayContaining([{ column: 'Name', text: 'Amina Diallo' }]) as unknown,
        }),
      ]);
      await api.services.erasure.erase(OPERATOR, amina!.id);
      expect(await lists.read(coordinator, waiting.id)).toMatchObject({
        state: 'FAILED',
        problem: 'A woman on your list was erased, and this file with her. Upload the file again.',
      });
      expect(await query('SELECT id FROM staged_part')).toEqual([]);
      const undone = await lists.undo(coordinator, staged.id);
      expect(undone.counts).toMatchObject({ rows: 1, undone: 1 });
      expect(await names()).toEqual([]);
      const again = await lists.upload(coordinator, 'acacia', 'l.csv', list(AMINA));
      expect(again.counts).toMatchObject({ rejected: 1, new: 0 });
      const [row] = await lists.rows(coordinator, again.id);
      expect(row?.cells).toEqual([]);
    });

    it('goes when she says so, and when its time is over', async () => {
      const staged = await lists.upload(coordinator, 'acacia', 'l.csv', list(AMINA));
      await lists.asked(
        coordinator,
        'mutation ($id: ID!) { removeImport(id: $id) { __typename } }',
        { id: staged.id },
      );
      expect(await query('SELECT id FROM staged_row')).toEqual([]);
      await lists.upload(coordinator, 'acacia', 'l.csv', list(AMINA));
      await query(`UPDATE staged_import SET expires_at = now() - interval '1 minute'`);
      const { ImportPurge } = await import('#imports');
      await api.app.get(ImportPurge).handle();
      expect(await query('SELECT id FROM staged_import')).toEqual([]);
      // One that is at work has a day more.
      await lists.upload(coordinator, 'acacia', 'l.csv', list(AMINA));
      const purgedAfter = async (hours: number) => {
        await query(
          `UPDATE staged_import SET state = 'applying', expires_at = now() - make_interval(hours => ${hours})`,
        );
        await api.app.get(ImportPurge).handle();
        return (await query('SELECT id FROM staged_import')).length === 0;
      };
      expect([await purgedAfter(1), await purgedAfter(25)]).toEqual([false, true]);
    });

    it('gives out what was not accepted, in the reader’s language', async () => {
      const { id } = await lists.upload(
        coordinator,
        'acacia',
        'l.csv',
        list('A-3,Coumba Sy,Swahli (B2),Mali,Ceasefires,,coumba at example.org,,'),
      );
      const file = (format: string, viewer = coordinator) =>
        api.app.inject({
          url: `/imports/${id}/rejects?format=${format}&language=fr`,
          headers: viewers.as(viewer),
        });
      const { body } = await file('csv');
      expect(body.split('\r\n')[0]).toBe(
        '\ufeff"feuille","ligne","colonne","valeur","raison","suggestion"',
      );
      expect(body).toContain('Swahli');
      expect(body).not.toContain('coumba at example.org');
      expect((await file('xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
      expect((await file('csv', stranger)).statusCode).toBe(404);
    });
  });
});
