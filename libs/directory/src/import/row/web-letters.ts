/** Letters with a mark, as HTML names them (HTML Standard, named character references), and the mark in Unicode. */
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  caron: '\u030c',
  cedil: '\u0327',
  circ: '\u0302',
  grave: '\u0300',
  ring: '\u030a',
  tilde: '\u0303',
  uml: '\u0308',
};
const OTHERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  ntilde: 'ñ',
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  eth: 'ð',
  thorn: 'þ',
};
const REFERENCE = /&(?:#(\d{2,7})|#x([\da-f]{2,6})|([a-z]+));/giu;
const MARKED = new RegExp(`^([a-z])(${Object.keys(MARKS).join('|')})$`, 'iu');

/**
 * A text with the characters that a web page writes in letters, as it is shown there: "Zoé" of "Zo&eacute;" and of "Zo&#233;".
 * Null where it holds none.
 */
export function asShownOnWeb(text: string): string | null {
  if (!text.includes('&')) return null;
  const shown = text.replaceAll(REFERENCE, (all, digits, hex, name) =>
    digits === undefined && hex === undefined
      ? (named(String(name)) ?? all)
      : (numbered(digits === undefined ? Number.parseInt(hex, 16) : Number(digits)) ?? all),
  );
  return shown === text ? null : shown;
}

function named(name: string): string | null {
  if (Object.hasOwn(OTHERS, name)) return OTHERS[name] ?? null;
  const [, letter, mark = ''] = MARKED.exec(name) ?? [];
  const sign = Object.hasOwn(MARKS, mark) ? MARKS[mark] : undefined;
  return letter === undefined || sign === undefined ? null : `${letter}${sign}`.normalize('NFC');
}

/** None of a control character, and of a number that is no character. */
function numbered(code: number): string | null {
  const isCharacter = code >= 0x20 && code <= 0x10_ffff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isCharacter && !(code >= 0x7f && code < 0xa0) ? String.fromCodePoint(code) : null;
}
