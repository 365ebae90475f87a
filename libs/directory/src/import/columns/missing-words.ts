import { foldText, readYesNo } from '#vocabulary';

/** What programs write where nothing is: R, pandas, SQL, spreadsheets, and whoever types as they do. */
export const OF_PROGRAMS: ReadonlySet<string> = new Set(
  'na n/a #n/a <na> (na) n.a. n.a n.d. n.d n/d nd s.o. s/o nan nat null (null) <null> \\n undefined'.split(
    ' ',
  ),
);
/** Words by which people say so, folded. A text about a woman may consist of one ("none"); a name may not. */
const OF_PEOPLE: ReadonlySet<string> = new Set(
  [
    'none|nil|missing|unknown|not known|not available|not applicable|not stated|no data|empty|blank|to be confirmed|to be completed|to be determined|vacant|tbc|tbd',
    'sans objet|non|non applicable|non disponible|non précisé|inconnu|inconnue|néant|aucun|aucune|à compléter|à pourvoir|à confirmer',
    'ninguno|ninguna|no aplica|no disponible|desconocido|desconocida|sin datos|vacante|por completar|por confirmar|por definir',
    'nenhum|nenhuma|não aplicável|não disponível|desconhecido|desconhecida|sem dados|a preencher|a confirmar|a definir',
    'hakuna|haijulikani|haipatikani',
    'لا يوجد|لا ينطبق|غير متوفر|غير معروف|غير متاح',
  ].flatMap((words) => words.split('|').map(foldText)),
);

/** No mark has one. */
export const DIGIT = /[0-9]/;
/** Three letters of ASCII or more, and nothing outside ASCII. */
export const PLAIN = /^[A-Za-z]{3}[\0-\x7f]*$/;
export const beginning = (text: string): string => text.slice(0, 3).toLowerCase();
/** How the words begin; most names are told by this alone. */
const BEGINNINGS: ReadonlySet<string> = new Set([...OF_PEOPLE].map(beginning));
/** None of the words has a digit, as most numbers, telephones and levels have. */
export function isOfPeople(text: string): boolean {
  if (PLAIN.test(text) && !BEGINNINGS.has(beginning(text))) return false;
  return !DIGIT.test(text) && OF_PEOPLE.has(foldText(text));
}

/** What else is a mark in such a column: a tick that is typed, and dots. */
const TICKS = /^[v√●•■◉◼]$/iu;
const NO_TICKS = /^[○◯□◻]$/u;

/** A dash in a column of marks. */
const DASH = /^[-–—−_.\s]+$/u;

/** What a cell in a column of marks says: yes, or no, for which people also write a dash or "none"; null for all else. */
export function readMark(text: string): boolean | null {
  const answer = readYesNo(text);
  if (answer !== null) return answer;
  if (TICKS.test(text.trim())) return true;
  return NO_TICKS.test(text.trim()) ||
    DASH.test(text) ||
    OF_PROGRAMS.has(text.toLowerCase()) ||
    isOfPeople(text)
    ? false
    : null;
}
