/**
 * Checks the messages: part of `npm run lint`. Names every message that is missing, unused, not ICU, empty, not
 * translated, or that takes other values or plural forms than it should, and words of the console that are no message; ends
 * with 1 where there is one.
 */
import { readFile } from 'node:fs/promises';
import { readCatalogues } from './catalogues.js';
import { problemsOf } from './problems.js';
import { untranslated } from './untranslated.js';
import { usedKeys } from './used-keys.js';
import { TARGETS, textOf } from './write-types.js';

const catalogues = readCatalogues();
const problems = problemsOf(catalogues);
if (problems.length === 0) {
  const old = [];
  for (const target of TARGETS) {
    const isRight = (await textOf(target, catalogues)) === (await readFile(target.file, 'utf8'));
    if (!isRight) old.push(target.file.pathname.split('/').at(-1));
  }
  if (old.length === 0) {
    const used = usedKeys();
    for (const [area, { en }] of Object.entries(catalogues)) {
      for (const key of Object.keys(JSON.parse(en))) {
        if (!used.has(`${area}/${key}`)) problems.push(`${area}/en.json: ${key} is used nowhere.`);
      }
    }
    problems.push(...untranslated());
  } else {
    problems.push(
      `libs/messages/src/${old.join(' and ')}: not up to date, run \`npm run messages\`.`,
    );
  }
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
