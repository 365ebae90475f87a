/**
 * Rehearses an upgrade and the ways back: `npm run rehearse-upgrade`, from the newest release before this commit, or
 * `npm run rehearse-upgrade -- --from REF` from another commit. docs/releasing.md says what it shows. It needs this checkout
 * with its history, and the packages of both versions.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './installation.js';
import { checkOut, olderCommit, present, ROOT, type Commit } from './older-version.js';
import { Rehearsal } from './rehearsal.js';
import { Report } from './report.js';

let exitCode = 0;
const folder = await mkdtemp(join(tmpdir(), 'baraza-upgrade-'));
// The account PostgreSQL runs under must be able to reach its own folder.
await chmod(folder, 0o755);
try {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  const older = await olderCommit(values.from);
  if (older === null) {
    print('No release comes before this commit. Name one to begin with: --from COMMIT.');
  } else {
    exitCode = await rehearse(older, await present());
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
// What was stopped in the middle may still wait for something.
process.exit(exitCode);

/** The exit code. */
async function rehearse(older: Commit, newer: Commit): Promise<number> {
  const report = new Report(print);
  print(`From ${older.name} to ${newer.name}, and back`);
  report.part('The older version');
  const root = join(folder, 'older');
  const isBuilt = await report.step('it is built', () => checkOut(older, root));
  if (!isBuilt) return report.end();
  const installation = await install(folder);
  const versions = [
    installation.version('the older version', root),
    installation.version('the newer version', ROOT),
  ] as const;
  try {
    const rehearsal = new Rehearsal(report, folder, installation, ...versions);
    await Promise.race([rehearsal.run(), stopped()]);
  } catch (error) {
    await report.step('the rehearsal comes to its end', () => Promise.reject(error));
  } finally {
    for (const version of versions) await version.stop();
    await installation.close();
  }
  return report.end();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Rejects when somebody ends it. */
async function stopped(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => reject(new Error('it was stopped')));
    }
  });
}
