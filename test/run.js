#!/usr/bin/env node
/**
 * The test command. Without a path: lint, types, boundaries, build and all tests. With a path or a pattern of
 * Jest's (`npm test -- test/e2e/import`), or with `--unit` (the specs beside the code): build and those tests.
 */
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const asked = process.argv.slice(2);
const isUnit = asked.includes('--unit');
const args = asked.filter((arg) => arg !== '--unit');
const isAll = !isUnit && args.every((arg) => arg.startsWith('-'));

if (await run(process.execPath, ['apps/cli/bin/build.js'])) {
  // Beside the tests, in the time in which these wait.
  const lint = isAll ? lintQuietly() : true;
  const tested = await run(process.execPath, [
    // For threads that run tests, too: they start as this process does.
    '--import=./test/support/jest/loader.js',
    '--conditions=source',
    '--enable-source-maps',
    // In MB. With V8's own 16, a tenth of all work is to collect what has just been made.
    '--max-semi-space-size=64',
    'node_modules/jest/bin/jest.js',
    ...(isUnit ? ['--roots', 'apps', '--roots', 'libs'] : []),
    ...args,
  ]);
  const linted = await lint;
  if (!linted) process.stderr.write('The lint failed: what it found is above, among the tests.\n');
  process.exitCode = tested && linted ? 0 : 1;
} else {
  process.exitCode = 1;
}

/** Says nothing but what is wrong, all at once: whether nothing is. */
async function lintQuietly() {
  const child = spawn('npm', ['run', '--silent', 'lint'], {
    cwd: root,
    // The type check is written in Go: it ends before its memory need be collected often.
    env: { ...process.env, GOGC: '800' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid) setPriority(child.pid, 10);
  let found = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      found += text;
    });
  }
  const isRight = await succeeds(child);
  if (!isRight) process.stderr.write(`${found}\n`);
  return isRight;
}

/** Runs a program to its end: whether it succeeded. */
async function run(program, programArgs) {
  return succeeds(spawn(program, programArgs, { cwd: root, stdio: 'inherit' }));
}

async function succeeds(child) {
  return new Promise((resolve) => {
    child.once('error', ({ message }) => {
      process.stderr.write(`${message}\n`);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
}
