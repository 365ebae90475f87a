import { describe, expect, it } from '@jest/globals';
import { ColumnMap, type RawRow, type RawRows } from '#directory';
import { Mending, type Fix } from './fixes.js';

const columns = new ColumnMap();

function rowsFrom(...rows: RawRow[]): RawRows {
  return {
    async *[Symbol.asyncIterator]() {
      yield* rows;
    },
  };
}

async function read(
  rows: readonly RawRow[],
  fixes: Readonly<Record<string, Fix[]>>,
  skipped: readonly string[] = [],
) {
  const out: number[] = [];
  const mending = new Mending(
    new Map(Object.entries(fixes)),
    new Set(skipped),
    columns,
    () => null,
  );
  const kept: RawRow[] = [];
  for await (const row of mending.rows(rowsFrom(...rows), ({ number }) => out.push(number))) {
    if (!('fate' in row)) kept.push(row);
  }
  return { kept, out };
}

const row = (number: number, more: Partial<RawRow> = {}): RawRow => ({
  number,
  cells: [
    { header: 'Name', text: 'Amina Diallo' },
    { header: 'Language', text: 'Swahli', number: '7' },
    { header: 'Language', text: 'French (C1)' },
  ],
  ...more,
});

describe('rows with what was mended', () => {
  it('have the new text in the very cell, and tell what stands in the file', async () => {
    const fix = { header: 'Language', nth: 2, text: 'French (B2)' };
    const { kept } = await read([row(2), row(3)], { '3 ': [fix] });
    expect(kept[0]).toEqual(row(2));
    expect(kept[1]?.cells).toEqual([
      { header: 'Name', text: 'Amina Diallo' },
      { header: 'Language', text: 'Swahli', number: '7' },
      { header: 'Language', text: 'French (B2)', original: 'French (C1)' },
    ]);
  });

  it('have a cell that the file lacks, and a number of the list’s own where one is given', async () => {
    const fix = { header: 'external_id', nth: 1, text: 'A-7' };
    const { kept } = await read([row(2, { unnumbered: true }), row(3, { unnumbered: true })], {
      '2 ': [fix],
    });
    expect(kept[0]?.cells.at(-1)).toEqual({ header: 'external_id', text: 'A-7', original: '' });
    expect(kept.map(({ unnumbered }) => unnumbered)).toEqual([undefined, true]);
  });

  it('are without those that are left out, and without what goes on about the same woman', async () => {
    const rows = [row(2), row(3), row(4, { continues: true }), row(5), row(6, { continues: true })];
    const { kept, out } = await read(rows, {}, ['3 ']);
    expect(kept.map(({ number }) => number)).toEqual([2, 5, 6]);
    expect(out).toEqual([3, 4]);
  });

  it('are told apart by their sheet', async () => {
    const { kept } = await read([row(2, { sheet: 'Mali' }), row(2, { sheet: 'Niger' })], {}, [
      '2 Mali',
    ]);
    expect(kept.map(({ sheet }) => sheet)).toEqual(['Niger']);
  });
});
