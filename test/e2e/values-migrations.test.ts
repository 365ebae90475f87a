import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MIGRATIONS } from '#database';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { insertListed } from '../support/listed-mediator.js';
import { insertNeed } from '../support/stored-need.js';

/** Codes that ISO 3166 has withdrawn were taken for countries by earlier versions. */
describe('an installation that holds withdrawn country codes', () => {
  let test: TestDatabase;
  let migration: MigrationInterface;
  let ids: string[] = [];
  let source: DataSource;
  let runner: QueryRunner;

  beforeAll(async () => {
    test = await openTestDatabase();
    source = await new DataSource({ type: 'postgres', url: test.url }).initialize();
    runner = source.createQueryRunner();
    const Migration = MIGRATIONS.find(({ name }) => name.startsWith('WithdrawnTerritories'))!;
    migration = new Migration();
    const { database } = test;
    ids = [];
    for (const display_name of ['One', 'Several', 'Ruled', 'Untouched']) {
      ids.push(await insertListed(database, { display_name }));
    }
    const [one, several, ruled] = ids as [string, string, string];
    const network = '00000000-0000-4000-8000-000000000001';
    await test.asOwner(`
      INSERT INTO network (id, slug, names, territories) VALUES ('${network}', 'old', '{"en": "Old"}', '{KE,YU}');
      UPDATE mediator SET residence = 'ZR', nationalities = '{CD,ZR}',
        asserted = '{"residence": "ZR", "nationalities": ["CD", "ZR"], "biography": {"en": "ZR"}}' WHERE id = '${one}';
      INSERT INTO mediator_territory VALUES ('${one}', 'BU'), ('${one}', 'KE');
      INSERT INTO experience (mediator_id, ordinal, process_name, territory)
        VALUES ('${one}', 0, 'Dili', 'TP');
      UPDATE mediator SET residence = 'YU', nationalities = '{SU,RS}' WHERE id = '${several}';
      INSERT INTO affiliation (id, mediator_id, network_id, external_id, asserted) VALUES (gen_random_uuid(), '${several}',
        '${network}', '1', '{"residence": "YU", "nationalities": ["SU", "RS"], "experience": [{"territory": "CS", "role": "adviser"}]}');
      UPDATE mediator SET ruled_out = '{AN,ET}', asserted = '{"ruledOut": ["AN", "ET"]}' WHERE id = '${ruled}';`);
    const need = await insertNeed(database);
    await test.asOwner(`UPDATE need SET criteria = '{"territories": ["ZR"], "hard": {"languages": [{"code": "en", "level": "C1"}]},
      "soft": {"territories": [{"code": "YU", "weight": 3}, {"code": "KE"}]}}' WHERE id = '${need}'`);
    await migration.up(runner);
  });
  afterAll(async () => {
    await runner.release();
    await source.destroy();
    await test.drop();
  });

  const her = async (i: number) => {
    const [row] = await test.asOwner<Record<string, unknown>>(
      `SELECT residence, nationalities, ruled_out AS "ruledOut", revision, asserted,
         ARRAY(SELECT territory FROM mediator_territory t WHERE t.mediator_id = m.id ORDER BY 1) AS territories,
         ARRAY(SELECT territory FROM experience e WHERE e.mediator_id = m.id) AS experience,
         (SELECT asserted FROM affiliation a WHERE a.mediator_id = m.id AND asserted IS NOT NULL) AS said,
         ARRAY(SELECT text FROM profile_note n WHERE n.mediator_id = m.id ORDER BY text) AS notes
       FROM mediator m WHERE id = '${ids[i]}'`,
    );
    return row;
  };

  it('has the one country of today where there is one, once, and nothing else of her changes', async () => {
    expect(await her(0)).toMatchObject({
      residence: 'CD',
      nationalities: ['CD'],
      territories: ['KE', 'MM'],
      experience: ['TL'],
      revision: 2,
      asserted: { residence: 'CD', nationalities: ['CD'], biography: { en: 'ZR' } },
      notes: [],
    });
    expect(await her(3)).toMatchObject({ revision: 1, notes: [] });
  });

  it('keeps no code that became several, and tells her curators which to state', async () => {
    const found = await her(1);
    expect(found).toMatchObject({
      residence: null,
      nationalities: ['RS'],
      said: { nationalities: ['RS'], experience: [{ territory: null, role: 'adviser' }] },
    });
    expect(found?.said).not.toHaveProperty('residence');
    expect(found?.notes).toEqual([
      expect.stringContaining('"CS" (deployments)'),
      expect.stringContaining('"SU" (nationality)'),
      expect.stringMatching(/"YU" \(residence\).*BA, HR, ME, MK, RS, SI, XK/),
    ]);
  });

  it('rules out all of them', async () => {
    const all = ['BQ', 'CW', 'ET', 'SX'];
    expect(await her(2)).toMatchObject({ ruledOut: all, asserted: { ruledOut: all }, notes: [] });
  });

  it('covers and asks for all of them', async () => {
    const today = ['BA', 'HR', 'ME', 'MK', 'RS', 'SI', 'XK'];
    const networks = await test.asOwner(`SELECT territories FROM network WHERE slug = 'old'`);
    expect(networks).toEqual([{ territories: ['KE', ...today] }]);
    const needs = await test.asOwner('SELECT criteria FROM need');
    expect(needs).toEqual([
      {
        criteria: {
          territories: ['CD'],
          hard: { languages: [{ code: 'en', level: 'C1' }] },
          soft: { territories: [...today.map((code) => ({ code, weight: 3 })), { code: 'KE' }] },
        },
      },
    ]);
  });

  it('is as it was after a second run', async () => {
    const before = await Promise.all(ids.map(async (_, i) => her(i)));
    await migration.up(runner);
    expect(await Promise.all(ids.map(async (_, i) => her(i)))).toEqual(before);
  });
});

