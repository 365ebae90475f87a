import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
import type { Run } from './bidi-lines.js';

const { resolve } = createRequire(import.meta.url);
/** Files of the two weights. */
export const FONT = {
  regular: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;

const opened = openSync(FONT.regular);
// A collection of fonts would have none of its own.
const typeface = 'hasGlyphForCodePoint' in opened ? opened : null;

/** U+25A1, which both weights have. */
const BOX = '\u25A1';
const INVISIBLE = /^[\p{Cf}\p{M}\p{Z}]$/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A text in which a box stands for each letter that the typeface lacks. Its own sign for such letters does not do:
 * pdfkit states a wrong width for it, so that lines would run off the page and over each other.
 */
export function withBoxes(text: string): string {
  return Array.from(graphemes.segment(text), ({ segment }) => {
    const shown = Array.from(segment).filter((character) => !INVISIBLE.test(character));
    return shown.every(has) ? segmentWithout(segment) : BOX;
  }).join('');
}

/** Marks that the typeface lacks are left out where their letter is there. */
function segmentWithout(segment: string): string {
  return Array.from(segment)
    .filter((character) => !/^\p{M}$/u.test(character) || has(character))
    .join('');
}

function has(character: string): boolean {
  return (
    /^\s$/.test(character) || typeface?.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) === true
  );
}

/** Scripts that fontkit shapes, and turns around, by itself: a piece whose first letter is of one of them. */
const TURNED =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Nko}\p{Script=Thaana}]/u;
/** The blocks of these and of other scripts from right to left, with their digits and signs. */
const RIGHT_TO_LEFT_BLOCKS =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const STRONG = /[\p{L}\p{N}]/u;

/** Marks that order a text and are not drawn. */
const DIRECTIONS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A run as pieces from left to right, each of which fontkit draws as it is meant: it turns a piece around by the
 * script of the first letter, whatever the run says, and takes Arabic-Indic digits for Arabic letters.
 */
export function piecesOf({ text, rightToLeft }: Run): string[] {
  const shown = Array.from(
    graphemes.segment(text.replaceAll(DIRECTIONS, '')),
    (one) => one.segment,
  );
  return rightToLeft ? turnedPieces(shown) : straightPieces(shown);
}

/** Letters and digits of scripts from right to left stand alone, so that nothing turns them around. */
function straightPieces(shown: readonly string[]): string[] {
  const pieces: string[] = [];
  let open = false;
  for (const grapheme of shown) {
    const alone = RIGHT_TO_LEFT_BLOCKS.test(grapheme);
    if (open && !alone) pieces[pieces.length - 1] += grapheme;
    else pieces.push(grapheme);
    open = !alone;
  }
  return pieces;
}

/** Words of a script that fontkit turns around go to it whole, with what stands between them; the rest alone. */
function turnedPieces(shown: readonly string[]): string[] {
  const pieces: string[] = [];
  let open = false;
  for (const grapheme of shown) {
    const turned = TURNED.test(grapheme);
    const goesOn: boolean = open && (turned || !STRONG.test(grapheme));
    if (goesOn) pieces[pieces.length - 1] += grapheme;
    else pieces.push(grapheme);
    open = turned || goesOn;
  }
  return pieces.toReversed();
}
