#!/usr/bin/env node
/**
 * The test command. Without a path: lint, types, boundaries, build and all tests. With a path or a pattern of
 * Jest's (`npm test -- test/e2e/import`), or with `--unit` (the specs beside the code): build and those tests.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const asked = process.argv.slice(2);
const isUnit = asked.includes('--unit');
const args = asked.filter((arg) => arg !== '--unit');
const isAll = !isUnit && args.every((arg) => arg.startsWith('-'));

if (isAll) run('npm', ['run', '--silent', 'lint']);
run(process.execPath, ['apps/cli/bin/build.js']);
run(process.execPath, [
  // For threads that run tests, too: they start as this process does.
  '--import=./test/support/jest/loader.js',
  '--conditions=source',
  '--enable-source-maps',
  'node_modules/jest/bin/jest.js',
  ...(isUnit ? ['--roots', 'apps', '--roots', 'libs'] : []),
  ...args,
]);

/** Ends this process as the program ended, where that failed. */
function run(program, programArgs) {
  const { status } = spawnSync(program, programArgs, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
