import { foldText } from '#vocabulary';
import anyAscii from 'any-ascii';

/** Scripts that have a table of letters; words in any other script are romanized. */
export const SCRIPTS = ['latin', 'arabic', 'cyrillic', 'hebrew'] as const;
export type Script = (typeof SCRIPTS)[number];

/** A word of a name as it is compared. */
export interface Word {
  /** Folded: small letters without marks, exchanged letters as one. The Arabic article is taken off. */
  readonly text: string;
  readonly script: Script;
  /** A particle, which says little: `bint`, `van`, `al`. */
  readonly weak: boolean;
}

/** Longer names are cut here, as far as they are compared: nobody is told by her thirteenth name. */
export const MOST_WORDS = 12;

/** An apostrophe between letters is a sound, and no border between words: Sa'diyya, N'Diaye. */
const APOSTROPHE_INSIDE = /(?<=\p{L})['’‘`´ʼʻʿʾ](?=\p{L})/gu;
/** What stands in brackets is a remark. */
const BRACKETS = /\([^)]*\)|\[[^\]]*\]/gu;

/** Forms of address, degrees and ranks, folded; they are no part of a name. */
const HONORIFICS = new Set(
  (
    'dr dra doctor docteur doutora doctora prof professor professeur professora profesora mr mrs ms miss mme mlle madame ' +
    'mademoiselle monsieur sra srta senora senhora dona dame lady hon honourable honorable excellency he she sheikha shaykha ' +
    'cheikha hajia hajja hajjah haja hadja alhaja el-hadja bi bibi mama mwalimu dkt mheshimiwa balozi ambassador ambassadeur ' +
    'ambassadrice amb eng ing ingenieur adv advocate maitre sister rev reverend phd mba llm esq jr sr ' +
    'د دكتوره الدكتوره دكتور الدكتور استاذه الاستاذه استاذ الاستاذ السيده سيده انسه الانسه الشيخه شيخه الحاجه حاجه ' +
    'المهندسه مهندسه المحاميه محاميه السفيره سفيره الوزيره معالي سعاده г-жа госпожа д-р доктор проф'
  ).split(' '),
);
/** His or Her Excellency, with points or without. */
const EXCELLENCY = /^h ?e (?=.)/;
/** Words that link the parts of a name, folded. */
const PARTICLES = new Set(
  (
    'al el ul il ad ed as es ash ech esh ar er at et an en az ez ' +
    'bin bint ben ibn ibnat bent wald walad ould mint umm oum um abu abou bu bou aba ait ' +
    'de del della di da das do dos du des la le les los las van von der den ter zu zur y e i av af ' +
    'wa w binti wad bar bat ' +
    'ال بن ابن بنت ابنه ام ابو ابي ابا بو ولد منت ايت و фон де ван אל בן בת אבו'
  ).split(' '),
);
/** They are one name with what follows: عبد الرحمن, Abd al-Rahman. */
const COMPOUND_STARTS = new Set('abd abdul abdel abdal abdil abdoul عبد'.split(' '));
const LATIN_ARTICLES = new Set(
  'al el ul il ad ed as es ash ech esh ar er at et an en az ez'.split(' '),
);
const ARABIC_ARTICLE = /^ال(?=..)/u;

const IN_SCRIPT: readonly (readonly [Script, RegExp])[] = [
  ['latin', /^[a-z]+$/],
  ['arabic', /^\p{sc=Arab}+$/u],
  ['cyrillic', /^\p{sc=Cyrl}+$/u],
  ['hebrew', /^\p{sc=Hebr}+$/u],
];

/** The words of a name, in its order, without honorifics; at most {@link MOST_WORDS}. */
export function wordsOfName(name: string): Word[] {
  const plain = name.replace(BRACKETS, ' ').replace(APOSTROPHE_INSIDE, '');
  const folded = foldText(plain).replace(EXCELLENCY, '');
  const all = folded.split(' ').filter((word) => word !== '');
  const named = all.filter((word) => !HONORIFICS.has(word));
  // A woman can be called Hajja or Dame and nothing else.
  return joined(named.length > 0 ? named : all)
    .flatMap(toWords)
    .slice(0, MOST_WORDS);
}

/** عبد and what follows as one word, without the article between. */
function joined(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = i + 1 + (LATIN_ARTICLES.has(words[i + 1] ?? '') && i + 2 < words.length ? 1 : 0);
    if (COMPOUND_STARTS.has(word) && next < words.length) {
      result.push(words.slice(i, next + 1).join(''));
      i = next;
    } else {
      result.push(word);
    }
  }
  return result;
}

function toWords(word: string): Word[] {
  const weak = PARTICLES.has(word);
  const script = IN_SCRIPT.find(([, letters]) => letters.test(word))?.[0];
  if (script) {
    return [{ text: script === 'arabic' && !weak ? withoutArticle(word) : word, script, weak }];
  }
  return romanized(word).map((text) => ({ text, script: 'latin', weak: PARTICLES.has(text) }));
}

function withoutArticle(word: string): string {
  return word.replace(ARABIC_ARTICLE, '');
}

/** Of a word that mixes scripts or has a script without a table: Han and Hangul give a word for each character. */
function romanized(word: string): string[] {
  return anyAscii(word)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part !== '');
}
