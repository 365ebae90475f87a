/** Quoted text, single characters behind `\`, `_` and `*`, and colours, languages and conditions. */
const FIXED = /"[^"]*"|\\.|[_*].|\[[^\]]*\]/gu;

/** Whether a format shows a number as a date: it has a year or a day, and no letters of other formats. */
export function isDateFormat(format: string): boolean {
  const letters = format.replaceAll(FIXED, '').replaceAll(/AM\/PM|A\/P|[^a-z]/gi, '');
  return /[yd]/i.test(letters) && !/[^ymdhsegba]/i.test(letters);
}

/** A part of a section: what is shown as it stands, or places of digits. */
type Token = { readonly fixed: string } | { readonly place: string };

/**
 * What a format of digits and fixed text shows for a whole number: `00042` for 42 by `00000`, `M-0042` by
 * `"M-"0000`. Null where the format changes no digits or does something else with them, as decimals,
 * percent signs and currencies do.
 */
export function shownBy(format: string, digits: string): string | null {
  if (format === '' || !/^\d+$/.test(digits)) return null;
  const tokens = tokensOf(sectionFor(format, Number(digits)));
  if (!tokens) return null;
  const places = tokens.flatMap((token) => ('place' in token ? [token.place] : []));
  const hasText = tokens.some((token) => 'fixed' in token && token.fixed.trim() !== '');
  if (!hasText && places.filter((place) => place === '0').length < 2) return null;
  if (places.length === 0)
    return tokens
      .map((token) => ('fixed' in token ? token.fixed : ''))
      .join('')
      .trim();
  const rest = digits.replace(/^0+(?=\d)/, '').split('');
  let shown = '';
  let left = places.length;
  for (const token of tokens.toReversed()) {
    if ('fixed' in token) shown = token.fixed + shown;
    else {
      left -= 1;
      // The first place takes all digits that are left.
      const taken = left === 0 ? rest.splice(0).join('') : (rest.pop() ?? '');
      shown = (taken || (token.place === '0' ? '0' : '')) + shown;
    }
  }
  return shown.trim();
}

/** The section of a format that shows a number that is not negative. */
function sectionFor(format: string, number: number): string {
  const sections: string[] = [''];
  for (const piece of format.match(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|[^]/gu) ?? []) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] += piece;
  }
  const [first = '', , third] = sections;
  if (sections.some((section) => CONDITION.test(section))) {
    const holds = sections.find((section) => isMet(section, number));
    return holds ?? sections.find((section) => !CONDITION.test(section)) ?? first;
  }
  return number === 0 && third !== undefined ? third : first;
}

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

function isMet(section: string, number: number): boolean {
  const [, sign, text] = CONDITION.exec(section) ?? [];
  const bound = Number(text);
  if (sign === undefined) return false;
  if (sign === '<>') return number !== bound;
  if (number === bound) return sign.includes('=');
  return sign.startsWith(number < bound ? '<' : '>');
}

/** Null for a section that is not made of whole digits and fixed text alone. */
function tokensOf(section: string): Token[] | null {
  const tokens: Token[] = [];
  for (const piece of section.match(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|[^]/gu) ?? []) {
    if (/^[0#?]$/.test(piece)) tokens.push({ place: piece });
    else if (piece.startsWith('"')) tokens.push({ fixed: piece.slice(1, -1) });
    else if (piece.startsWith('\\')) tokens.push({ fixed: piece.slice(1) });
    else if (/^\[\$[^-\]]/.test(piece)) return null;
    else if (/^[_*[]/.test(piece)) continue;
    else if (/^[ ()+:'!&~{}<>=-]$/.test(piece)) tokens.push({ fixed: piece });
    else return null;
  }
  return tokens;
}
