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
const LOADING = /^(Loading|Chargement|Cargando|Carregando|A carregar)(\.\.\.|…)$/i;
/** LibreOffice numbers some errors from 501 to 540. */
const NUMBERED =
  /^(err|erro|error|erreur|errore|fehler|feil|fejl|fel|fout|virhe|hiba|błąd|chyba|hata|ошибка|помилка|خطأ):\s?5[0-4]\d$/iu;

/** Whether a cell holds the error of a formula, in whatever language the office program speaks. */
export function isFormulaError(text: string): boolean {
  if (text.length > 60) return false;
  const plain = text.trim().normalize('NFC');
  if (plain.startsWith('#')) {
    return MARKED.test(plain) || NAMED.test(plain) || WAITING.test(plain);
  }
  return NUMBERED.test(plain) || LOADING.test(plain);
}

/** What is said of such a cell. */
export const NO_RESULT = 'The formula in this cell has no result.';
