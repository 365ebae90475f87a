import { type InputProblem, textProblems } from '#kernel';
import { refusal } from '#messages';
import {
  QUALITIES,
  RATINGS,
  type FeedbackSide,
  type Quality,
  type Rating,
} from './feedback-lists.js';

/** A rating of one quality. A quality that was not observed has none. */
export interface QualityRating {
  readonly quality: Quality;
  readonly rating: Rating;
}

/** What one side says of the other. */
export interface FeedbackDraft {
  readonly ratings: readonly QualityRating[];
  /** Whether she would be engaged again, or would go again. */
  readonly again: boolean;
  readonly text: string | null;
}

/** Most characters of a text or a reply. */
export const LONGEST_FEEDBACK = 4_000;

/** What is wrong with it, by field path. */
export function feedbackProblems(
  side: FeedbackSide,
  { ratings, text }: FeedbackDraft,
): InputProblem[] {
  const known = QUALITIES[side];
  return [
    ...ratings.flatMap(({ quality, rating }, i): InputProblem[] => {
      const at = `ratings.${i}`;
      if (!known.includes(quality)) {
        const message = refusal('deployments.sideRates', { options: known.join(', ') });
        return [{ path: `${at}.quality`, code: 'UNKNOWN', message }];
      }
      if (ratings.findIndex((other) => other.quality === quality) < i) {
        return [
          { path: `${at}.quality`, code: 'DUPLICATE', message: refusal('deployments.ratedTwice') },
        ];
      }
      if (!RATINGS.includes(rating)) {
        const message = refusal('deployments.rating');
        return [{ path: `${at}.rating`, code: 'OUT_OF_RANGE', message }];
      }
      return [];
    }),
    ...textProblems('text', text ?? '', LONGEST_FEEDBACK, false),
  ];
}
