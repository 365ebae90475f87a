/**
 * Writes libs/database/src/catalogue/data/expected.json: what the migrations make, as a new, empty PostgreSQL shows it. Runs
 * after the build; `npm run catalogue` does both.
 */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Database, MIGRATIONS, readCatalogue, withOwner } from '#database';

const target = fileURLToPath(new URL('../src/catalogue/data/expected.json', import.meta.url));
const dataDirectory = await mkdtemp(join(tmpdir(), 'baraza-catalogue-'));
// The account PostgreSQL runs under must be able to reach its own folder.
await chmod(dataDirectory, 0o755);
try {
  const place = { databaseUrl: null, databaseOwnerUrl: null, dataDirectory };
  const database = await Database.open({ ...place, databasePool: 5 }, []);
  await database.close();
  const items = await withOwner(place, (client) =>
    readCatalogue({ query: async (sql) => (await client.query(sql)).rows }),
  );
  // One line each, so that a change shows what it changes.
  const lines = (list) => list.map((each) => `    ${JSON.stringify(each)}`).join(',\n');
  const migrations = lines(MIGRATIONS.map(({ name }) => name));
  await writeFile(
    target,
    `{\n  "migrations": [\n${migrations}\n  ],\n  "items": [\n${lines(items)}\n  ]\n}\n`,
  );
} finally {
  await rm(dataDirectory, { recursive: true, force: true });
}
