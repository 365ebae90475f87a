import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ColumnMap,
  ContactService,
  EXPORT_FORMATS,
  ExportService,
  openRows,
  rowsFromRecords,
} from '#directory';
import { OPERATOR, type Viewer } from '#identity';
import { entries, LOCALES, PROFICIENCIES, type Locale, type VocabularyKind } from '#vocabulary';
import { contactsOf } from '../support/contacts.js';
import { runs } from '../support/depth.js';
import { openImportBench, type ImportBench } from '../support/importing.js';
import { coordinatorViewer } from '../support/viewers.js';

/** Codes without that of Namibia, which may also mean that nothing is stated. */
const codes = (kind: VocabularyKind) =>
  fc.constantFrom(
    ...entries(kind)
      .map(({ code }) => code)
      .filter((code) => code !== 'NA'),
  );
/** In the column of countries that are ruled out more codes are taken for such marks. */
const countries = fc.constantFrom(...entries('territory').map(({ labels }) => labels.en));
const some = (one: fc.Arbitrary<string>) =>
  fc.uniqueArray(one, { maxLength: 4 }).map((values) => values.join('; '));
const skills = (kind: VocabularyKind, levels: readonly string[]) =>
  fc
    .uniqueArray(fc.tuple(codes(kind), fc.constantFrom(...levels)), {
      maxLength: 4,
      selector: ([code]) => code,
    })
    .map((values) => values.map(([code, level]) => `${code} (${level})`).join('; '));
const word = fc.constantFrom('Ada', 'Zoë', 'N’Diaye', 'سلمى', 'Müller-Lüdenscheidt', "O'Brien");
const text = fc.constantFrom(
  '',
  '=1+1',
  '"quoted", and more',
  'Two\nlines; three @marks',
  '+254 in a text',
  "'=already marked",
  '_x0041_ is no letter',
  'نص بالعربية',
);
const SISTER = 'Sister of hers, +254 711 111111';
const mediator = fc.record({
  full_name: fc.tuple(word, word).map((words) => words.join(' ')),
  name_variants: some(word),
  nationality: some(codes('territory')),
  residence: codes('territory'),
  years: fc.constantFrom('', '0', '7', '80'),
  tracks: some(codes('track')),
  roles: some(codes('role')),
  supports: some(codes('support')),
  availability: fc.constantFrom(
    '',
    'available',
    'limited',
    'unavailable',
    '2026-01-01/; /2025-06-30',
  ),
  notice_days: fc.constantFrom('', '0', '30'),
  remote: fc.constantFrom('', 'yes', 'no', 'both'),
  'biography:fr': text,
  'biography:ar': text,
  education: text,
  ruled_out: some(countries),
  confirmed_on: fc.constantFrom('', '2025-03-01'),
  languages: skills('language', PROFICIENCIES),
  territories: some(codes('territory')),
  expertise: skills('expertise', ['familiar', 'practitioner', 'expert']),
  deployments: fc.constantFrom(
    '',
    'Talks of X | ceasefire | | | | KE | 2001 | 2003',
    'Talks, short',
  ),
  email: fc.constantFrom('', 'ada@example.org'),
  telephone: fc.constantFrom('', '+254 700 000000'),
  emergency_contact: fc.constantFrom('', SISTER),
  security_notes: text,
  date_of_birth: fc.constantFrom('', '1970-02-03'),
  network_role: fc.constantFrom('', 'mentor', 'young-member'),
  member_since: fc.constantFrom('', '2019-05-06'),
  consent: fc.constantFrom('', 'LISTED', 'LISTED; MATCHED', 'LISTED; MATCHED; CONTACTED'),
  consent_text_version: fc.constantFrom('', '2024-1'),
  consent_on: fc.constantFrom('', '2024-07-08'),
});

describe('a list that is exported and imported again', () => {
  let bench: ImportBench;
  let exports: ExportService;
  let coordinator: Viewer;

  beforeAll(async () => {
    bench = await openImportBench('acacia');
    const { database, vault } = bench;
    exports = new ExportService(database, new ContactService(database, vault));
    const [network] = await database.query<{ id: string }>('SELECT id FROM network');
    coordinator = coordinatorViewer(network?.id ?? '');
  });

  afterAll(() => bench.drop());

  const written = async (format: (typeof EXPORT_FORMATS)[number], language: Locale) => {
    const bytes = await exports.export(coordinator, {
      network: 'acacia',
      format,
      language,
      access: { purpose: 'CORRECTION', reason: 'The list is corrected.' },
    });
    const pieces: Buffer[] = [];
    for await (const piece of bytes) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  };

  it('changes nothing, in every format and language', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mediator, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...EXPORT_FORMATS),
        fc.constantFrom(...LOCALES),
        async (mediators, format, language) => {
          await bench.clear();
          const records = mediators.map((one, i) => ({ external_id: `${i}-Ä`, ...one }));
          const first = await bench.rows('acacia', rowsFromRecords(records));
          expect(first.rejects).toEqual([]);
          const stated = await contactsOf(bench, 'acacia');
          const file = await written(format, language);
          const folder = await mkdtemp(join(tmpdir(), 'baraza-export-'));
          try {
            const path = join(folder, `list.${format}`);
            await writeFile(path, file);
            const columns = new ColumnMap();
            for await (const row of await openRows(path, columns)) {
              // Two people read it together, with a reason: no list holds it.
              expect(JSON.stringify(row)).not.toMatch(/Sister|emergency/i);
            }
            const again = await bench.rows('acacia', await openRows(path, columns), { columns });
            expect(again).toMatchObject({
              created: 0,
              updated: 0,
              unchanged: mediators.length,
              rejects: [],
            });
            expect(await contactsOf(bench, 'acacia')).toEqual(stated);
            expect(again.remarks.filter(({ fate }) => fate === 'left out')).toEqual([]);
          } finally {
            await rm(folder, { recursive: true });
          }
        },
      ),
      { numRuns: runs(15) },
    );
  });

  it('holds no contact data for who does not say why, or may not', async () => {
    await bench.rows(
      'acacia',
      rowsFromRecords([{ external_id: 'c', full_name: 'Ada Example', email: 'ada@example.org' }]),
    );
    const pieces: string[] = [];
    const bytes = await exports.export(OPERATOR, {
      network: 'acacia',
      format: 'csv',
      language: 'en',
    });
    for await (const piece of bytes) pieces.push(String(piece));
    expect(pieces.join('')).toContain('Ada Example');
    expect(pieces.join('')).not.toContain('ada@example.org');
    await expect(
      exports.export(OPERATOR, {
        network: 'acacia',
        format: 'csv',
        language: 'en',
        access: { purpose: 'CORRECTION', reason: 'The list is corrected.' },
      }),
    ).rejects.toMatchObject({ name: 'NotPermittedError' });
  });

  it('lets each woman read that hers was looked at, and why', async () => {
    await bench.clear();
    await bench.rows(
      'acacia',
      rowsFromRecords([
        { external_id: 'd', full_name: 'Ada Example', email: 'ada@example.org' },
        { external_id: 'e', full_name: 'Bea Example' },
      ]),
    );
    await written('jsonl', 'sw');
    const rows = await bench.database.query<{ purpose: string; count: number }>(
      'SELECT purpose, count(*)::int AS count FROM contact_access GROUP BY 1',
    );
    expect(rows).toEqual([{ purpose: 'CORRECTION', count: 2 }]);
  });
});
