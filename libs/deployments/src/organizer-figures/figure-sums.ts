import { FEWEST } from '#engagement';
import type { FeedbackDraft } from '../feedback/check-feedback.js';
import {
  FAVOURABLE,
  ORGANIZER_QUALITIES,
  type OrganizerQuality,
} from '../feedback/feedback-lists.js';

/** What mediators were asked of an organizer: each quality, and whether they would go again. */
export const ORGANIZER_QUESTIONS = [...ORGANIZER_QUALITIES, 'again'] as const;
export type OrganizerQuestion = OrganizerQuality | 'again';

/** What one mediator said of an organizer. */
export interface CountedAnswer {
  /** Of the record that stands for her. */
  readonly mediatorId: string;
  readonly feedback: Pick<FeedbackDraft, 'ratings' | 'again'>;
}

/** How many answered a question, and how many of them favourably. */
interface Tally {
  readonly answers: number;
  readonly favourable: number;
}

export interface FigureSums {
  readonly answers: number;
  /** Questions that five mediators or more answered. */
  readonly questions: Partial<Record<OrganizerQuestion, Tally>>;
}

/** A figure of one question, as everyone reads it. */
export interface OrganizerFigure {
  readonly question: OrganizerQuestion;
  readonly answers: number;
  /**
   * Of five answers, how many are favourable (3 or 4 of 4, or yes), rounded: 1 for one or none, 4 for four or all. So it
   * is never told that all said the same.
   */
  readonly ofFive: number;
}

/** The sums of some answers; null if fewer than five different mediators gave them. */
export function sumsOf(answers: readonly CountedAnswer[]): FigureSums | null {
  if (womenIn(answers) < FEWEST) return null;
  const questions: FigureSums['questions'] = {};
  for (const question of ORGANIZER_QUESTIONS) {
    const said = answers.flatMap(({ mediatorId, feedback }) => {
      const favourable = isFavourable(question, feedback);
      return favourable === null ? [] : [{ mediatorId, favourable }];
    });
    if (womenIn(said) < FEWEST) continue;
    questions[question] = {
      answers: said.length,
      favourable: said.filter(({ favourable }) => favourable).length,
    };
  }
  return { answers: answers.length, questions };
}

/** What everyone reads of all sums of an organization. */
export function figuresOf(sums: readonly FigureSums[]): OrganizerFigure[] {
  return ORGANIZER_QUESTIONS.flatMap((question) => {
    const tallies = sums.flatMap(({ questions }) => questions[question] ?? []);
    const answers = tallies.reduce((total, one) => total + one.answers, 0);
    const favourable = tallies.reduce((total, one) => total + one.favourable, 0);
    if (answers === 0) return [];
    const ofFive = Math.min(4, Math.max(1, Math.round((5 * favourable) / answers)));
    return [{ question, answers, ofFive }];
  });
}

function isFavourable(
  question: OrganizerQuestion,
  { ratings, again }: CountedAnswer['feedback'],
): boolean | null {
  if (question === 'again') return again;
  const rating = ratings.find(({ quality }) => quality === question)?.rating;
  return rating === undefined ? null : FAVOURABLE.includes(rating);
}

function womenIn(answers: readonly { readonly mediatorId: string }[]): number {
  return new Set(answers.map(({ mediatorId }) => mediatorId)).size;
}
