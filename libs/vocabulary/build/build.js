/**
 * Writes the built tables of the vocabulary: `npm run vocabulary`. A spec fails when the committed
 * tables are not what this makes of the installed source packages.
 */
import { writeFile } from 'node:fs/promises';
import { tables } from './tables.js';

for (const [name, text] of Object.entries(tables())) {
  await writeFile(new URL(`../src/data/${name}.json`, import.meta.url), text);
}
