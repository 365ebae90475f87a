import type { ExpertiseCode, ExpertiseLevel, LanguageCode, Proficiency } from './kinds.js';
import { parseExpertiseWording, parseExpertiseLevel, parseProficiency } from './parse.js';
import { understood, type Parsed } from './problem.js';
import { parseSpokenLanguage } from './spoken-language.js';

/** Of a name and a level; trying every place between two words of a longer text would only cost time. */
const LONGEST = 160;
const MOST_WORDS = 20;

/** "Name (level)", with any of the brackets people use. */
const BRACKETED = /^([^([（[]+)[([（]([^)\]）]*)[)\]）]?\s*$/u;
/** "Name: level", "Name - level", "Name = level", "Name, level". */
const DIVIDED = /^(.+?)\s*(?::|=|,|\s[-–—]\s?|\s?[-–—]\s)\s*(.+)$/u;

/** "hr-native", "English-C1". Names may have a hyphen themselves: only the last one is looked at. */
const HYPHENED = /^\s*(.+)[-–—]([^-–—]+)$/u;

/** "fluent in French", "nivel medio de inglés". */
const BETWEEN_LEVEL_AND_NAME =
  /^\s*(?:(?:in|of|en|de l['’]|de la|de|du|del|al|em|do|da|no|ya|wa|cha|في|le|el)(?:\s+|(?<=['’]))|d['’]|l['’]|ب(?=ال))/iu;

/** "fluent French speaker". */
const SPEAKER = /\s+speaker$/iu;

/** "She speaks French", "elle parle", "habla", "anazungumza", "تتحدث". "Parle couramment" is a level itself. */
const VERB =
  /^\s*(?:(?:(?:she|i) )?(?:also )?speaks?|(?:elle )?parle(?! couramment$)|je parle|(?:ella )?habla|hablo|(?:ela )?fala|falo|anazungumza|huzungumza|ninazungumza|anaongea|تتحدث|تتكلم|أتحدث)\s+(?:(?:le|el|o)\s+|l['’])?(?=\S)/iu;

/** The text without the verb that says that she speaks what is named. */
export function withoutVerb(text: string): string {
  return text.replace(VERB, '');
}

/** A language with the level written before or behind it; no level is null. */
export function parseLanguageSkill(
  text: string,
): Parsed<{ language: LanguageCode; level: Proficiency | null }> {
  const whole = parseSkill(text, parseSpokenLanguage, parseProficiency);
  const said = whole.ok ? text : withoutVerb(text);
  const parsed = said === text ? whole : parseSkill(said, parseSpokenLanguage, parseProficiency);
  return parsed.ok
    ? understood({ language: parsed.value.name, level: parsed.value.level })
    : parsed;
}

/** A field of expertise with the level written before or behind it; no level is null. */
export function parseExpertiseSkill(
  text: string,
): Parsed<{ expertise: ExpertiseCode; level: ExpertiseLevel | null }> {
  const parsed = parseSkill(text, parseExpertiseWording, parseExpertiseLevel);
  if (parsed.ok) return understood({ expertise: parsed.value.name, level: parsed.value.level });
  // Words behind a topic belong to it rather than to a level, where no mark stands between.
  const isMarked = BRACKETED.test(text) || DIVIDED.test(text);
  const whole = parseExpertiseWording(text);
  return parsed.problem.kind === 'expertise-level' && !isMarked && !whole.ok ? whole : parsed;
}

/**
 * The whole text may be a name that itself holds brackets or commas; then it is the name and a level
 * in brackets or behind a mark; then the name and a level behind a space ("French C1"), and last
 * the level before the name ("fluent in French"). Where the name is understood and the level is not, the level is the problem.
 */
function parseSkill<Level>(
  text: string,
  parseName: (text: string) => Parsed<string>,
  parseLevel: (text: string) => Parsed<Level>,
): Parsed<{ name: string; level: Level | null }> {
  const whole = parseName(text);
  if (whole.ok) return understood({ name: whole.value, level: null });
  if (text.length > LONGEST) return whole;

  const marked = BRACKETED.exec(text) ?? DIVIDED.exec(text);
  if (marked) {
    const name = parseName(marked[1] ?? '');
    if (!name.ok) return levelFirst(marked[1] ?? '', marked[2] ?? '') ?? name;
    const level = parseLevel(marked[2] ?? '');
    if (level.ok) return understood({ name: name.value, level: level.value });
    const inside = parseLevels(marked[2] ?? '', parseLevel);
    if (inside !== null) return understood({ name: name.value, level: inside });
    return isSameName(name.value, marked[1] ?? '', marked[2] ?? '')
      ? understood({ name: name.value, level: null })
      : level;
  }

  const [, behindName = '', behindHyphen = ''] = HYPHENED.exec(text) ?? [];
  if (behindHyphen !== '') {
    const [name, level] = [parseName(behindName), parseLevel(behindHyphen)];
    if (name.ok && level.ok) return understood({ name: name.value, level: level.value });
  }

  const words = text.trim().split(/\s+/u);
  if (words.length > MOST_WORDS) return whole;
  let wrongLevel: Parsed<{ name: string; level: Level | null }> | null = null;
  for (let cut = words.length - 1; cut > 0; cut--) {
    const name = parseName(words.slice(0, cut).join(' '));
    if (!name.ok) continue;
    const level = parseLevel(words.slice(cut).join(' '));
    if (level.ok) return understood({ name: name.value, level: level.value });
    wrongLevel ??= level;
  }
  for (let cut = 1; cut < words.length; cut++) {
    const skill = levelFirst(words.slice(0, cut).join(' '), words.slice(cut).join(' '));
    if (skill !== null) return skill;
  }
  return wrongLevel ?? whole;

  /** "Security sector reform (SSR)", "Kiswahili (Swahili)": the same once more. */
  function isSameName(is: string, written: string, inside: string): boolean {
    const name = parseName(inside);
    return name.ok ? name.value === is : initialsOf(written) === inside.trim().toUpperCase();
  }

  /** "fluent French", "native: Arabic", "fluent in French". */
  function levelFirst(before: string, behind: string) {
    const level = parseLevel(before);
    if (!level.ok) return null;
    const name = parseName(behind.replace(BETWEEN_LEVEL_AND_NAME, '').replace(SPEAKER, ''));
    if (name.ok) return understood({ name: name.value, level: level.value });
    return name.problem.reason === 'ambiguous' ? name : null;
  }
}

/** "SSR" of "Security sector reform"; '' of a single word. */
function initialsOf(name: string): string {
  const words = name.match(/\p{L}+/gu) ?? [];
  return words.length < 2 ? '' : words.map((word) => word.charAt(0).toUpperCase()).join('');
}

/** "C1, fluent" names one level twice: the first that is understood, if every part is. */
function parseLevels<Level>(
  text: string,
  parseLevel: (text: string) => Parsed<Level>,
): Level | null {
  const parts = text.split(/[,/]/u).map(parseLevel);
  const [first] = parts;
  return first?.ok && parts.every(({ ok }) => ok) ? first.value : null;
}
