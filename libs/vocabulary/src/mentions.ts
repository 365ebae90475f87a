import { WORLD } from './area-relations.js';
import { foldedWords } from './name-search.js';
import { lists } from './lexicons.js';
import { PLACES_BELOW_COUNTRIES } from './places.js';
import { formsOf } from './wording.js';

/** Kinds whose entries are recognised in running text. */
const MENTIONED_KINDS = [
  'expertise',
  'role',
  'track',
  'process-type',
  'territory',
  'region',
  'grouping',
] as const;
type MentionedKind = (typeof MENTIONED_KINDS)[number];

/** A word of a text: folded, and as it is written, by which an abbreviation is told from a word. */
export interface MentioningWord {
  readonly word: string;
  readonly written: string;
}

export interface MentionedCode {
  readonly kind: MentionedKind;
  readonly code: string;
}

/** A name in a text, and what it may be a name of. */
export interface Mention {
  readonly codes: readonly MentionedCode[];
  /** Its first word, and the place behind its last one. */
  readonly from: number;
  readonly to: number;
}

/** Two to six letters or digits, most of them capitals: DDR, 1325. */
const ABBREVIATION = /^(?=(?:.*\p{Lu}){2})[\p{L}\p{N}]{2,6}$/u;
/** Codes among the names of territories, and of tracks, which are also numerals. */
const CODE = /^(?:[A-Z]{2,3}|[IV]+|[\d.,½]+)$/u;
/** Names of a place that are everyday words in one of the languages, folded. */
const EVERYDAY: ReadonlySet<string> = new Set(['reunion', 'palma', 'swat']);

/** The names by their words: what may come next, and what a name that ends here is a name of. */
interface Node {
  readonly next: Map<string, Node>;
  readonly codes: MentionedCode[];
}

let names: Node | null = null;

/**
 * What a text mentions by any name in any of the six languages, whatever the number, gender or case; of names that overlap,
 * the one that begins first, and of those the longest. A name that is an abbreviation must be written in capitals.
 */
export function mentionsIn(words: readonly MentioningWord[]): Mention[] {
  names ??= readNames();
  const mentions: Mention[] = [];
  for (let from = 0; from < words.length;) {
    const found = longestFrom(names, words, from);
    if (found) mentions.push(found);
    from = found ? found.to : from + 1;
  }
  return mentions;
}

function longestFrom(root: Node, words: readonly MentioningWord[], from: number): Mention | null {
  let node = root;
  let found: Mention | null = null;
  for (let at = from; at < words.length; at++) {
    const { word, written } = words[at]!;
    const abbreviated = ABBREVIATION.test(written) ? node.next.get(written) : undefined;
    const forms = formsOf(word);
    // No name begins with what carries nothing.
    if (forms.length === 0 && at === from) return null;
    const next = abbreviated ?? along(node, forms);
    if (!next) break;
    node = next;
    if (node.codes.length > 0 && (forms.length > 0 || abbreviated)) {
      found = { codes: node.codes, from, to: at + 1 };
    }
  }
  return found;
}

function along(node: Node, forms: readonly string[]): Node | undefined {
  let at: Node | undefined = node;
  for (const form of forms) at = at?.next.get(form);
  return at;
}

function readNames(): Node {
  const root: Node = { next: new Map(), codes: [] };
  for (const kind of MENTIONED_KINDS) {
    for (const { code, labels, aliases } of lists[kind]) {
      // The whole world says nothing of where.
      if (code === WORLD) continue;
      for (const name of [...Object.values(labels), ...aliases]) add(root, name, { kind, code });
    }
  }
  for (const { text, instead } of Object.values(PLACES_BELOW_COUNTRIES)) {
    for (const code of instead) add(root, text, { kind: 'territory', code });
  }
  return root;
}

function add(root: Node, name: string, named: MentionedCode): void {
  if (CODE.test(name) && named.kind !== 'expertise') return;
  const words = foldedWords(name.replaceAll('&', ' and '));
  const carrying = words.filter((word) => formsOf(word).length > 0);
  if (EVERYDAY.has(carrying.join(' '))) return;
  const forms = ABBREVIATION.test(name) ? [name] : words.flatMap(formsOf);
  if (forms.length === 0 || forms.join('').length < 3) return;
  let node = root;
  for (const form of forms) {
    const next = node.next.get(form) ?? { next: new Map(), codes: [] };
    node.next.set(form, next);
    node = next;
  }
  const isKnown = node.codes.some(({ kind, code }) => kind === named.kind && code === named.code);
  if (!isKnown) node.codes.push(named);
}
