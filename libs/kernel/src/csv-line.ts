/**
 * A text of which a spreadsheet program would take any part for a formula gets an apostrophe before
 * that part, so that the program shows it as text (OWASP, CSV injection), and one more where it has some. The program may part cells
 * at semicolons, tabs and line ends too, whatever the file says. Any other text stays as it is.
 */
function neutralise(text: string): string {
  return text
    .replaceAll(/(^|[;,\t\r\n])(\s*)(?='*[=+\-@])/g, "$1$2'")
    .replace(/^(?='*[\t\r])/, "'");
}

/** A line of CSV (RFC 4180), its texts neutralised; numbers stay numbers, negative ones too. */
export function csvLine(cells: readonly (string | number)[]): string {
  const quoted = (text: string) => `"${neutralise(text).replaceAll('"', '""')}"`;
  return `${cells.map((cell) => (typeof cell === 'number' ? cell : quoted(cell))).join(',')}\r\n`;
}

/**
 * The header of a column without values in lists that Baraza itself writes as CSV: it says that apostrophes before signs
 * of a formula are marks. In other lists they are part of the text.
 */
export const MARKED_LIST = 'baraza_csv';

/** The text before it was neutralised. */
export function plainText(text: string): string {
  if (!text.includes("'")) return text;
  return text
    .replaceAll(/(^|[;,\t\r\n])(\s*)'(?='*[=+\-@])/g, '$1$2')
    .replace(/^'(?='*[\t\r])/, '');
}
