import {
  type InputProblem,
  isTimeOfDay,
  isTimeZone,
  type ProblemCode,
  textProblems,
  throwIfProblems,
} from '#kernel';
import { refusal, type Sentence } from '#messages';
import { canonicalCode, isLanguage, type LanguageCode } from '#vocabulary';

/** What a network says of its desk. Organizers read it: it names no person who does not want to be named. */
export interface DeskStatement {
  /** How the desk is reached, in words: an e-mail address, a telephone number, a room. */
  readonly address: string;
  /** Name in the IANA database, such as `Africa/Nairobi`. */
  readonly timeZone: string;
  /** Days of the week on which it works, 1 (Monday) to 7 (Sunday), as ISO 8601 numbers them. */
  readonly workingDays: readonly number[];
  /** Times of day in its zone, `HH:MM`. */
  readonly opens: string;
  readonly closes: string;
  /** In which it answers. */
  readonly languages: readonly LanguageCode[];
}

const LONGEST_ADDRESS = 500;
const MOST_LANGUAGES = 20;
const DAYS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7]);

/** The statement, its address trimmed, days and languages each once. @throws InvalidInputError by field path */
export function checkedDesk(draft: DeskStatement): DeskStatement {
  const { timeZone, workingDays, opens, closes } = draft;
  const languages = draft.languages.map((code) => canonicalCode('language', code));
  const problems: InputProblem[] = textProblems('address', draft.address, LONGEST_ADDRESS, true);
  const add = (path: string, code: ProblemCode, message: Sentence) =>
    problems.push({ path, code, message });
  if (!isTimeZone(timeZone)) {
    add('timeZone', 'UNKNOWN', refusal('time.zone'));
  }
  if (workingDays.length === 0) add('workingDays', 'MISSING', refusal('time.oneWorkingDay'));
  for (const [i, day] of workingDays.entries()) {
    if (!DAYS.has(day)) {
      add(`workingDays.${i}`, 'OUT_OF_RANGE', refusal('time.dayNumbers'));
    } else if (workingDays.indexOf(day) < i) {
      add(`workingDays.${i}`, 'DUPLICATE', refusal('time.dayOnce'));
    }
  }
  for (const [path, time] of Object.entries({ opens, closes })) {
    if (!isTimeOfDay(time)) add(path, 'MALFORMED', refusal('time.ofDay09'));
  }
  if (isTimeOfDay(opens) && isTimeOfDay(closes) && closes <= opens) {
    add('closes', 'OUT_OF_RANGE', refusal('time.closesAfterOpening'));
  }
  if (languages.length === 0) add('languages', 'MISSING', refusal('languages.atLeastOne'));
  if (languages.length > MOST_LANGUAGES) {
    add('languages', 'TOO_MANY', refusal('list.fits', { most: MOST_LANGUAGES }));
  }
  for (const [i, language] of languages.entries()) {
    if (!isLanguage(language)) {
      add(`languages.${i}`, 'UNKNOWN', refusal('languages.noCode'));
    } else if (languages.indexOf(language) < i) {
      add(`languages.${i}`, 'DUPLICATE', refusal('languages.once'));
    }
  }
  throwIfProblems(problems);
  const address = draft.address.trim();
  return {
    address,
    timeZone,
    workingDays: workingDays.toSorted((a, b) => a - b),
    opens,
    closes,
    languages,
  };
}
