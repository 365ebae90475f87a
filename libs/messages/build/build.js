/** Writes the types of the messages: `npm run messages`. The lint fails when they are not what this makes. */
import { writeFile } from 'node:fs/promises';
import { readCatalogues } from './catalogues.js';
import { TARGET, typesOf } from './write-types.js';

await writeFile(TARGET, await typesOf(readCatalogues()));
