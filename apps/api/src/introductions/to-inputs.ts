import {
  type AcceptInput,
  type Declaration,
  type DeclineInput as Decline,
  type ReleaseInput as Release,
  type SpokenInput,
} from '#introductions';
import { InvalidInputError, type InputProblem, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import type {
  AcceptanceInput,
  DeclaredInterestInput,
  DeclineInput,
  ReleaseInput,
  SpokenAnswerInput,
} from './introduction.inputs.js';

/** @throws InvalidInputError where an interest is declared twice */
export function toAccept({ termsRevision, declaration }: AcceptanceInput, path = ''): AcceptInput {
  return { termsRevision, declaration: toDeclaration(declaration, `${path}declaration`) };
}

export function toDecline({ reasons, words, share }: DeclineInput): Decline {
  return { reasons, words: words ?? null, share: share ?? false };
}

export function toRelease({ email, telephone, relay }: ReleaseInput): Release {
  return { email: email ?? null, telephone: telephone ?? null, relay: relay ?? false };
}

/** @throws InvalidInputError where not exactly one answer is given */
export function toSpoken(input: SpokenAnswerInput): SpokenInput {
  const { channel, proof, accept, decline, question, release } = input;
  const given = [accept, decline, question, release].filter(
    (one) => one !== undefined && one !== null,
  );
  if (given.length !== 1) {
    const message = refusal('introductions.oneAnswer');
    throw new InvalidInputError([
      { path: 'accept', code: given.length === 0 ? 'MISSING' : 'CONTRADICTION', message },
    ]);
  }
  const heard = { channel, proof };
  if (accept) return { ...heard, accept: toAccept(accept, 'accept.') };
  if (decline) return { ...heard, decline: toDecline(decline) };
  if (release) return { ...heard, release: toRelease(release) };
  return { ...heard, question: question ?? '' };
}

function toDeclaration(declared: readonly DeclaredInterestInput[], path: string): Declaration {
  const problems: InputProblem[] = declared.flatMap(({ interest }, i) =>
    declared.findIndex((other) => other.interest === interest) < i
      ? [
          {
            path: `${path}.${i}.interest`,
            code: 'DUPLICATE' as const,
            message: refusal('introductions.interestOnce'),
          },
        ]
      : [],
  );
  throwIfProblems(problems);
  return Object.fromEntries(declared.map(({ interest, text }) => [interest, text]));
}