describe('an installation that holds numbers with the mark of a spreadsheet', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(async () => test.drop());

  it('has them without it, but where two women would share one', async () => {
    const network = '00000000-0000-4000-8000-000000000001';
    await test.asOwner(
      `INSERT INTO network (id, slug, names) VALUES ('${network}', 'old', '{"en": "Old"}')`,
    );
    for (const number of ["'00042", '’7', "'8", '8', "'9", '`9', "A'1", "'"]) {
      const id = await insertListed(test.database);
      await test.asOwner(`INSERT INTO affiliation (id, mediator_id, network_id, external_id)
        VALUES (gen_random_uuid(), '${id}', '${network}', '${number.replaceAll("'", "''")}')`);
    }
    const Migration = MIGRATIONS.find(({ name }) => name.startsWith('MarkedNumbers'))!;
    const runner = { query: async (sql: string) => test.asOwner(sql) } as unknown as QueryRunner;
    await new Migration().up(runner);
    const rows = await test.asOwner<{ number: string }>(
      'SELECT external_id AS number FROM affiliation',
    );
    expect(rows.map(({ number }) => number).toSorted()).toEqual(
      ['00042', '7', "'8", '8', "'9", '`9', "A'1", "'"].toSorted(),
    );
  });

  it('has them in ASCII digits, but where two women would share one', async () => {
    const network = '00000000-0000-4000-8000-000000000002';
    await test.asOwner(
      `INSERT INTO network (id, slug, names) VALUES ('${network}', 'digits', '{"en": "Digits"}')`,
    );
    for (const number of ['م-١٢', '٣', '3', '۴۵', 'B7']) {
      const id = await insertListed(test.database);
      await test.asOwner(`INSERT INTO affiliation (id, mediator_id, network_id, external_id)
        VALUES (gen_random_uuid(), '${id}', '${network}', '${number}')`);
    }
    const Migration = MIGRATIONS.find(({ name }) => name.startsWith('DigitsOfNumbers'))!;
    const runner = { query: async (sql: string) => test.asOwner(sql) } as unknown as QueryRunner;
    await new Migration().up(runner);
    const rows = await test.asOwner<{ number: string }>(
      `SELECT external_id AS number FROM affiliation WHERE network_id = '${network}'`,
    );
    expect(rows.map(({ number }) => number).toSorted()).toEqual(
      ['م-12', '٣', '3', '45', 'B7'].toSorted(),
    );
  });
});
