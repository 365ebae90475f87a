import {
  type InputProblem,
  isTimeOfDay,
  isTimeZone,
  type ProblemCode,
  textProblems,
  throwIfProblems,
} from '#kernel';
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
  const add = (path: string, code: ProblemCode, message: string) =>
    problems.push({ path, code, message });
  if (!isTimeZone(timeZone)) {
    add('timeZone', 'UNKNOWN', 'This is a name of the IANA time zone database, as Africa/Nairobi.');
  }
  if (workingDays.length === 0) add('workingDays', 'MISSING', 'Name at least one working day.');
  for (const [i, day] of workingDays.entries()) {
    if (!DAYS.has(day)) {
      add(`workingDays.${i}`, 'OUT_OF_RANGE', 'Days are numbered from 1 (Monday) to 7 (Sunday).');
    } else if (workingDays.indexOf(day) < i) {
      add(`workingDays.${i}`, 'DUPLICATE', 'Name each day once.');
    }
  }
  for (const [path, time] of Object.entries({ opens, closes })) {
    if (!isTimeOfDay(time)) add(path, 'MALFORMED', 'This is a time of day, as 09:00.');
  }
  if (isTimeOfDay(opens) && isTimeOfDay(closes) && closes <= opens) {
    add('closes', 'OUT_OF_RANGE', 'The desk closes after it opens, on the same day.');
  }
  if (languages.length === 0) add('languages', 'MISSING', 'Name at least one language.');
  if (languages.length > MOST_LANGUAGES) {
    add('languages', 'TOO_MANY', `At most ${MOST_LANGUAGES} fit here.`);
  }
  for (const [i, language] of languages.entries()) {
    if (!isLanguage(language)) {
      add(`languages.${i}`, 'UNKNOWN', 'This is not a language code of the vocabulary.');
    } else if (languages.indexOf(language) < i) {
      add(`languages.${i}`, 'DUPLICATE', 'Name each language once.');
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
