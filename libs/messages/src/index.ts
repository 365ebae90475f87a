/**
 * Messages: every text that Baraza shows in the reader's language, as data. The texts are ICU MessageFormat in
 * catalogues/<area>/<language>.json; docs/translating.md says how to edit them.
 */
export { isolate } from './isolate.js';
export {
  alternatives,
  problem,
  refusal,
  say,
  type Problem,
  type Refusal,
  type Sentence,
  type Words,
} from './words.js';
export { textIn, type Texts } from './text-in.js';
export { usePseudoLocale } from './pseudo-locale.js';
export {
  isNamed,
  pattern,
  translator,
  type Named,
  type Key,
  type Translate,
  type ValuesOf,
} from './translator.js';
