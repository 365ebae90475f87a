import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ColumnMap, importProfiles, openRows } from '#directory';
import { OPERATOR, type Viewer } from '#identity';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestApi, type TestApi } from '../support/api.js';
import { runs } from '../support/depth.js';
import { TODAY } from '../support/fill.js';
import { uploading, type ReadRow } from '../support/uploading.js';
import { coordinatorViewer, viewersOfTest } from '../support/viewers.js';

const HEADER = [
  'external_id',
  'full_name',
  'languages',
  'territories',
  'expertise',
  'nationality',
  'years',
  'consent',
  'consent_text_version',
  'consent_on',
  'email',
  'telephone',
  'pseudonymous',
  'code_name',
  'ruled_out',
  'network_role',
  'biography:fr',
];

const mostly = (good: readonly string[], bad: string) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constant(bad) },
  );
const row = (numbers: readonly string[]) =>
  fc
    .record({
      external_id: fc.constantFrom(...numbers),
      full_name: mostly(['Amina Diallo', 'Binta Traoré', 'Ada Example'], ''),
      languages: mostly(['French (C1)', 'French (C1); Bambara (B2)', ''], 'Swahli'),
      territories: fc.constantFrom('Mali', 'Mali; Niger', ''),
      expertise: fc.constantFrom('Ceasefires', ''),
      nationality: fc.constantFrom('', 'Malian', 'NE'),
      years: mostly(['', '7', 'since 2005'], 'many'),
      consent: fc.constantFrom('', 'LISTED', 'LISTED; MATCHED', 'LISTED; CONTACTED'),
      consent_text_version: fc.constantFrom('', '2024-1', 'LISTED: 2024-1; MATCHED: 2025-2'),
      consent_on: fc.constantFrom('', '2024-01-02', '2024-05-06'),
      email: mostly(['', 'ada@example.org'], 'no address'),
      telephone: fc.constantFrom('', '+254 700 000000'),
      pseudonymous: fc.constantFrom('', 'yes', 'no'),
      code_name: fc.constantFrom('', 'Heron', 'Ibis'),
      ruled_out: fc.constantFrom('', 'Sudan', 'Sudan; Chad'),
      network_role: fc.constantFrom('', 'mentor'),
      'biography:fr': fc.constantFrom('', 'Elle parle.', 'Appelez le +254 700 000000'),
    })
    .map((record) => HEADER.map((name) => record[name as keyof typeof record]));
const NUMBERS = ['A-1', 'A-2', 'A-3', 'A-4'];
/** A list with its numbers once each, or with some that stand in several rows. */
const list = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(...NUMBERS.map((number) => row([number]))) },
  fc.array(row(NUMBERS), { minLength: 1, maxLength: 5 }),
);
/** What others do to a woman before the second list comes. */
const between = fc.array(
  fc.tuple(
    fc.constantFrom(...NUMBERS),
    fc.constantFrom('objects', 'suspends', 'leaves', 'edits', 'gives', 'stale'),
  ),
  { maxLength: 3 },
);

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csvOf = (rows: readonly (readonly string[])[]) =>
  [HEADER, ...rows].map((cells) => cells.map(quoted).join(',')).join('\n');

/** What a network says and what is shown of each woman, without moments and ids. */
const FACTS = `SELECT a.external_id, a.asserted, a.role, a.since, a.status, m.state, m.display_name, m.pseudonymous, m.code_name,
   m.ruled_out, m.years,
   (SELECT jsonb_agg(jsonb_build_array(c.purpose, c.text_version, c.given_on, c.channel) ORDER BY c.purpose) FROM consent c
     WHERE c.mediator_id = m.id AND c.withdrawn_at IS NULL) AS consents
 FROM affiliation a JOIN mediator m ON m.id = a.mediator_id JOIN network n ON n.id = a.network_id AND n.slug = 'acacia'
 ORDER BY a.external_id`;

interface Facts {
  readonly external_id: string;
  readonly asserted: object | null;
  readonly status: string;
  readonly state: string;
  readonly pseudonymous: boolean;
  readonly code_name: string | null;
  readonly ruled_out: readonly string[];
  readonly consents: readonly (readonly [string, string, string, string])[] | null;
}

