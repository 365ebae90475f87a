import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { iso6393 } from 'iso-639-3';
import {
  LOCALES,
  areaRegion,
  entries,
  label,
  parseLanguage,
  parseTerritory,
  sources,
} from './index.js';
import { WITHDRAWN_TERRITORIES } from './withdrawn-territories.js';

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

  it('read every code of ISO 639 as one language and never as the name of another', () => {
    const read = (code: string) => {
      const parsed = parseLanguage(code);
      return parsed.ok ? parsed.value : parsed.problem.message;
    };
    const wrong = iso6393
      .filter(({ scope }) => scope !== 'special')
      .flatMap((language) => {
        const { iso6391, iso6393: code, iso6392B, iso6392T } = language;
        const codes = [iso6391, code, iso6392B, iso6392T].filter((text) => text !== undefined);
        const values = new Set(codes.map(read));
        const [value = ''] = values;
        const isItself =
          values.size === 1 && entries('language').some((entry) => entry.code === value);
        return isItself ? [] : [`${code}: ${[...values].join(', ')}`];
      });
    expect(wrong).toEqual([]);
  });

  it('read no name of a language as another than those that have it', () => {
    const wrong = entries('language').flatMap(({ code, labels, aliases }) =>
      [...Object.values(labels), ...aliases].flatMap((text) => {
        const parsed = parseLanguage(text);
        if (parsed.ok) return parsed.value === code || isCodeOf(text, parsed.value) ? [] : [text];
        return parsed.problem.suggestions.some((one) => one.code === code) ? [] : [text];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('keep nothing of what ISO 3166 has withdrawn, and nothing of today is taken for it', () => {
    const codes = new Set(entries('territory').map(({ code }) => code));
    for (const { instead } of Object.values(WITHDRAWN_TERRITORIES)) {
      expect(instead.filter((code) => !codes.has(code))).toEqual([]);
    }
    const lost = entries('territory').flatMap(({ code, labels, aliases }) =>
      [code, ...Object.values(labels), ...aliases].filter((text) => {
        const parsed = parseTerritory(text);
        return parsed.ok ? parsed.value !== code : parsed.problem.reason !== 'ambiguous';
      }),
    );
    expect(lost).toEqual([]);
    expect(areaRegion('ZR')).toBeNull();
    expect(areaRegion('AQ')).toBeNull();
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

/** Whether the text is, letter for letter, a code of that language. */
function isCodeOf(text: string, code: string): boolean {
  const found = entries('language').find((entry) => entry.code === code);
  return /^[a-z]{2,3}$/.test(text) && [code, ...(found?.aliases ?? [])].includes(text);
}
