import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IdIndex } from './uuid-columns.js';

/** Ids that share most of their bits, as time-ordered and hand-made ones do. */
const idOf = (n: number) => `01890a5d-ac96-774b-bcce-${n.toString(16).padStart(12, '0')}`;

describe('IdIndex', () => {
  it('finds what a Map finds after any sequence of changes', () => {
    const change = fc.record({ id: fc.nat(60).map(idOf), put: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 300, size: 'max' }), (changes) => {
        const index = new IdIndex();
        const rows = new Map<string, number>();
        let next = 0;
        for (const { id, put } of changes) {
          const row = rows.get(id);
          if (put && row === undefined) {
            index.put(next, id);
            rows.set(id, next++);
          } else if (!put && row !== undefined) {
            index.remove(row);
            rows.delete(id);
          }
        }
        expect(index.size).toBe(rows.size);
        const ids = Array.from({ length: 61 }, (_, n) => idOf(n));
        expect(ids.map((id) => index.find(id))).toEqual(ids.map((id) => rows.get(id) ?? -1));
        const found = [...rows.values()].map((row) => index.idOf(row));
        expect(found).toEqual([...rows.keys()]);
      }),
      { seed: 1325, numRuns: 300 },
    );
  });

  it('reads upper case, writes lower case, and finds nothing for what is no UUID', () => {
    const index = new IdIndex();
    index.put(0, 'FEDCBA98-7654-4321-8FED-CBA987654321');
    expect(index.find('fedcba98-7654-4321-8fed-cba987654321')).toBe(0);
    expect(index.idOf(0)).toBe('fedcba98-7654-4321-8fed-cba987654321');
    expect(index.find('')).toBe(-1);
    expect(index.find('fedcba98-7654-4321-8fed-cba98765432')).toBe(-1);
    expect(index.find('fedcba98_7654_4321_8fed_cba987654321')).toBe(-1);
  });

  it('holds a hundred thousand ids in at most 50 bytes each', () => {
    const index = new IdIndex();
    for (let n = 0; n < 100_000; n++) index.put(n, idOf(n));
    expect(index.find(idOf(77_777))).toBe(77_777);
    expect(index.bytes / 100_000).toBeLessThanOrEqual(50);
  });
});
