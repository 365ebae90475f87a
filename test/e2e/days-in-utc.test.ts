import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { Database } from '#database';
import { vaultEntities } from '#vault';
import { openTestDatabase } from '../support/database.js';

describe('days', () => {
  it.each(['Africa/Nairobi', 'Pacific/Kiritimati', 'America/Los_Angeles'])(
    'are days of UTC where the database is in %s',
    async (zone) => {
      const test = await openTestDatabase();
      const { pathname } = new URL(test.url);
      await test.asOwner(`ALTER DATABASE "${pathname.slice(1)}" SET timezone = '${zone}'`);
      const database = await Database.open(
        { databaseUrl: test.url, dataDirectory: '', databasePool: 2 },
        vaultEntities,
      );
      try {
        const day = `SELECT (timestamptz '2026-10-31T23:30:00Z')::date::text AS day`;
        const [ours, apart, inTransaction] = [
          await database.query(day),
          await database.apart.query(day),
          await database.transaction((tx) => tx.query(day)),
        ];
        for (const rows of [ours, apart, inTransaction]) {
          expect(rows).toEqual([{ day: '2026-10-31' }]);
        }
        expect(await test.asOwner(day)).toEqual([
          { day: zone.startsWith('America') ? '2026-10-31' : '2026-11-01' },
        ]);
      } finally {
        await database.close();
        await test.drop();
      }
    },
  );

  it('are not taken from moments by the zone of a session in any statement', () => {
    const files = ['libs', 'apps'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
        .map((file) => `${folder}/${file}`),
    );
    expect(files.length).toBeGreaterThan(100);
    const careless = files
      .filter((file) => !file.includes('migrations'))
      .flatMap((file) => {
        const text = readFileSync(file, 'utf8');
        const found = /\b\w+_at::date|\bcurrent_date\b|now\(\)::date/i.exec(text);
        return found ? [`${file}: ${found[0]}`] : [];
      });
    expect(careless).toEqual([]);
  });
});
