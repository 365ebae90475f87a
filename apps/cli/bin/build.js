#!/usr/bin/env node
/** Compiles what changed into `dist`; does nothing, and writes nothing, where nothing changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const stamp = join(root, 'dist', '.built-from');

/** Names, sizes and times of all that the build reads. */
function sources() {
  const files = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
  const digest = createHash('sha256');
  for (const file of [...files, ...settings.map((name) => join(root, name))].toSorted()) {
    const { size, mtimeMs } = statSync(file);
    digest.update(`${file}\n${size}\n${mtimeMs}\n`);
  }
  return digest.digest('hex');
}

function builtFrom() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
}

const now = sources();
if (now !== builtFrom()) {
  // TypeScript 6, which the tools call as a library, takes four times as long (docs/decisions/0060).
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript-7/package.json')),
    'bin/tsc',
  );
  const { status } = spawnSync(
    process.execPath,
    [compiler, '-p', join(root, 'tsconfig.build.json')],
    { stdio: 'inherit' },
  );
  if (status === 0) writeFileSync(stamp, now);
  else process.exitCode = status ?? 1;
}
