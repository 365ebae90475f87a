import { type InputProblem, textProblems } from '#kernel';
import { refusal } from '#messages';
import { LOCALES, type Locale } from '#vocabulary';

/**
 * The questions of an after-action review, as both sides answer them in half an hour: what was meant, what happened, why,
 * what to keep, what to change.
 */
export const AFTER_ACTION_QUESTIONS = ['meant', 'happened', 'why', 'keep', 'change'] as const;
export type AfterActionQuestion = (typeof AFTER_ACTION_QUESTIONS)[number];

/** Answers of one side; empty where it has none. */
export type AfterActionAnswers = Readonly<Record<AfterActionQuestion, string>>;

/** What one side answers, and in which language. */
export interface AfterActionDraft extends AfterActionAnswers {
  readonly language: Locale;
}

/** What a lesson says. */
export interface LessonContents extends AfterActionDraft {
  readonly title: string;
}

const LONGEST_ANSWER = 4_000;
/** Two sides, one below the other. */
const LONGEST_PART = 2 * LONGEST_ANSWER + 2;
const LONGEST_TITLE = 200;

/** What is wrong with the answers of a side: they may leave questions out, but not all. */
export function afterActionProblems(draft: AfterActionDraft): InputProblem[] {
  const isEmpty = AFTER_ACTION_QUESTIONS.every((question) => draft[question].trim() === '');
  return [
    ...languageProblems(draft.language),
    ...AFTER_ACTION_QUESTIONS.flatMap((question) =>
      textProblems(question, draft[question], LONGEST_ANSWER, false),
    ),
    ...(isEmpty ? textProblems('happened', '', LONGEST_ANSWER, true) : []),
  ];
}

/** What is wrong with a lesson. */
export function lessonProblems(contents: LessonContents): InputProblem[] {
  return [
    ...languageProblems(contents.language),
    ...textProblems('title', contents.title, LONGEST_TITLE, true),
    ...AFTER_ACTION_QUESTIONS.flatMap((question) =>
      textProblems(question, contents[question], LONGEST_PART, false),
    ),
  ];
}

/** A draft of what both sides answered, the organizer first; without a title, for whoever reviews it to give one. */
export function lessonDraft(answers: readonly AfterActionDraft[]): LessonContents {
  const part = (question: AfterActionQuestion) =>
    answers
      .map((one) => one[question].trim())
      .filter((text) => text !== '')
      .join('\n\n');
  return {
    language: answers[0]?.language ?? 'en',
    title: '',
    meant: part('meant'),
    happened: part('happened'),
    why: part('why'),
    keep: part('keep'),
    change: part('change'),
  };
}

function languageProblems(language: Locale): InputProblem[] {
  if (LOCALES.includes(language)) return [];
  const message = refusal('list.oneOfShort', { options: LOCALES.join(', ') });
  return [{ path: 'language', code: 'UNKNOWN', message }];
}
