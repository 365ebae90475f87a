import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { personalDataPdf } from '#directory';
import { LOCALES, type Locale } from '#vocabulary';
import { pdfLines } from '../../support/pdf-text.js';

const [LEFT, RIGHT] = [56, 595.28 - 56];

async function drawn(profile: unknown, locale: Locale = 'en') {
  const exportedAt = '2026-11-28T10:00:00.000Z';
  const data = {
    format: 'baraza-own-data',
    version: 1,
    exportedAt,
    id: '',
    parts: { profile },
  } as const;
  return pdfLines(await buffer(await personalDataPdf(data, locale, { compress: false })));
}

const example = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../fixtures/pdf/${name}.json`, import.meta.url), 'utf8'));

/** Pieces from left to right. */
const asSeen = (lines: Awaited<ReturnType<typeof drawn>>) =>
  lines.map(({ pieces }) =>
    pieces
      .toSorted((a, b) => a.from - b.from)
      .map(({ text }) => text)
      .join(''),
  );

describe('her data as a PDF', () => {
  it.each([
    ['٢٠٠٥', '٢٠٠٥'],
    ['منذ ٢٠٠٥', '٢٠٠٥'],
    ['سنة ۱۳۵۹ هـ', '۱۳۵۹'],
    ['منذ 2005 سنة', '2005'],
    ['since ٢٠٠٥ in Gao', '٢٠٠٥'],
    ['نسبة ١٢٫٥ من مئة', '١٢٫٥'],
    ['٠٧١٢٣٤٥٦٧٨', '٠٧١٢٣٤٥٦٧٨'],
    ['اتصلوا على +249 91 234 5678 مساء', '+249 91 234 5678'],
    ['اتصلوا على +٢٤٩ ٩١ ٢٣٤ ٥٦٧٨ مساء', '+٢٤٩ ٩١ ٢٣٤ ٥٦٧٨'],
    ['هاتف ٠٧١٢-٣٤٥-٦٧٨', '٠٧١٢-٣٤٥-٦٧٨'],
    ['هاتف +249912345678', '+249912345678'],
    ['שנת 1998 (2001)', '1998'],
    ['ߕߐ߯ߟߊ ߂߀߀߅', '߂߀߀߅'],
  ])('shows the digits of %s from left to right', async (value, number) => {
    for (const locale of ['en', 'ar'] as const) {
      const seen = asSeen(await drawn({ education: value }, locale));
      // N'Ko writes its digits from right to left.
      const wanted = /[߀-߉]/u.test(number) ? Array.from(number).toReversed().join('') : number;
      expect(seen.join('\n')).toContain(wanted);
    }
  });

  it.each(['arabic-digits', 'letters-of-many-scripts'])(
    'keeps lines on the page and draws nothing over anything else (%s)',
    async (name) => {
      const long = {
        word: '漢'.repeat(200),
        latin: 'x'.repeat(300),
        mixed: 'aب'.repeat(150),
        emoji: '👩🏽‍⚖️'.repeat(120),
        arabic: 'والسلام،(Gao 2011)'.repeat(40),
        none: '\u{1E900}\u{1E943} '.repeat(100),
      };
      for (const locale of LOCALES) {
        const lines = await drawn({ ...((await example(name)) as object), ...long }, locale);
        for (const { pieces, text } of lines) {
          const placed = pieces.toSorted((a, b) => a.from - b.from);
          for (const [i, { from, to }] of placed.entries()) {
            expect([text, from >= LEFT - 0.01 && to <= RIGHT + 0.01]).toEqual([text, true]);
            expect([text, from >= (placed[i - 1]?.to ?? 0) - 0.01]).toEqual([text, true]);
          }
        }
      }
    },
  );

  it('shows a box for each letter that the typeface lacks, and loses no other', async () => {
    const text = (await drawn(await example('letters-of-many-scripts')))
      .map((line) => line.text)
      .join('\n');
    for (const there of [
      '□□□□',
      'Ɗanjuma Ŋɔ',
      'ⵜⴰⵏⵉⵔⵜ',
      'Mediator □ since 2005.',
      'ქართული',
      '(Amharic □□□□).',
    ]) {
      expect(text).toContain(there);
    }
    expect(text).not.toContain('\0');
  });
});
