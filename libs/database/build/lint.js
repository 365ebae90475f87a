/**
 * Checks the SQL of the rooms and apps: part of `npm run lint`. Names every statement that reaches into a table of
 * another room, and every INSERT without the names of its columns; ends with 1 where there is one. Migrations are
 * exempt from that: they make the tables of all; they must not hold up others, nor break the version before. Periods of retention are kept of all tables, by their names. The catalogue that `baraza doctor` compares with must be of the same migrations.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrationProblems } from './migration-problems.js';
import { sqlProblems } from './sql-problems.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sources = ['apps', 'libs'].flatMap((place) =>
  readdirSync(`${root}${place}`, { recursive: true })
    .map((path) => `${place}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /^[^/]+\/[^/]+\/src\/.*\.ts$/.test(path))
    .filter((path) => !/\.(spec|fixture|d)\.ts$|\/migrations\/|\/retention-rules\.ts$/.test(path)),
);
const lines = readFileSync(`${root}libs/database/src/migrations/index.ts`, 'utf8');
const { migrations } = JSON.parse(
  readFileSync(`${root}libs/database/src/catalogue/data/expected.json`, 'utf8'),
);
const listed = [...lines.slice(lines.indexOf('export const')).matchAll(/^  (\w+),$/gm)];
const isUpToDate = listed.map(([, name]) => name).join() === migrations.join();
if (sources.length === 0) throw new Error('There is no source to check.');
const problems = sources.flatMap((path) =>
  sqlProblems(path, readFileSync(root + path, 'utf8')).map((problem) => `${path}:${problem}`),
);
if (!isUpToDate) {
  problems.push(
    'libs/database/src/migrations: run `npm run catalogue` after a change of migrations.',
  );
}
const folder = 'libs/database/src/migrations';
for (const file of readdirSync(root + folder)) {
  const found = migrationProblems(file, readFileSync(`${root}${folder}/${file}`, 'utf8'));
  problems.push(...found.map((problem) => `${folder}/${file}: ${problem}`));
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
