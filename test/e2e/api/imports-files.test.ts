import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { ColumnMap, importProfiles, openRows, type Reject } from '#directory';
import { OPERATOR, type Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fixture } from '../../support/importing.js';
import { form, uploading } from '../../support/uploading.js';
import { coordinatorViewer, viewersOfTest } from '../../support/viewers.js';
import { partsOf, zipOf } from '../../support/workbook.js';

const HEADER = ['Member no', 'Name', 'Languages', 'E-mail'];
const AMINA = ['A-1', 'Amina Diallo', 'French (C1)', 'amina@example.org'];
const BINTA = ['B-1', 'Binta Traoré', 'French (C1)', 'binta@example.org'];

const book = (...sheets: { name: string; rows: string[][] }[]) =>
  zipOf(Object.entries(partsOf(sheets)));
const csv = (...rows: string[][]) => rows.map((row) => row.join(',')).join('\n');

describe('files that are uploaded', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let lists: ReturnType<typeof uploading>;
  let coordinator: Viewer;
  let port: number;

  const query = async <T>(sql: string, ...parameters: unknown[]): Promise<T[]> =>
    api.services.database.query<T>(sql, parameters);

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    lists = uploading(api, viewers);
    await api.services.networks.create(OPERATOR, { slug: 'acacia', names: { en: 'acacia' } });
    coordinator = coordinatorViewer((await api.services.networks.bySlug('acacia'))?.id ?? '');
    await api.app.listen(0, '127.0.0.1');
    ({ port } = api.app.getHttpServer().address() as AddressInfo);
  });
  beforeEach(async () => {
    for (const table of ['mediator', 'staged_import', 'import_memory']) {
      await query(`DELETE FROM ${table}`);
    }
  });
  afterAll(async () => api.close());

  /** Sends bytes over a connection of its own, and gives what is answered until it is closed. */
  const overTheWire = (
    bytes: Buffer,
    {
      contentLength = bytes.length,
      viewer = coordinator,
      cut = false,
    }: { contentLength?: number; viewer?: Viewer | null; cut?: boolean } = {},
  ): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let answer = '';
      socket.on('data', (data) => (answer += data.toString()));
      socket.on('error', () => resolve(answer));
      socket.on('close', () => resolve(answer));
      const head = [
        'POST /imports HTTP/1.1',
        'Host: localhost',
        'Content-Type: multipart/form-data; boundary=a-boundary-of-the-test',
        `Content-Length: ${contentLength}`,
        ...(viewer ? [`Authorization: ${viewers.as(viewer).authorization}`] : []),
        'Connection: close',
        '',
        '',
      ].join('\r\n');
      socket.write(Buffer.concat([Buffer.from(head), bytes]), () => {
        if (cut) setTimeout(() => socket.destroy(), 200);
      });
    });
  const until = async (holds: () => Promise<boolean>): Promise<boolean> => {
    for (let i = 0; i < 100; i++) {
      if (await holds()) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  };
  const noneLeft = async () => (await query('SELECT id FROM staged_import')).length === 0;

  describe('on their way', () => {
    it('leave nothing when the connection is cut', async () => {
      const whole = form('acacia', 'list.csv', Buffer.alloc(1_000_000, 'a,b\n'));
      await overTheWire(whole.subarray(0, 700_000), { contentLength: whole.length, cut: true });
      expect(await until(noneLeft)).toBe(true);
    });

    it('are refused, and leave nothing, when the form ends too early', async () => {
      const whole = form('acacia', 'list.csv', Buffer.alloc(1_000_000, 'a,b\n'));
      const answer = await overTheWire(whole.subarray(0, 700_000));
      expect(answer).toMatch(/^HTTP\/1\.1 400/);
      expect(await noneLeft()).toBe(true);
    });

    it('are refused where there are two', async () => {
      const one = form('acacia', 'one.csv', csv(HEADER, AMINA));
      const two = form(null, 'two.csv', csv(HEADER, BINTA));
      const end = one.indexOf('--a-boundary-of-the-test--');
      const { statusCode, body } = await lists.post(
        coordinator,
        Buffer.concat([one.subarray(0, end), two]),
      );
      expect([statusCode, body]).toEqual([400, expect.stringContaining('one file')]);
      expect(await noneLeft()).toBe(true);
    });

    it.each(['a\0b', 'ä'.repeat(400), '%', "' OR 1=1", '../acacia'])(
      'for a network called %j are refused as for any other',
      async (network) => {
        const { statusCode } = await lists.post(coordinator, form(network, 'l.csv', csv(HEADER)));
        expect(statusCode).toBe(403);
      },
    );

    it('are not read of nobody: the connection is closed', async () => {
      const whole = form('acacia', 'list.csv', Buffer.alloc(3_000_000, 'a,b\n'));
      const answer = await overTheWire(whole.subarray(0, 100_000), {
        contentLength: whole.length,
        viewer: null,
      });
      expect(answer).toMatch(/^HTTP\/1\.1 401/);
      expect(await noneLeft()).toBe(true);
      // Nor is it waited for which network they name.
      const slow = { contentLength: whole.length, viewer: null };
      expect(await overTheWire(whole.subarray(0, 10), slow)).toMatch(/^HTTP\/1\.1 401/);
    });

    it.each([
      ['../../etc/passwd', 'passwd'],
      ['C:\\lists\\members.csv', 'members.csv'],
      ['a\u202eb\u0007.csv', 'a b .csv'],
      ['a'.repeat(300), 'a'.repeat(255)],
      ['   ', 'list'],
      ['قائمة.csv', 'قائمة.csv'],
    ])('called %j keep their name as text', async (name, is) => {
      const { id } = await lists.upload(coordinator, 'acacia', name, csv(HEADER, AMINA));
      expect(
        await lists.asked(coordinator, 'query ($id: ID!) { import(id: $id) { fileName } }', { id }),
      ).toEqual({ fileName: is });
    });

    it('that are no form, or a form elsewhere, are refused and break nothing', async () => {
      const payload = form('acacia', 'l.csv', csv(HEADER, AMINA));
      const type = 'multipart/form-data; boundary=a-boundary-of-the-test';
      const asked = async (url: string, contentType: string) => {
        const { statusCode } = await api.app.inject({
          method: 'POST',
          url,
          headers: { ...viewers.as(coordinator), 'content-type': contentType },
          payload,
        });
        return [url, contentType, Math.floor(statusCode / 100)];
      };
      for (const [url, kind] of [
        ['/imports', 'text/csv'],
        ['/imports', 'application/json'],
        ['/imports', 'multipart/form-data'],
        ['/graphql', type],
        ['/en/sign-in', type],
        ['/search', type],
      ] as const) {
        expect(await asked(url, kind)).toEqual([url, kind, 4]);
      }
    });
  });

  describe('workbooks', () => {
    const TWO = () =>
      book({ name: 'Kenya', rows: [HEADER, AMINA] }, { name: 'Uganda', rows: [HEADER, BINTA] });
    const cell = (text: string, sheet?: string) => ({ sheet, row: 2, column: 'E-mail', text });
    const sheetsRead = async (id: string, revision: number, ...sheets: string[]) => {
      expect(await lists.setMapping(coordinator, { id, revision, sheets })).toMatchObject({
        __typename: 'Import',
      });
      return lists.settled(coordinator, id);
    };

    it('keep a fix and a row that is left out with their sheet, whichever sheets are read', async () => {
      const { id } = await lists.upload(coordinator, 'acacia', 'l.xlsx', TWO());
      await sheetsRead(id, 1, 'Kenya');
      await lists.fixCell(coordinator, { id, revision: 2, fixes: [cell('new@example.org')] });
      await lists.settled(coordinator, id);
      const mail = async () =>
        (await lists.rows(coordinator, id)).map(({ sheet, cells, status }) => [
          sheet,
          status,
          cells.at(-1)?.fixed ?? cells.at(-1)?.raw,
        ]);
      expect(await mail()).toEqual([[null, 'NEW', 'new@example.org']]);
      await sheetsRead(id, 3, 'Uganda');
      expect(await mail()).toEqual([[null, 'NEW', 'binta@example.org']]);
      await lists.skip(coordinator, { id, revision: 4, rows: [{ row: 2 }] });
      await sheetsRead(id, 5, 'all');
      expect(await mail()).toEqual([
        ['Kenya', 'NEW', 'new@example.org'],
        ['Uganda', 'SKIPPED', 'binta@example.org'],
      ]);
      await lists.fixCell(coordinator, {
        id,
        revision: 6,
        fixes: [cell('other@example.org', 'Kenya')],
      });
      await sheetsRead(id, 7, 'Kenya');
      expect(await mail()).toEqual([[null, 'NEW', 'other@example.org']]);
    });

    it('show the names of their sheets as a column, which she says what it is', async () => {
      const { id } = await lists.upload(coordinator, 'acacia', 'n.xlsx', TWO());
      await sheetsRead(id, 1, 'all');
      const first = async () => {
        const { columns } = await lists.asked<{ columns: unknown[] }>(
          coordinator,
          'query ($id: ID!) { import(id: $id) { columns { header place field evidence samples } } }',
          { id },
        );
        return columns[0];
      };
      const samples = ['Kenya', 'Uganda'];
      const names = { header: 'Sheet name', place: '', samples };
      expect(await first()).toEqual({ ...names, field: null, evidence: null });
      const columns = [{ header: 'Sheet name', column: 'territories' }];
      await lists.setMapping(coordinator, { id, revision: 2, columns });
      await lists.settled(coordinator, id);
      expect(await first()).toEqual({ ...names, field: 'territories', evidence: 'MAPPING' });
      const [row] = await lists.rows(coordinator, id);
      expect(row?.cells.at(-1)).toMatchObject({ column: 'Sheet name', raw: 'Kenya' });
    });

    it('show titles within a list as a column, which she says what it is', async () => {
      const text = 'No,Name,Topics\nKenya,,\n1,Ada Example,Elections\n';
      const { id, revision } = await lists.upload(coordinator, 'acacia', 't.csv', text);
      const first = async () => {
        const { columns } = await lists.asked<{ columns: unknown[] }>(
          coordinator,
          'query ($id: ID!) { import(id: $id) { columns { header place field samples } } }',
          { id },
        );
        return columns[0];
      };
      const titles = { header: 'Section title', place: '', samples: ['Kenya'] };
      expect(await first()).toEqual({ ...titles, field: null });
      const columns = [{ header: 'Section title', column: 'residence' }];
      await lists.setMapping(coordinator, { id, revision, columns });
      await lists.settled(coordinator, id);
      expect(await first()).toEqual({ ...titles, field: 'residence' });
      const [row] = await lists.rows(coordinator, id);
      expect(row?.cells.at(-1)).toMatchObject({ column: 'Section title', raw: 'Kenya' });
    });

    it('have a fix that finds no row named, not passed over', async () => {
      const { id } = await lists.upload(coordinator, 'acacia', 'l.csv', csv(HEADER, AMINA));
      await lists.fixCell(coordinator, {
        id,
        revision: 1,
        fixes: [
          { row: 77, column: 'E-mail', text: 'new@example.org' },
          { row: 2, column: 'E-Mial', text: 'new@example.org' },
          { row: 2, column: 'E-mail', nth: 2, text: 'new@example.org' },
        ],
      });
      await lists.skip(coordinator, { id, revision: 2, rows: [{ row: 78 }] });
      await lists.settled(coordinator, id);
      const { leftOut } = await lists.asked<{ leftOut: string[] }>(
        coordinator,
        'query ($id: ID!) { importReport(id: $id) { leftOut } }',
        { id },
      );
      expect(leftOut).toHaveLength(4);
      expect(leftOut.join('\n')).toMatch(/77[^]*78|78[^]*77/);
      expect(leftOut.join('\n')).toContain('E-Mial');
      expect(leftOut.join('\n')).not.toContain('new@');
    });

    it('of OpenDocument are named so, and read', async () => {
      const ods = readFileSync(fixture('lists/09-simple.ods'));
      const { id, state } = await lists.upload(coordinator, 'acacia', 'l.xlsx', ods);
      expect(state).toBe('CHECKED');
      expect(
        await lists.asked(coordinator, 'query ($id: ID!) { import(id: $id) { format } }', { id }),
      ).toEqual({ format: 'ODS' });
    });

    it.each([
      ['hostile-bomb.xlsx', /unpack/i],
      ['hostile-cut-off.xlsx', /./],
      ['hostile-no-sheets.xlsx', /./],
      ['hostile-entities.xlsx', /./],
    ])('that attack are refused with a sentence: %s', async (name, sentence) => {
      const { state, problem } = await lists.upload(
        coordinator,
        'acacia',
        name,
        readFileSync(fixture(name)),
      );
      expect([state, problem]).toEqual(['FAILED', expect.stringMatching(sentence)]);
      expect(await query('SELECT id FROM staged_part')).toEqual([]);
    });
  });

  describe('lists of other kinds', () => {
    it('in UTF-16, and as JSON Lines, are read as in UTF-8', async () => {
      const text = csv(HEADER, AMINA);
      const files: [string, Buffer | string][] = [
        ['u16.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
        [
          'lines.txt',
          JSON.stringify({ id: 'A-1', name: 'Amina Diallo', languages: ['French (C1)'] }),
        ],
        ['tabs.doc', text.replaceAll(',', '\t')],
      ];
      for (const [name, content] of files) {
        const { counts, state } = await lists.upload(coordinator, 'acacia', name, content);
        expect([name, state, counts?.new]).toEqual([name, 'CHECKED', 1]);
      }
    });

    it('without numbers are answered by a number, and doubled rows by a fix of one of them', async () => {
      const head = ['Name', 'Languages', 'E-mail'];
      const first = await lists.upload(
        coordinator,
        'acacia',
        'l.csv',
        csv(head, ['Amina Diallo', 'French (C1)', 'amina@example.org']),
      );
      await lists.apply(coordinator, first);
      const [known] = await query<{ number: string }>(
        'SELECT external_id AS number FROM affiliation',
      );
      const asked = await lists.upload(
        coordinator,
        'acacia',
        'l.csv',
        csv(head, ['Amina Dialo', 'French (C1)', 'amina@example.org']),
      );
      expect(asked.counts).toMatchObject({ rejected: 1 });
      const { id } = asked;
      const answer = { row: 2, column: 'external_id', text: known?.number };
      await lists.fixCell(coordinator, { id, revision: 1, fixes: [answer] });
      expect((await lists.settled(coordinator, id)).counts).toMatchObject({ changed: 1, new: 0 });
      const [row] = await lists.rows(coordinator, id);
      expect(row?.changes.map(({ field }) => field)).toContain('full_name');
    });

    it('with several rows of one woman have one of them mended, or left out', async () => {
      const text = csv(
        HEADER,
        AMINA,
        ['A-1', 'Amina Diallo', 'Swahli (B2)', 'amina@example.org'],
        ['A-1', 'Amina Diallo', 'Bambara (B2)', 'other@example.org'],
      );
      const { id, counts } = await lists.upload(coordinator, 'acacia', 'l.csv', text);
      expect(counts).toMatchObject({ rows: 3, rejected: 3 });
      await lists.fixCell(coordinator, {
        id,
        revision: 1,
        fixes: [{ row: 3, column: 'Languages', text: 'Swahili (B2)' }],
      });
      await lists.skip(coordinator, { id, revision: 2, rows: [{ row: 4 }] });
      const read = await lists.settled(coordinator, id);
      expect(read.counts).toMatchObject({ rows: 3, new: 1, joined: 1, skipped: 1, rejected: 0 });
      const done = await lists.apply(coordinator, read);
      expect(done.counts).toMatchObject({ created: 1, joined: 1, skipped: 1 });
      const [said] = await query<{ languages: { code: string }[] }>(
        `SELECT asserted -> 'languages' AS languages FROM affiliation`,
      );
      expect(said?.languages.map(({ code }) => code).toSorted()).toEqual(['fr', 'sw']);
    });
  });

  describe('every list that networks sent', () => {
    /** Said once for a list that does not say it itself. */
    const LEVEL = { column: 'language_level', text: 'B2' };
    const CONSENT = { column: 'consent', text: 'LISTED; MATCHED' };
    const names = readdirSync(fixture('lists'));

    it.each(names)(
      '%s: the preview and the command line say the same of each row',
      async (name) => {
        const file = fixture(`lists/${name}`);
        const { id, problem } = await lists.upload(coordinator, 'acacia', name, readFileSync(file));
        const sheets = problem?.includes('look like lists') ? ['all'] : [];
        let { revision } = await lists.setDefaults(coordinator, {
          id,
          revision: 1,
          defaults: [LEVEL, CONSENT],
        });
        if (sheets.length > 0) {
          ({ revision } = await lists.setMapping(coordinator, { id, revision, sheets }));
        }
        const staged = await lists.settled(coordinator, id);
        const columns = new ColumnMap({
          columns: {},
          defaults: Object.fromEntries([LEVEL, CONSENT].map(({ column, text }) => [column, text])),
        });
        const rejects: Reject[] = [];
        const dryRun = async () =>
          importProfiles(api.services, {
            by: OPERATOR,
            rows: await openRows(file, columns, { sheets }),
            columns,
            network: 'acacia',
            today: new Date(),
            dryRun: true,
            onRejects: (found) => void rejects.push(...found),
          });
        if (staged.state === 'UPLOADED') {
          await expect(dryRun()).rejects.toThrow(staged.problem ?? 'none');
          return;
        }
        const { rows, created, updated, unchanged, rejected, remarks } = await dryRun();
        expect(staged.counts).toMatchObject({ rows, changed: updated, unchanged, rejected });
        expect((staged.counts?.new ?? 0) + (staged.counts?.joined ?? 0)).toBe(
          rows - updated - unchanged - rejected,
        );
        expect(staged.counts?.new).toBe(created);
        const report = await lists.asked<{ leftOut: string[]; noted: string[] }>(
          coordinator,
          'query ($id: ID!) { importReport(id: $id) { leftOut noted } }',
          { id },
        );
        expect(report.leftOut.length + report.noted.length).toBe(remarks.length);
        const { body } = await api.app.inject({
          url: `/imports/${id}/rejects`,
          headers: viewers.as(coordinator),
        });
        for (const reject of rejects) expect(body).toContain(String(reject.row));
        const done = await lists.apply(coordinator, { id, revision });
        expect(done.counts).toMatchObject({ created, rejected, conflicts: 0 });
        const undone = await lists.undo(coordinator, id);
        expect(undone.counts).toMatchObject({ undone: created, kept: 0 });
        expect(await query('SELECT id FROM mediator')).toEqual([]);
      },
    );
  });

  describe('edits and questions in odd characters', () => {
    const ODD = ['a\0b', '\ud800', '__proto__', 'constructor', 'x'.repeat(20_000), ''];

    it('are refused by path, or taken, and never break the service', async () => {
      const { id } = await lists.upload(coordinator, 'acacia', 'l.csv', csv(HEADER, AMINA));
      for (const odd of ODD) {
        const { revision } = await lists.settled(coordinator, id);
        const said = async (work: Promise<{ __typename: string }>) =>
          work.then(({ __typename }) => __typename).catch((error: Error) => error.message);
        const edits = [
          () =>
            lists.setMapping(coordinator, {
              id,
              revision,
              columns: [{ header: odd, column: null }],
            }),
          () =>
            lists.setMapping(coordinator, {
              id,
              revision,
              columns: [{ header: 'x', column: odd }],
            }),
          () => lists.setMapping(coordinator, { id, revision, sheets: [odd] }),
          () =>
            lists.setDefaults(coordinator, {
              id,
              revision,
              defaults: [{ column: 'residence', text: odd }],
            }),
          () =>
            lists.setDefaults(coordinator, {
              id,
              revision,
              defaults: [{ column: odd, text: 'x' }],
            }),
          () =>
            lists.fixValue(coordinator, {
              id,
              revision,
              fixes: [{ field: odd, value: 'x', means: 'y' }],
            }),
          () =>
            lists.fixValue(coordinator, {
              id,
              revision,
              fixes: [{ field: 'languages', value: odd, means: 'French' }],
            }),
          () =>
            lists.fixCell(coordinator, {
              id,
              revision,
              fixes: [{ sheet: odd, row: 2, column: 'Name', text: 'x' }],
            }),
          () =>
            lists.fixCell(coordinator, {
              id,
              revision,
              fixes: [{ row: 2, column: odd, text: 'x' }],
            }),
          () =>
            lists.fixCell(coordinator, {
              id,
              revision,
              fixes: [{ row: 2, column: 'Name', text: odd }],
            }),
          () => lists.skip(coordinator, { id, revision, rows: [{ sheet: odd, row: 2 }] }),
        ];
        for (const [i, edit] of edits.entries()) {
          expect([odd.slice(0, 20), i, await said(edit())]).toEqual([
            odd.slice(0, 20),
            i,
            expect.stringMatching(/^(Import|ValidationError|Conflict)$/),
          ]);
        }
        for (const filter of [{ sheet: odd }, { problemIn: odd }]) {
          const answer = await lists
            .rows(coordinator, id, filter)
            .catch((error: Error) => error.message);
          expect(JSON.stringify(answer)).not.toContain('INTERNAL');
        }
      }
      const { state } = await lists.settled(coordinator, id);
      expect(['CHECKED', 'UPLOADED']).toContain(state);
    });

    it('in a cursor are refused', async () => {
      const { id } = await lists.upload(coordinator, 'acacia', 'l.csv', csv(HEADER, AMINA));
      const page = (after: string) =>
        api.ask(
          'query ($id: ID!, $after: String) { importRows(id: $id, first: 1, after: $after) { edges { cursor } } }',
          { id, after },
          viewers.as(coordinator),
        );
      const { data } = await api.ask<{ importRows: { edges: { cursor: string }[] } }>(
        'query ($id: ID!) { importRows(id: $id, first: 1) { edges { cursor } } }',
        { id },
        viewers.as(coordinator),
      );
      const cursor = Buffer.from(data?.importRows.edges[0]?.cursor ?? '', 'base64url').toString();
      for (const key of ['abc', '1e99', '-1', '99999999999999', 'NaN']) {
        const forged = Buffer.from(cursor.replace(/\d{9}/, key)).toString('base64url');
        const { errors } = await page(forged);
        expect([key, errors?.[0]?.extensions?.code ?? 'OK']).toEqual([
          key,
          expect.stringMatching(/^(VALIDATION_ERROR|OK)$/),
        ]);
      }
    });
  });
});
