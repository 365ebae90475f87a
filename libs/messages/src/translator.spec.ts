import { describe, expect, it } from '@jest/globals';
import { isolate, withoutLoneIsolates } from './isolate.js';
import { translator, usePseudoLocale } from './index.js';

const LINK = 'https://baraza.example.org/link#x';

describe('a value in a text', () => {
  it.each([
    ['ar', 'Amina', '\u2068Amina\u2069'],
    ['ar', 'أمينة', 'أمينة'],
    ['ar', '2026', '2026'],
    ['ar', '2026-11-29', '\u20682026-11-29\u2069'],
    ['fr', '2026-11-29', '2026-11-29'],
    ['fr', 'أمينة', '\u2068أمينة\u2069'],
    ['fr', 'Amina', 'Amina'],
    ['ar', '\u2068Amina\u2069 و\u2068Ana\u2069', '\u2068Amina\u2069 و\u2068Ana\u2069'],
  ] as const)('is isolated in %s where its direction is another: %s', (locale, value, put) => {
    expect(isolate(value, locale)).toBe(put);
  });

  it('is not isolated where it fills the line', () => {
    expect(withoutLoneIsolates(`أ\n\n\u2068${LINK}\u2069\n\nب \u2068x\u2069`)).toBe(
      `أ\n\n${LINK}\n\nب \u2068x\u2069`,
    );
  });
});

describe('a translator', () => {
  it.each([
    ['ar', 1, 'امرأة واحدة لا تنقصها سوى اللغة.'],
    ['ar', 2, 'امرأتان لا تنقصهما سوى اللغة.'],
    ['ar', 5, '5 نساء لا تنقصهن سوى اللغة.'],
    ['ar', 11, '11 امرأة لا تنقصهن سوى اللغة.'],
    ['ar', 100, '100 امرأة لا تنقصهن سوى اللغة.'],
    ['ar', 0, 'لا توجد امرأة لا تنقصها سوى اللغة.'],
    ['es', 1, 'A 1 mujer solo le falta el idioma.'],
    ['fr', 1_000_000, 'Il ne manque que la langue à 1\u202F000\u202F000 de femmes.'],
    ['pt', 2, 'Só falta a língua a 2 mulheres.'],
    ['sw', 2, 'Wanawake 2 wanakosa lugha tu.'],
  ] as const)('counts as %s does: %i', (locale, count, sentence) => {
    expect(translator('analysis', locale)('bottleneck.LANGUAGE', { count })).toBe(sentence);
  });

  it('writes moments as the language does, and leaves a link whole', () => {
    const values = { link: LINK, until: new Date('2026-03-05T16:07:00Z') };
    const text = translator('mails', 'ar')('invitation.text', values);
    expect(text).toContain(`\n\n${LINK}\n\n`);
    expect(text).toContain('مارس');
  });

  it('refuses a message that lacks a value, and one that is unknown, already when it is compiled', () => {
    const t = translator('mails', 'en');
    // @ts-expect-error It takes a moment, too.
    expect(() => t('invitation.text', { link: LINK })).toThrow('until');
    // @ts-expect-error There is none of this name.
    expect(() => t('invitation.test')).toThrow(TypeError);
    // @ts-expect-error It takes values.
    expect(() => t('invitation.text')).toThrow('link');
  });

  it('speaks English with accents where tests ask for it', () => {
    const end = usePseudoLocale();
    try {
      expect(translator('mails', 'en')('invitation.subject')).toBe('⟦Yöür íñvítátíöñ tö Bárážá⟧');
      expect(translator('mails', 'fr')('invitation.subject')).not.toContain('⟦');
    } finally {
      end();
    }
    expect(translator('mails', 'en')('invitation.subject')).toBe('Your invitation to Baraza');
  });
});
