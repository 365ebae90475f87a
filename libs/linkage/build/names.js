/** The pairs of names that are learned from, and those that are held out: read, folded and parted. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { wordsOfName } from '../../../dist/libs/linkage/src/names/fold-name.js';

/** The seed of the parting: another one holds other names out. */
const SEED = 'linkage-1';
/** Of ten forms, so many are held out; nothing is learned from them. */
const HELD_OUT = 3;
/** Of the spellings of a form, the most frequent ones; the rest is mostly noise. */
const MOST_SPELLINGS = 12;

/** Of rarer forms, too little is known to spell them in several ways. */
const LEAST_PEOPLE = 3;

const read = (name) =>
  gunzipSync(readFileSync(new URL(`names/${name}`, import.meta.url)))
    .toString('utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');

/** The one word of a part of a name, or null where it has more. */
function wordOf(text) {
  const words = wordsOfName(text).filter(({ weak }) => !weak);
  return words.length === 1 ? words[0].text : null;
}

export function isHeldOut(form) {
  return createHash('sha256').update(`${SEED} ${form}`).digest()[0] % 10 < HELD_OUT;
}

/** Arabic forms with the Latin spellings of people: { form, article, spellings: [{ latin, role, country, count }] }. */
export function variants() {
  const forms = new Map();
  for (const line of read('arabic-latin-variants.csv.gz')) {
    const [arabic, latin, role, country, count] = line.split(',');
    const spellings = forms.get(arabic) ?? [];
    spellings.push({ latin, role, country, count: Number(count) });
    forms.set(arabic, spellings);
  }
  return [...forms].map(([form, spellings]) => ({ form, spellings }));
}

/** Weighted pairs { source, latin, weight } of each script; the names held out are left out. */
export function learnedPairs() {
  const arabic = [];
  const latin = [];
  const heldLatin = new Set();
  for (const { form, spellings } of variants()) {
    const source = wordOf(form);
    if (source === null) continue;
    const counts = new Map();
    for (const { latin: spelled, count } of spellings) {
      const word = wordOf(spelled);
      if (word !== null) counts.set(word, (counts.get(word) ?? 0) + count);
    }
    if (isHeldOut(source)) {
      for (const word of counts.keys()) heldLatin.add(word);
      continue;
    }
    const common = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_SPELLINGS);
    const total = common.reduce((sum, [, count]) => sum + count, 0);
    // A form counts by the square root of its people: else a handful of names would be the table.
    const weight = Math.sqrt(total);
    for (const [word, count] of common) {
      arabic.push({ source, latin: word, weight: (weight * count) / total });
    }
    if (common.length < 2) continue;
    const different = 1 - common.reduce((sum, [, count]) => sum + (count / total) ** 2, 0);
    for (const [one, a] of common) {
      for (const [other, b] of common) {
        if (one === other) continue;
        latin.push({
          source: one,
          latin: other,
          weight: (weight * a * b) / total ** 2 / different,
        });
      }
    }
  }
  const ofFile = (name) =>
    read(name).flatMap((line) => {
      const [spelled, original, count] = line.split('\t');
      const [source, word] = [wordOf(original), wordOf(spelled)];
      if (source === null || word === null || isHeldOut(source) || heldLatin.has(word)) return [];
      return [{ source, latin: word, weight: Math.sqrt(Number(count)) }];
    });
  return {
    arabic: [...arabic, ...ofFile('latin-arabic.tsv.gz')],
    cyrillic: ofFile('latin-russian.tsv.gz'),
    hebrew: ofFile('latin-hebrew.tsv.gz'),
    latin,
  };
}

/**
 * The forms held out, as the generator of hard lists takes them: for given names and family names, each Arabic form
 * with the people who have it and its spellings by country, the most frequent ones first.
 */
export function heldOutNames() {
  const names = { given: [], family: [] };
  for (const { form, spellings } of variants()) {
    const source = wordOf(form);
    if (source === null || !isHeldOut(source)) continue;
    const isPlain = !form.includes(' ') || form.startsWith('عبد ');
    for (const [kind, role] of [
      ['given', 'given'],
      ['family', 'surname'],
    ]) {
      const ofRole = spellings.filter((each) => each.role === role);
      const people = ofRole.reduce((sum, { count }) => sum + count, 0);
      if (people < LEAST_PEOPLE || (kind === 'given' && !isPlain)) continue;
      const byCountry = {};
      for (const { latin, country, count } of ofRole.sort((a, b) => b.count - a.count)) {
        if (wordOf(latin) === null) continue;
        (byCountry[country] ??= []).push([latin, count]);
      }
      if (Object.keys(byCountry).length > 0) names[kind].push([form, people, byCountry]);
    }
  }
  return names;
}
