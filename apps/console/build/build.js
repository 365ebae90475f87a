/** Builds the console into `dist/apps/console`: operations, bundles, and both compressed for the wire. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { writeOperations } from './operations.js';

const TARGET = fileURLToPath(new URL('../../../dist/apps/console/', import.meta.url));

const stored = await writeOperations();
await build({
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
  logLevel: 'warn',
});
writeFileSync(join(TARGET, 'operations.json'), `${JSON.stringify(stored, null, 2)}\n`);
for (const name of readdirSync(join(TARGET, 'assets'))) {
  const path = join(TARGET, 'assets', name);
  const content = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
}
