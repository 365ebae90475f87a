import { TABLES } from './tables.js';

const BLOCK = /(<!-- table: ([a-z-]+) -->\n)[^]*?(\n<!-- end -->)/g;

/** The page with each block between `<!-- table: name -->` and `<!-- end -->` made anew. */
export function fillTables(page: string): string {
  return page.replace(BLOCK, (_, begin: string, name: string, end: string) => {
    const table = TABLES[name];
    if (!table) throw new Error(`There is no table "${name}".`);
    return `${begin}\n${table()}\n${end}`;
  });
}
