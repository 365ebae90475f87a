import { foldText } from './fold.js';
import { parseLanguageSkill, withoutVerb } from './parse-skill.js';
import { parseProficiency } from './parse.js';
import { splitValues } from './split-values.js';

type IsUnderstood = (part: string) => boolean;

/** A text that names languages, and how well all of them are spoken. */
interface Shared {
  readonly level: string;
  readonly names: string;
  /** Whether a word says that the level is of all. */
  readonly isOfAll: boolean;
}

/** Longer texts say more than which languages somebody speaks how well. */
const LONGEST = 300;
/** Of a level: "very good working knowledge". */
const MOST_WORDS = 5;

/** Between a level and what it is of: "fluent in", "nivel medio de", "courant :", "bilingual (". */
const OF =
  /^\s*(?:(?:[:(]\s*)?(?:in|of|both|en|em|de la|de|du|del|do|da|ya|wa|cha|katika|في)\s+|[:(]\s*|(?:de\s+)?[ld]['’]|ب(?=ال))+/iu;
/** Before a further language: "and in English", "et d’espagnol", "y el inglés". */
const BEFORE_NAME =
  /^(?:(?:in|of|en|em|de|du|del|do|da|ya|في)\s+|[ld]['’])?(?:(?:le|la|el|o)\s+|l['’])?/iu;
const CLOSED = /\s*[)\].]+\s*$/u;
/** A list ends behind its "and". */
const AND = /\s(?:and|et|y|e|na|&|و)\s|\sو(?=\p{L})/iu;
const COMMA = /[,،]/u;
/** Where another level may begin. */
const NEXT = /\s*[,،]\s*(?:(?:and|et|y|e|na|و)\s+)?|\s+(?:and|et|y|e|na)\s+|\s+و(?=\p{L})/giu;
/** All that divides values; a hyphen does only behind "bilingual". */
const DIVIDER = /[,،/;|]|\s(?:and|et|y|e|na|&|و)\s|\sو(?=\p{L})/iu;
const PERHAPS_SEVERAL = new RegExp(`${DIVIDER.source}|[-–—]`, 'iu');
const LINES = /[;|؛\n\r]+/u;
const HYPHEN = /\s*[-–—]\s*/gu;

/** Words that say of how many languages they are, folded. */
const OF_SO_MANY = new Map(
  (
    [
      [2, 'bilingual|bilingue|bilingüe|bilíngue|mjuzi wa lugha mbili|ثنائية اللغة|ثنائي اللغة'],
      [
        3,
        'trilingual|trilingue|trilingüe|trilíngue|mjuzi wa lugha tatu|ثلاثية اللغات|ثلاثي اللغات|ثلاثية اللغة',
      ],
    ] as const
  ).flatMap(([count, words]) => words.split('|').map((word) => [foldText(word), count] as const)),
);
/** "French and English (both fluent)". */
const ALL_BEHIND =
  /^(.+?)[\s(:,،–-]+(?:both|all|(?:tou(?:te)?s )?les (?:deux|trois)|tou(?:te)?s|amb[ao]s|tod[ao]s|zote|كلها|كلاهما|كلتاهما)\s+([^()]+)\)?$/iu;

/**
 * The values of a cell of languages, as `splitValues` has them. A level that is said once for several languages is written
 * beside each: "fluent in French and English" is "French (fluent)" and "English (fluent)". It holds for several where a word
 * says so ("in", ":", "speaks", "both", "bilingual"), or where nothing but "and" or a slash is between them, and each is
 * understood. "Bilingual" is of two, "trilingual" of three. In "native French, English" nobody knows how well she speaks English.
 */
export function splitLanguages(text: string, isUnderstood: IsUnderstood): string[] {
  if (text.length > LONGEST || !/\s/u.test(text)) return splitValues(text, isUnderstood);
  return text
    .split(LINES)
    .map((line) => line.trim())
    .flatMap((line) => {
      if (!PERHAPS_SEVERAL.test(line)) return splitValues(line, isUnderstood);
      const groups = groupsOf(line).map((group) => ({ group, parts: shared(group, isUnderstood) }));
      return groups.some(({ parts }) => parts !== null)
        ? groups.flatMap(({ group, parts }) => parts ?? splitValues(group, isUnderstood))
        : splitValues(line, isUnderstood);
    });
}

/** The text in pieces of which each but the first begins with a level: "native Arabic", "fluent in French and English". */
function groupsOf(line: string): string[] {
  const groups: string[] = [];
  let from = 0;
  for (const { 0: divider, index } of line.matchAll(NEXT)) {
    const behind = index + divider.length;
    if (levelBefore(line.slice(behind)) === null) continue;
    groups.push(line.slice(from, index));
    from = behind;
  }
  return [...groups, line.slice(from)].filter((group) => group !== '');
}

/** The parts of a text with a level for several languages; the text itself where it says of too few or too many. */
function shared(text: string, isUnderstood: IsUnderstood): string[] | null {
  const found = levelBefore(text) ?? levelBehind(text);
  if (found === null) return null;
  const { level, isOfAll } = found;
  const [names, further] = oneList(found.names);
  if (!isOfAll && COMMA.test(found.names)) return null;
  const withLevel = (name: string) => `${name.replace(BEFORE_NAME, '')} (${level})`;
  const isName = (name: string) => isUnderstood(withLevel(name));
  const count = OF_SO_MANY.get(foldText(level));
  let parts = splitValues(names, isName);
  if (parts.length < 2 && count !== undefined) {
    const divided = names.split(HYPHEN);
    if (divided.every(isName)) parts = divided;
  }
  if (parts.length < 2 || !parts.some(isName)) return null;
  if (parts.some((name) => !isName(name) && isUnderstood(name))) return null;
  if (count !== undefined && count !== parts.length) return [text];
  return [...parts.map(withLevel), ...splitValues(further, isUnderstood)];
}

/** The names up to that behind an "and", and what follows it: "French and English", "Arabic". */
function oneList(names: string): [names: string, further: string] {
  const and = AND.exec(names);
  const behind = and === null ? names.length : and.index + and[0].length;
  const comma = COMMA.exec(names.slice(behind));
  if (comma === null) return [names, ''];
  return [names.slice(0, behind + comma.index), names.slice(behind + comma.index + 1)];
}

/** The level with which a text begins, and the rest; null where it begins with none, or is one language. */
function levelBefore(text: string): Shared | null {
  const said = withoutVerb(text);
  const divider = DIVIDER.exec(said)?.index ?? said.length;
  const first = parseLanguageSkill(said.slice(0, divider));
  if (first.ok && first.value.level === null) return null;
  const words = [...said.matchAll(/[^\s:(]+\s*/gu)].filter(({ index }) => index < divider);
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
    const last = words[count - 1];
    const end = last === undefined ? 0 : last.index + last[0].length;
    const level = said.slice(0, end).trim();
    if (end > divider || !isLevel(level)) continue;
    const behind = said.slice(end);
    const names = behind.replace(OF, '').replace(CLOSED, '');
    if (names === '') continue;
    const isOfAll = said !== text || OF.test(behind) || OF_SO_MANY.has(foldText(level));
    return { level, names, isOfAll };
  }
  return null;
}

/** The level behind several languages, where a word says that it is of all. */
function levelBehind(text: string): Shared | null {
  const [, all, ofAll = ''] = ALL_BEHIND.exec(text) ?? [];
  const levelOfAll = levelNamed(ofAll) ?? singular(ofAll);
  if (all !== undefined && levelOfAll !== null) {
    return { level: levelOfAll, names: all, isOfAll: true };
  }
  const plain = withoutVerb(text);
  const said = plain.replace(CLOSED, '');
  const words = [...said.matchAll(/[^\s(:]+/gu)];
  for (const { index } of words.slice(-MOST_WORDS)) {
    const behind = said.slice(index).trim();
    const isSaidOfAll = OF_SO_MANY.has(foldText(behind)) || plain !== text;
    const level = (isSaidOfAll ? levelNamed(behind) : null) ?? singular(behind);
    const names = said.slice(0, index).replace(/[\s(:,،–-]+$/u, '');
    if (level !== null && names !== '') return { level, names, isOfAll: true };
  }
  return null;
}

const isLevel = (text: string): boolean => parseProficiency(text).ok;
const levelNamed = (text: string): string | null => (isLevel(text) ? text : null);

/** "anglais et français courants": a level in the plural is of several. */
function singular(text: string): string | null {
  const one = /^(\p{L}{4,})s$/u.exec(text)?.[1];
  return one !== undefined && !isLevel(text) ? levelNamed(one) : null;
}
