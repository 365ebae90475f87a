import { TABLES } from './tables.js';

const BEGIN = /<!-- table: ([a-z-]+) -->\n/g;
const END = '<!-- end -->';

/**
 * The page with each block between `<!-- table: name -->` and `<!-- end -->` made anew.
 *
 * @throws Error if there is no such table, or if a block does not end
 */
export async function fillTables(page: string): Promise<string> {
  const [before = '', ...rest] = page.split(BEGIN);
  // What is split off alternates: a table's name, and the page up to the next table.
  let filled = before;
  for (const [i, text] of rest.entries()) {
    if (i % 2 === 0) {
      const table = TABLES[text];
      if (!table) throw new Error(`There is no table "${text}".`);
      filled += `<!-- table: ${text} -->\n\n${await table()}\n\n`;
    } else {
      const end = text.indexOf(END);
      if (end < 0) throw new Error(`The table "${rest[i - 1]}" has no "${END}".`);
      filled += text.slice(end);
    }
  }
  return filled;
}
