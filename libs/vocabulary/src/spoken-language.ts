import { foldText } from './fold.js';
import { SEVERAL_LANGUAGES } from './further-names.js';
import type { LanguageCode } from './kinds.js';
import { lexicons } from './lexicons.js';
import { parseLanguage } from './parse.js';
import { notUnderstood, type Parsed, type Suggestion } from './problem.js';

/** "English language", "langue arabe", "lugha ya Kiswahili", "اللغة العربية". */
const BEFORE =
  /^(?:language:|langue:?|idioma:?|lengua:?|língua:?|lugha(?: ya)?:?|[بل]?(?:ال)?لغة)\s+/iu;
const BEHIND = /\s+language$/iu;

/**
 * Languages of the past (ISO 639-3, types "historical" and "ancient") whose names elsewhere mean a language of today and a
 * level: "inglés medio", "francês médio". Nobody speaks them; only their codes name them.
 */
const OF_THE_PAST: ReadonlySet<string> = new Set(
  'ang dum egy enm frm fro gmh goh grc mga non ota peo pro sga'.split(' '),
);

const SEVERAL: ReadonlyMap<string, (typeof SEVERAL_LANGUAGES)[number]> = new Map(
  SEVERAL_LANGUAGES.flatMap((several) =>
    several.names.map((name) => [foldText(name), several] as const),
  ),
);

/**
 * A language that somebody speaks: as `parseLanguage`, but a name of which ISO 639 knows several languages ("Luo",
 * "Kurdish", "Chinese") is refused with all of them. In a need such a name is understood: it finds each of them.
 */
export function parseSpokenLanguage(text: string): Parsed<LanguageCode> {
  const whole = named(text);
  if (whole.ok || whole.problem.reason === 'ambiguous') return whole;
  const name = text.trim().replace(BEFORE, '').replace(BEHIND, '');
  for (const one of [name, ...arabicNames(name)]) {
    if (one === text.trim()) continue;
    const plain = named(one);
    if (plain.ok) return plain;
    const { problem } = plain;
    if (problem.reason === 'ambiguous') {
      const input = text.includes(one) ? one : name;
      return notUnderstood('language', 'ambiguous', input, () => problem.suggestions);
    }
  }
  return whole;
}

const ARABIC = /^[\p{Script=Arabic}\p{M}\s]+$/u;
const ARTICLE = /^ال/u;

/**
 * The ways in which the vocabulary may write an Arabic name, which is feminine and has the article there: "إنجليزي" and
 * "الإنجليزي" are "الإنجليزية". In "ألماني" and "الماني" the first letters belong to the name.
 */
function arabicNames(text: string): readonly string[] {
  if (!ARABIC.test(text)) return [];
  const words = text
    .replaceAll(/[\u064b-\u0652\u0640]/gu, '')
    .trim()
    .split(/\s+/u);
  const articles = [
    (word: string) => word,
    (word: string) => (ARTICLE.test(word) ? word : `ال${word}`),
    (word: string) => `ال${word}`,
  ];
  return articles.flatMap((withArticle) => {
    const names = words.map(withArticle);
    return [names, names.map((word) => word.replace(/ي$/u, 'ية'))].map((name) => name.join(' '));
  });
}

function named(text: string): Parsed<LanguageCode> {
  const trimmed = text.trim();
  const isCode = lexicons.language.has(trimmed);
  const several = isCode ? undefined : SEVERAL.get(foldText(trimmed));
  if (several === undefined) {
    const parsed = parseLanguage(text);
    const isOfNow = isCode || !parsed.ok || !OF_THE_PAST.has(parsed.value);
    return isOfNow ? parsed : notUnderstood('language', 'unknown', trimmed, () => []);
  }
  const suggest = (): Suggestion[] =>
    lexicons.language
      .suggestions(several.codes)
      .map((one, i) => (i === 0 ? { ...one, instead: several.first } : one));
  return notUnderstood('language', 'ambiguous', trimmed, suggest);
}
