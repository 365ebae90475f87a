/** Measures linkage, writes docs/linkage-evaluation.md and prints it. */
import { writeFile } from 'node:fs/promises';
import { encodings, generated, publicSets, speed } from './measure.js';
import { linkageReport } from './report.js';

const seeds = (count) => Array.from({ length: count }, (_, i) => i + 1);

export async function benchLinkage() {
  console.error('Generated lists');
  const sets = [
    generated('usual', seeds(20)),
    generated('rich', seeds(5)),
    generated('poor', seeds(5)),
  ];
  console.error('Public sets');
  const ofPublicSets = publicSets();
  console.error('Encodings');
  const encoded = encodings(seeds(5));
  console.error('100,000 records');
  const page = linkageReport({ sets, publicSets: ofPublicSets, encoded, speed: speed() });
  await writeFile(new URL('../../../docs/linkage-evaluation.md', import.meta.url), page);
  console.log(page);
}
