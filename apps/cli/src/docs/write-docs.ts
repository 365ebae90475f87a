import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fillTables } from './fill-tables.js';

for (const name of await readdir('docs')) {
  if (!name.endsWith('.md')) continue;
  const path = `docs/${name}`;
  await writeFile(path, await fillTables(await readFile(path, 'utf8')));
}
