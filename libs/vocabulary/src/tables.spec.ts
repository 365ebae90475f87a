import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { LOCALES, entries, label, sources } from './index.js';

describe('the built tables', () => {
  it('are what the source packages make', async () => {
    const builder = '../build/tables.js';
    const { tables } = (await import(builder)) as {
      tables: () => Record<string, string>;
    };
    for (const [name, text] of Object.entries(tables())) {
      const committed = await readFile(new URL(`./data/${name}.json`, import.meta.url), 'utf8');
      expect(committed === text).toBe(true);
    }
  });

  it('have every territory of ISO 3166-1 and every M49 region in one tree', () => {
    const parents = new Map(
      [...entries('territory'), ...entries('region')].map(({ code, parent }) => [code, parent]),
    );
    expect(entries('territory').length).toBeGreaterThanOrEqual(249);
    for (const code of parents.keys()) {
      let at: string | null | undefined = code;
      for (let step = 0; at && at !== '001' && step < 6; step++) at = parents.get(at);
      expect(at).toBe('001');
    }
  });

  it('label every short list and every field of expertise in six languages', () => {
    for (const kind of ['expertise', 'track', 'role', 'phase', 'support', 'proficiency'] as const) {
      for (const { labels } of entries(kind)) {
        expect(Object.keys(labels).toSorted()).toEqual([...LOCALES]);
      }
    }
  });

  it('name a source and a date for each list', () => {
    for (const { source, asOf } of sources()) {
      expect(source.length).toBeGreaterThan(5);
      expect(asOf).toMatch(/^\d{4}(-\d\d)?/);
    }
  });

  it('fall back to English and then to the code', () => {
    expect(label('language', 'ary', 'sw')).toBe('Moroccan Arabic');
    expect(label('language', 'no-such', 'sw')).toBe('no-such');
  });
});
