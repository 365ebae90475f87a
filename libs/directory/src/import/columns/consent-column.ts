import { foldText } from '#vocabulary';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../profile/profile-record.js';
import type { Column } from './column.js';
import { saysOtherwise } from './header-words.js';
import { IMPORT_COLUMNS } from './fields.js';

const MAPPED = /^consent\s*:(.*)$/isu;
/** Between purposes in a mapping file. */
const BETWEEN = /[\s,;|]+/u;
/** Words that a header may have beside its purposes, in one language or another. */
const FILLERS: ReadonlySet<string> = new Set(
  'to be for as and purpose purposes pour et para y e kwa na ya و'.split(' '),
);
const NAMES: readonly string[] = (
  IMPORT_COLUMNS.find(({ name }) => name === 'consent')?.aliases ?? []
)
  .map(foldText)
  .concat('consent');
/** Beginnings of words that make a header one of consent, in six languages. */
const AGREES =
  /^(?:consent|agree|accept|accord|author|autori|permission|permis|acept|consint|concord|acord|aceit|idhini|ruhusa|ridhaa|kuorodheshwa|موافق|الموافق|توافق|اوافق|إذن)/u;
/** Beginnings of words that say what for, and that change nothing of what a named purpose means. */
const WHAT_FOR =
  /^(?:public|publi|list|annuaire|director|repertoire|profil|perfil|wasifu|orodh|kuorodhesh|diretori|نشر|النشر|ادراج|الادراج|الدليل|ملف|i|je|yo|eu|the|her|his|my|la|le|les|el|los|o|a|de|da|do|d|du|al|au|in|en|dans|sur|no|na|of|ya|kwa|على|في)$|^(?:public|publi|list|annuair|director|repertoir|profil|perfil|orodh|kuorodhesh|diretori)/u;
const PURPOSES: readonly (readonly [words: string, purpose: ConsentPurpose])[] =
  CONSENT_PURPOSES.map((purpose) => [foldText(purpose), purpose]);

/**
 * A column of consent that says itself which purposes a yes in it means: `consent:LISTED,MATCHED` as a mapping file
 * writes it, or a header such as "Consent LISTED". Null for all else, also where a part is no purpose.
 */
export function consentColumn(name: string): Column | null {
  const purposes = mapped(name) ?? named(foldText(name)) ?? withPurposes(name);
  return purposes === null || purposes.length === 0
    ? null
    : { field: 'consent', language: null, purposes };
}

/** One purpose by its name, in capitals or not, with spaces or dashes; null for all else. */
export function purposeNamed(text: string): ConsentPurpose | null {
  const folded = foldText(text);
  return PURPOSES.find(([words]) => words === folded)?.[1] ?? null;
}

function mapped(name: string): ConsentPurpose[] | null {
  const [, list] = MAPPED.exec(name.trim()) ?? [];
  if (list === undefined) return null;
  const purposes = list
    .split(BETWEEN)
    .filter((part) => part !== '')
    .map(purposeNamed);
  return purposes.includes(null) ? null : inOrder(purposes);
}

function named(folded: string): ConsentPurpose[] | null {
  const about = NAMES.filter((name) => folded.startsWith(`${name} `) || folded.endsWith(` ${name}`))
    .toSorted((a, b) => b.length - a.length)
    .at(0);
  if (about === undefined) return null;
  let rest = folded.startsWith(`${about} `)
    ? folded.slice(about.length)
    : folded.slice(0, -about.length);
  const found: ConsentPurpose[] = [];
  for (const [words, purpose] of PURPOSES) {
    const without = ` ${rest} `.replace(` ${words} `, ' ');
    if (without !== ` ${rest} `) found.push(purpose);
    rest = without.trim();
  }
  const others = rest.split(' ').filter((word) => word !== '' && !FILLERS.has(word));
  return others.length > 0 ? null : inOrder(found);
}

/** "Autoriza publicación (LISTED)": a word of agreement, purposes in capitals, and nothing that says otherwise. */
function withPurposes(name: string): ConsentPurpose[] | null {
  if (saysOtherwise(name)) return null;
  const capitals = name.match(/\p{Lu}[\p{Lu}_]{3,}/gu) ?? [];
  const found = capitals.map(purposeNamed);
  if (found.length === 0 || found.includes(null)) return null;
  const purposes = new Set(capitals.flatMap((word) => foldText(word).split(' ')));
  const words = foldText(name)
    .split(' ')
    .filter((word) => word !== '' && !purposes.has(word));
  const isPlain = words.every(
    (word) => AGREES.test(word) || WHAT_FOR.test(word) || FILLERS.has(word),
  );
  return isPlain && words.some((word) => AGREES.test(word)) ? inOrder(found) : null;
}

function inOrder(purposes: readonly (ConsentPurpose | null)[]): ConsentPurpose[] {
  return CONSENT_PURPOSES.filter((purpose) => purposes.includes(purpose));
}
