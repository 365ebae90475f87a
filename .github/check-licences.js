/** Fails if a package that the program ships has a licence that may not go with AGPL-3.0-or-later, or names none. */
import { readFileSync } from 'node:fs';

const COMPATIBLE = new Set(
  `0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 MPL-2.0 Python-2.0 Unlicense Zlib`.split(
    ' ',
  ),
);
/** What these state is no identifier of SPDX: it has been compared with what their packages say. */
const STATED = {
  // The licence of Bitstream Vera, which permits use, change and redistribution.
  'dejavu-fonts-ttf': 'SEE LICENSE IN README.md AND LICENSE',
  // MPL-2.0, by its package.json; it has no file of its own.
  'incremental-encoder': 'MPL 2.0',
  // MIT, by its LICENSE.
  'png-js': 'no licence',
};

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const shipped = Object.entries(packages).filter(
  ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
);
for (const [path, { license = 'no licence' }] of shipped) {
  const name = path.replace(/^.*node_modules\//, '');
  const choices = license.replace(/[()]/g, '').split(' OR ');
  const isFree = choices.some((all) => all.split(' AND ').every((one) => COMPATIBLE.has(one)));
  if (isFree || STATED[name] === license) continue;
  process.stderr.write(`${name}: ${license}\n`);
  process.exitCode = 1;
}
