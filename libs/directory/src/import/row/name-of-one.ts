import { problem } from '#messages';
import type { NameProblem } from '../../fields/names.js';

/** How the name in a row begins that shows how a form is to be filled in. */
const EXAMPLE =
  /^[([]?(?:e\.\s?g\.|ex\.|p\.\s?ex\.|p\.\s?ej\.|(?:for |par |por )?(?:example|exemple|ejemplo|exemplo)|kwa mfano|mfano|مثال)(?:\s*[:：)\]–-]|\s*$|(?<=\.)\s)/iu;
/** The same in a row of sums or means; no name begins so. */
const TOTALS =
  /^[^\p{L}]*(?:(?:grand|sub|sous)[\s-]?)?total(?:es|s|e|aux)?(?!\p{L})|^[^\p{L}]*(?:moyenne|average|promedio|média geral|jumla(?: kuu)?|المجموع|مجموع|الإجمالي|إجمالي|المعدل)\s*(?:[:=(]|\p{Nd}|$)/iu;
/** The mark of a footnote behind a name, and what the note says may keep her from being shown: "Awa Ba *", "Awa Ba (1)", "Awa Ba¹". */
const FOOTNOTE =
  /^(.*[\p{L}.)])\s*(?:[*†‡§]+|\(?[¹²³⁴-⁹]+\)?|[([]\s*(?:\p{Nd}{1,2}|\*+)\s*[)\]])$/su;
/** Between the names of two women, and not at the beginning of a character that HTML writes in letters ("&eacute;"). */
const TWO = /\p{L}\s*&(?![a-z]+;)\s*\p{L}|\p{L}\s\+\s\p{L}/u;

/** Why a text in the column of names is not the name of one woman; null where it may be. */
export function noNameOfOne(text: string): NameProblem | null {
  if (EXAMPLE.test(text)) return { reason: problem('value.example'), suggestion: null };
  if (TOTALS.test(text)) return { reason: problem('value.totals'), suggestion: null };
  const [, unmarked] = FOOTNOTE.exec(text) ?? [];
  if (unmarked !== undefined) return { reason: problem('name.footnote'), suggestion: unmarked };
  return TWO.test(text) ? { reason: problem('name.several'), suggestion: null } : null;
}
