import { type InputProblem, isDay, type ProblemCode, textProblems, throwIfProblems } from '#kernel';
import { refusal, type Sentence, type Texts } from '#messages';
import { LOCALES, type Locale } from '#vocabulary';

export type { Texts } from '#messages';

const LONGEST_URL = 2_000;

/** Gathers what is wrong with an input, so that all of it is told at once. */
export class Checks {
  /**
   * @param within the path of what is checked, with a dot at its end; empty at the top
   * @param problems where it puts what it finds
   */
  constructor(
    private readonly within = '',
    private readonly problems: InputProblem[] = [],
  ) {}

  /** The same, of a part whose path ends with a dot. */
  at(part: string): Checks {
    return new Checks(this.within + part, this.problems);
  }

  add(path: string, code: ProblemCode, message: Sentence): void {
    this.problems.push({ path: this.within + path, code, message });
  }

  text(path: string, text: string | null, longest: number, required = false): void {
    this.problems.push(...textProblems(this.within + path, text ?? '', longest, required));
  }

  /** A text in some of the languages; in one at least if it is required. */
  texts(path: string, texts: Texts, longest: number, required = false): void {
    const languages = Object.keys(texts);
    for (const language of languages) {
      if (!LOCALES.some((locale) => locale === language)) {
        this.add(`${path}.${language}`, 'UNKNOWN', refusal('languages.noPages'));
      } else {
        this.text(`${path}.${language}`, texts[language as Locale] ?? '', longest, true);
      }
    }
    if (required && languages.length === 0) {
      this.add(path, 'MISSING', refusal('wps.oneLanguage'));
    }
  }

  day(path: string, day: string | null): void {
    if (day !== null && !isDay(day)) {
      this.add(path, 'MALFORMED', refusal('days.exists'));
    }
  }

  /** A first and a last day, either of which may be unknown. */
  days(from: string | null, until: string | null): void {
    this.day('from', from);
    this.day('until', until);
    if (from !== null && until !== null && isDay(from) && isDay(until) && until < from) {
      this.add('until', 'OUT_OF_RANGE', refusal('days.lastNotBeforeOne'));
    }
  }

  /** An address on the web. Other schemes are refused, for pages show it as a link. */
  url(path: string, url: string | null): void {
    if (url === null) return;
    this.text(path, url, LONGEST_URL, true);
    const parsed = URL.canParse(url) ? new URL(url) : null;
    if (parsed?.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '') {
      this.add(path, 'MALFORMED', refusal('wps.https'));
    }
  }

  oneOf(path: string, word: string | null, words: readonly string[]): void {
    if (word !== null && !words.includes(word)) {
      this.add(path, 'UNKNOWN', refusal('list.oneOfColon', { options: words.join(', ') }));
    }
  }

  /** Whether a list is short enough to be looked at further: nobody is to be told of thousands of items. */
  atMost(path: string, list: readonly unknown[], most: number): boolean {
    const fits = list.length <= most;
    this.unless(fits, path, 'TOO_MANY', refusal('list.most', { most }));
    return fits;
  }

  unless(fine: boolean, path: string, code: ProblemCode, message: Sentence): void {
    if (!fine) this.add(path, code, message);
  }

  /** @throws InvalidInputError if anything is wrong */
  done(): void {
    throwIfProblems(this.problems);
  }
}

/** Without the space around them. */
export function trimmedTexts(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, text.trim()]));
}
