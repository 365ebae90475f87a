import { describe, expect, it } from '@jest/globals';
import { fillTables } from './fill-tables.js';
import { TABLES } from './tables.js';

const block = (name: string, between: string) =>
  `Before\n\n<!-- table: ${name} -->\n${between}<!-- end -->\n\nAfter\n`;

describe('the tables of a page', () => {
  const [name = ''] = Object.keys(TABLES);

  it('are filled, whatever stands between the markers', async () => {
    const filled = await fillTables(block(name, ''));
    expect(filled).toContain('|');
    expect(filled).toMatch(/^Before\n\n<!-- table: .*<!-- end -->\n\nAfter\n$/s);
    for (const between of [
      '\n',
      '\n\n',
      '\nan old table\n\n',
      filled.split('-->\n')[1]!.split('<!--')[0]!,
    ]) {
      expect(await fillTables(block(name, between))).toBe(filled);
    }
  });

  it('are each filled by themselves', async () => {
    const filled = await fillTables(block(name, ''));
    expect(await fillTables(block(name, '') + block(name, '\n'))).toBe(filled + filled);
  });

  it('are refused where one is not known or does not end', async () => {
    await expect(fillTables(block('nothing', ''))).rejects.toThrow('There is no table "nothing".');
    await expect(fillTables(`<!-- table: ${name} -->\n\n`)).rejects.toThrow(`"${name}" has no`);
  });
});
