/** These always divide values. */
const ALWAYS = /[;|؛\n\r]+/u;
/** These divide values or belong to a name: "Bosnia and Herzegovina", "Congo, DR". */
const PERHAPS =
  /\s*[,،/]\s*|\s+(?:and|et|y|e|na|[&+–—-]|و)\s+|\s+و(?=\p{L})|(?<=[)\]])\s+(?=\p{L})/giu;
/** Marks that are written between values more often than inside a name. */
const MARK = /[,،/]/u;
/** Neither is in most texts. */
const DIVIDED = /[;|؛\n\r]|^[\s,،/]|[\s,،/]$/u;
/** They divide nothing there. */
const AT_THE_ENDS = /^[\s,،/]+|[\s,،/]+$/gu;
const MOST_PARTS = 60;
/** No known name holds more dividers. */
const LONGEST_NAME = 6;

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Before a value that a form did not offer: "Other: Soninke". */
const OTHER =
  /^(?:others?|autres?|otr[ao]s?|outr[ao]s?|nyingine(?:zo)?|أخرى|غير ذلك)(?:\s*\([^()]*\))?\s*[:：–-]\s*(?=\S)/iu;

/** The value behind "Other:"; the text itself where that is not there. */
export function withoutOther(text: string): string {
  return text.replace(OTHER, '');
}

/**
 * The values of a cell that people divide by `, ; / | ، ؛`, line ends, "and", "et", "y", "e", "na" or "و", a dash or a plus
 * between spaces, or a space behind a bracket.
 * Semicolons, bars and line ends always divide. The others divide where every part is then understood, the
 * longest understood name first, and never inside one. Where some part is not understood, commas and slashes
 * divide only if another part is understood, so that the caller can refuse the very part that is wrong.
 */
export function splitValues(text: string, isUnderstood: (part: string) => boolean): string[] {
  if (text !== '' && !DIVIDED.test(text)) return dividedPerhaps(text, isUnderstood);
  return text
    .split(ALWAYS)
    .map((part) => part.replaceAll(AT_THE_ENDS, ''))
    .filter((part) => part !== '')
    .flatMap((part) => dividedPerhaps(part, isUnderstood));
}

function dividedPerhaps(text: string, isUnderstood: (part: string) => boolean): string[] {
  if (isUnderstood(text)) return [text];
  const whole = namesIn(
    text,
    piecesOf(text, () => true),
    isUnderstood,
  );
  if (whole !== null) return whole;
  const byMarks = piecesOf(text, (divider) => MARK.test(divider)).map((piece) =>
    partOf(text, piece),
  );
  if (byMarks.length < 2) return [text];
  const parts = byMarks
    .filter((part) => part !== '')
    .map((part) => {
      const names = isUnderstood(part)
        ? [part]
        : namesIn(
            part,
            piecesOf(part, () => true),
            isUnderstood,
          );
      return { part, names };
    });
  if (parts.every(({ names }) => names === null)) return [text];
  return parts.flatMap(({ part, names }) => names ?? [part]);
}

function piecesOf(text: string, divides: (divider: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const isInside = insideBrackets(text);
  for (const found of text.matchAll(PERHAPS)) {
    if (!divides(found[0]) || isInside(found.index)) continue;
    pieces.push({ from, to: found.index });
    from = found.index + found[0].length;
  }
  return [...pieces, { from, to: text.length }];
}

const IN_BRACKETS = /\([^()]*\)|\[[^[\]]*\]/gu;

/** Tells whether a place is within brackets, where nothing is divided: "English (read, written)". */
function insideBrackets(text: string): (at: number) => boolean {
  if (!text.includes('(') && !text.includes('[')) return () => false;
  const found = [...text.matchAll(IN_BRACKETS)];
  return (at) => found.some(({ index, 0: all }) => index < at && at < index + all.length);
}

const partOf = (text: string, { from, to }: Piece): string => text.slice(from, to).trim();

/** The names that the pieces make, from the longest first; null where some piece belongs to none. */
function namesIn(
  text: string,
  pieces: readonly Piece[],
  isUnderstood: (part: string) => boolean,
): string[] | null {
  if (pieces.length < 2 || pieces.length > MOST_PARTS) return null;
  const rests: (string[] | null)[] = Array.from({ length: pieces.length + 1 }, () => null);
  rests[pieces.length] = [];
  for (let first = pieces.length - 1; first >= 0; first--) {
    for (let last = Math.min(pieces.length, first + LONGEST_NAME) - 1; last >= first; last--) {
      const rest = rests[last + 1];
      const from = pieces[first]?.from ?? 0;
      const to = pieces[last]?.to ?? text.length;
      const part = partOf(text, { from, to });
      // A comma at the end of a cell divides nothing.
      const isNothing = part === '' && first === last;
      if (!rest || (!isNothing && !isUnderstood(part))) continue;
      rests[first] = isNothing ? rest : [part, ...rest];
      break;
    }
  }
  const names = rests[0] ?? null;
  return names !== null && names.length > 0 ? names : null;
}
