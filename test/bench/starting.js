/** From the start of `baraza serve` to its word that it is ready. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { timed } from './measure.js';

const BARAZA = fileURLToPath(new URL('../../apps/cli/bin/baraza.js', import.meta.url));

/** Milliseconds of the first start, demo included, and of the second. */
export async function benchStarting(folder) {
  const env = { ...process.env, PORT: '0', BARAZA_DATA_DIR: folder, BARAZA_DEMO: 'auto' };
  // The embedded database, which is part of what is measured, is not for production.
  delete env.NODE_ENV;
  delete env.DATABASE_URL;
  delete env.MEILISEARCH_URL;
  const first = await timed(() => start(env));
  await first.answer();
  const second = await timed(() => start(env));
  await second.answer();
  return { first: first.ms, second: second.ms };
}

/** Resolves when it is ready, with what stops it. */
function start(env) {
  const child = spawn(process.execPath, [BARAZA, 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => {
    child.on('close', resolve);
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const [, count] = /Baraza is ready: (\d+) profiles/.exec(said) ?? [];
      if (count === undefined) return;
      if (Number(count) < 300) {
        reject(new Error('Not a valid run: the demo is not there.'));
        return;
      }
      resolve(async () => {
        child.kill('SIGINT');
        await ended;
      });
    });
    child.on('error', reject);
  });
}