describe('the preview of a list', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let lists: ReturnType<typeof uploading>;
  let coordinator: Viewer;
  let networkId: string;

  const query = async <T>(sql: string, ...parameters: unknown[]): Promise<T[]> =>
    api.services.database.query<T>(sql, parameters);
  const facts = () => query<Facts>(FACTS);
  const contacts = async (): Promise<unknown[]> => {
    const held = await query<{ id: string; number: string }>(
      'SELECT mediator_id AS id, external_id AS number FROM affiliation ORDER BY external_id',
    );
    const rows: unknown[] = [];
    for (const { id, number } of held) {
      const { contacts: open } = await api.services.database.transaction(async (tx) => ({
        contacts: await api.services.held.parts
          .find(({ name }) => name === 'contact')
          ?.read(tx, { ...OPERATOR, mediatorId: id }, id),
      }));
      rows.push([
        number,
        JSON.stringify(open, (key, value: unknown) => (/at$|id$/i.test(key) ? undefined : value)),
      ]);
    }
    return rows;
  };

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    lists = uploading(api, viewers);
    const { networks } = api.services;
    await networks.create(OPERATOR, { slug: 'acacia', names: { en: 'acacia' } });
    networkId = (await networks.bySlug('acacia'))?.id ?? '';
    coordinator = coordinatorViewer(networkId);
  });
  afterAll(async () => api.close());

  const clear = async () => {
    for (const table of ['mediator', 'staged_import', 'import_memory', 'import_reject']) {
      await query(`DELETE FROM ${table}`);
    }
    await query('DELETE FROM graphile_worker._private_jobs');
  };
  const applied = async (text: string) =>
    lists.apply(coordinator, await lists.upload(coordinator, 'acacia', 'l.csv', text));
  const happens = async (number: string, what: string): Promise<void> => {
    const [found] = await query<{ id: string; revision: number }>(
      `SELECT m.id, m.revision FROM mediator m JOIN affiliation a ON a.mediator_id = m.id
       WHERE a.external_id = $1 AND a.status <> 'ended'`,
      number,
    );
    if (!found) return;
    const { id, revision } = found;
    const { curation, lifeCycle, memberships } = api.services;
    // What is not possible in her state does not happen.
    const tried = async (work: Promise<unknown>) => work.catch(() => undefined);
    if (what === 'suspends') await tried(lifeCycle.step(coordinator, id, 'suspend'));
    if (what === 'leaves') await tried(memberships.end(coordinator, networkId, id));
    if (what === 'edits')
      await tried(curation.edit(coordinator, id, revision, { years: 3 }, networkId));
    if (what === 'objects') {
      await query(
        `INSERT INTO consent_objection (mediator_id, purpose, stated_by) VALUES ($1, 'MATCHED', 'herself') ON CONFLICT DO NOTHING`,
        id,
      );
    }
    if (what === 'gives') {
      await query(
        `INSERT INTO consent (id, mediator_id, purpose, text_version, channel, recorded_by, given_on)
         VALUES (gen_random_uuid(), $1, 'STATISTICS', '1', 'web', 'herself', '2024-01-01') ON CONFLICT DO NOTHING`,
        id,
      );
    }
    if (what === 'stale') {
      await query(`UPDATE mediator SET state = 'stale' WHERE id = $1 AND state = 'published'`, id);
    }
  };

  /** The effect that a row names, as facts before and after show it. */
  const expectForeseen = (one: ReadRow, was: Facts | undefined, is: Facts | undefined): void => {
    const live = (of: Facts | undefined) => (of?.consents ?? []).map(([purpose]) => purpose);
    expect(one.stateBefore?.toLowerCase() ?? null).toBe(was?.state ?? null);
    expect(one.stateAfter?.toLowerCase()).toBe(is?.state);
    expect([...one.consentsGiven].toSorted()).toEqual(
      live(is).filter((p) => !live(was).includes(p)),
    );
    expect([...one.consentsEnding].toSorted()).toEqual(
      live(was).filter((p) => !live(is).includes(p)),
    );
    const isShown =
      one.changes.length +
        one.contactChanges.length +
        one.consentsGiven.length +
        one.consentsEnding.length >
      0;
    expect([one.row, isShown || was?.status === 'ended']).toEqual([one.row, true]);
  };

  it('is what applying does, as the command line does it, and is undone', async () => {
    await fc.assert(
      fc.asyncProperty(list, between, list, async (first, events, second) => {
        await clear();
        await applied(csvOf(first));
        for (const [number, what] of events) await happens(number, what);
        const [before, contactBefore] = [await facts(), await contacts()];
        const text = csvOf(second);
        const staged = await lists.upload(coordinator, 'acacia', 'l.csv', text);
        expect(await facts()).toEqual(before);
        const counts = staged.counts ?? {};
        const rows = await lists.rows(coordinator, staged.id);
        expect([rows.length, counts.rows]).toEqual([second.length, second.length]);
        // The command line says the same of the file.
        const folder = await mkdtemp(join(tmpdir(), 'baraza-preview-'));
        try {
          const path = join(folder, 'l.csv');
          await writeFile(path, text);
          const columns = new ColumnMap();
          const report = await importProfiles(api.services, {
            by: OPERATOR,
            rows: await openRows(path, columns),
            columns,
            network: 'acacia',
            today: TODAY,
            dryRun: true,
          });
          expect(report).toMatchObject({
            rows: counts.rows,
            created: counts.new,
            updated: counts.changed,
            unchanged: counts.unchanged,
          });
          expect(report.rejected).toBe(counts.rejected);
        } finally {
          await rm(folder, { recursive: true });
        }
        const done = await lists.apply(coordinator, staged);
        expect(done.counts).toMatchObject({
          created: counts.new,
          updated: counts.changed,
          unchanged: counts.unchanged,
          rejected: counts.rejected,
          joined: counts.joined,
          conflicts: 0,
        });
        const after = await facts();
        const numberOf = (one: ReadRow) => one.cells[0]?.raw ?? '';
        const of = (all: readonly Facts[], number: string) =>
          all.find(({ external_id: is }) => is === number.toLowerCase() || is === number);
        for (const one of rows) {
          const [was, is] = [of(before, numberOf(one)), of(after, numberOf(one))];
          if (one.status === 'NEW' || one.status === 'CHANGED') expectForeseen(one, was, is);
        }
        const written = new Set(
          rows.flatMap((one) => (['NEW', 'CHANGED'].includes(one.status) ? numberOf(one) : [])),
        );
        for (const was of before) {
          if (!written.has(was.external_id)) expect(of(after, was.external_id)).toEqual(was);
        }
        const undone = await lists.undo(coordinator, staged.id);
        const back = await facts();
        const kept = new Set(
          (await lists.rows(coordinator, staged.id, { statuses: ['KEPT'] })).map(
            ({ row: at }) => at,
          ),
        );
        expect(undone.counts).toMatchObject({ kept: kept.size });
        for (const one of rows) {
          const number = numberOf(one);
          const [was, is, now] = [of(before, number), of(after, number), of(back, number)];
          if (!written.has(number) || !['NEW', 'CHANGED'].includes(one.status)) continue;
          if (kept.has(one.row)) {
            expect(now).toEqual(is);
            continue;
          }
          if (!was) {
            expect(now).toBeUndefined();
            continue;
          }
          // What protects her stays, and what ended stays ended.
          expect(now?.pseudonymous).toBe(was.pseudonymous || is?.pseudonymous);
          for (const code of [...was.ruled_out, ...(is?.ruled_out ?? [])]) {
            if (was.status !== 'ended') expect(now?.ruled_out).toContain(code);
          }
          const earlier = (was.consents ?? []).map(String);
          const present = new Set((is?.consents ?? []).map(String));
          expect((now?.consents ?? []).map(String)).toEqual(
            earlier.filter((consent) => present.has(consent)),
          );
          const isProtected = is?.pseudonymous || is?.code_name || (is?.ruled_out ?? []).length > 0;
          if (!isProtected) expect({ ...now, consents: null }).toEqual({ ...was, consents: null });
        }
        if (kept.size === 0 && back.length === before.length) {
          expect(await contacts()).toEqual(contactBefore);
        }
      }),
      { numRuns: runs(5) },
    );
  });
});
