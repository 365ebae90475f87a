/** Writes the types of the messages: `npm run messages`. The lint fails when they are not what this makes. */
import { writeFile } from 'node:fs/promises';
import { readCatalogues } from './catalogues.js';
import { TARGETS, textOf } from './write-types.js';

const catalogues = readCatalogues();
for (const target of TARGETS) await writeFile(target.file, await textOf(target, catalogues));
