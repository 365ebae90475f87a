import { problem } from '#messages';

/**
 * Errors of formulas in every language of Microsoft Excel, LibreOffice and Google Sheets: `#REF!`,
 * `#NOM?`, `#¡VALOR!`, `#DIV/0!` by their form; those without a mark at the end by name.
 */
const MARKED = /^#[¡¿]?[\p{L}\p{M}\p{N}_./ ]*\p{L}[\p{L}\p{M}\p{N}_./ ]*[!?！？؟]$/u;
/** "Not available" in the languages in which it has no mark at the end, and a column too narrow for its number. */
const NAMED =
  /^#(N\/A\b.*|NA|N\/D|N\.D\.|N\/B|N\/V|N\/T|NV|I\/T|Н\/Д|Δ\/Υ|YOK|HIÁNYZIK|SAKNAS|PUUTTUU|#+)$/iu;
/** `#GETTING_DATA` and its translations: words with underscores between. */
const WAITING = /^#\p{Lu}[\p{Lu}\p{M}]*(_[\p{Lu}\p{M}]+)+$/u;
/** Without a mark, as other programs write errors: `#ERROR`, `#REF`, `#Deleted`. */
const UNMARKED = /^#(\p{Lu}{3,}|Error|Deleted|Name|Num|Div|Func|Value|Ref)$/u;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const LOADING = /^(Loading|Chargement|Cargando|Carregando|A carregar)(\.\.\.|…)$/i;
/** LibreOffice numbers some errors from 501 to 540: `Err:508`, `Fehler:508`, `エラー:508`. */
const NUMBERED = /^\p{L}[\p{L}\p{M}]{1,11}[:：]\s?5[0-4]\d$/u;

/** Of such characters no error consists; most cells are told by this alone, which is quick. */
const NO_ERROR = /^(?:[A-Za-z0-9 ,;()@+\-/'&|_\n]|\.(?!\.))*$/;

/** Whether a cell holds the error of a formula, in whatever language the office program speaks. */
export function isFormulaError(text: string): boolean {
  if (text.length > 60 || NO_ERROR.test(text)) return false;
  // Written into a text the error may have the formula's sign before it: `=#REF!`.
  const plain = text
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .trim()
    .replace(/^=\s*(?=#)/, '');
  if (plain.startsWith('#')) {
    return MARKED.test(plain) || NAMED.test(plain) || WAITING.test(plain) || UNMARKED.test(plain);
  }
  return NUMBERED.test(plain) || LOADING.test(plain);
}

/** What is said of such a cell. */
export const NO_RESULT = problem('value.noResult');
