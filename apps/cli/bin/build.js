#!/usr/bin/env node
/** Compiles what changed into `dist`, programs and console apart; does nothing, and writes nothing, where nothing changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the build of the console makes beside its sources. */
const MADE = /\.graphql\.ts$|^apps\/console\/src\/graph\/(types|refusals)\.ts$/;
const OF_CONSOLE = /^apps\/console\/|^libs\/messages\/catalogues\/console/;

// TypeScript 6, which the tools call as a library, takes four times as long (docs/decisions/0060).
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript-7/package.json')),
  'bin/tsc',
);

const files = filesOf(['apps', 'libs']);
const programs = files.filter((path) => !path.startsWith('apps/console/'));
/** What the demo takes from there is compiled with it. */
const examples = filesOf(['docs/examples']);
const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const ofConsole = files.filter((path) => OF_CONSOLE.test(path));

if (
  !build(
    '.built-from',
    [...programs, ...examples, ...settings],
    [compiler, '-p', 'tsconfig.build.json'],
  ) ||
  !build(
    '.console-built-from',
    [...ofConsole, 'docs/schema.graphql', 'package-lock.json'],
    ['apps/console/build/build.js'],
  )
) {
  process.exitCode = 1;
}

/** Runs a command where its sources are other ones than at the last time that it succeeded. */
function build(stampName, sources, command) {
  const stamp = join(root, 'dist', stampName);
  const now = digestOf(sources);
  if (now === read(stamp)) return true;
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) return false;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

function filesOf(folders) {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((path) => !MADE.test(path)),
  );
}

/** Names, sizes and times of all that a build reads. */
function digestOf(paths) {
  const digest = createHash('sha256');
  for (const path of paths.toSorted()) {
    const { size, mtimeMs } = statSync(join(root, path));
    digest.update(`${path}\n${size}\n${mtimeMs}\n`);
  }
  return digest.digest('hex');
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
