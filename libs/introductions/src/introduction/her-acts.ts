import { createHash } from 'node:crypto';
import { isMailAddress } from '#config';
import { type InputProblem, textProblems, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { messageNumber } from '#mail';
import {
  DECLARATION_VERSION,
  declarationProblems,
  orderedDeclaration,
  outcomeByItself,
} from '../ask/declaration.js';
import type { IntroductionFacts } from '../ask/introduction-steps.js';
import type { InnerStep } from '../ask/moves.js';
import { ASK_DECLINE_REASONS, sharedWord } from '../ask/reasons.js';
import type { AcceptInput, DeclineInput, ReleaseInput } from './inputs.js';
import type { IntroductionWords } from './introduction-words.js';
import type { IntroductionEntity } from './introduction.entity.js';

/** What a mediator says, whether she writes it or a coordinator hears it. */
export type HerAct =
  | { readonly accept: AcceptInput }
  | { readonly decline: DeclineInput }
  | { readonly question: string }
  | { readonly release: ReleaseInput };

/** What an act is to the pure core, and what is kept of it. */
export interface Told {
  readonly inner: InnerStep;
  readonly facts: Partial<Pick<IntroductionFacts, 'namedRevision' | 'declared' | 'relayOnly'>>;
  readonly words: IntroductionWords;
  readonly columns?: Partial<IntroductionEntity>;
}

export const LONGEST_WORDS = 2_000;

/** An act as it is understood. @throws InvalidInputError with every problem by field path */
export function told(act: HerAct): Told {
  if ('accept' in act) return accepted(act.accept);
  if ('decline' in act) return declined(act.decline);
  if ('question' in act) {
    throwIfProblems(textProblems('question', act.question, LONGEST_WORDS, true));
    return { inner: { step: 'ask' }, facts: {}, words: { question: act.question.trim() } };
  }
  return released(act.release);
}

function accepted({ termsRevision, declaration }: AcceptInput): Told {
  throwIfProblems(declarationProblems('declaration', declaration));
  const ordered = orderedDeclaration(declaration);
  const outcome = outcomeByItself(ordered);
  return {
    inner: { step: 'accept', reviewed: outcome !== null },
    facts: { namedRevision: termsRevision, declared: true },
    words: {
      declaration: ordered,
      declarationVersion: DECLARATION_VERSION,
      declarationHash: createHash('sha256')
        .update(JSON.stringify([DECLARATION_VERSION, ordered]))
        .digest('hex'),
      outcome,
      outcomeWords: null,
    },
  };
}

function declined({ reasons, words, share }: DeclineInput): Told {
  const problems: InputProblem[] = textProblems('words', words ?? '', LONGEST_WORDS, false);
  if (reasons.length === 0) {
    problems.push({
      path: 'reasons',
      code: 'MISSING',
      message: refusal('introductions.reasonOrNone'),
    });
  }
  for (const [i, reason] of reasons.entries()) {
    const path = `reasons.${i}`;
    if (!ASK_DECLINE_REASONS.includes(reason)) {
      problems.push({ path, code: 'UNKNOWN', message: refusal('list.notAReason') });
    } else if (reasons.indexOf(reason) < i) {
      problems.push({ path, code: 'DUPLICATE', message: refusal('introductions.reasonOnce') });
    }
  }
  throwIfProblems(problems);
  const declineWords = words?.trim() || null;
  return {
    inner: { step: 'decline', share: share ? sharedWord(reasons) : null },
    facts: {},
    words: { declineReasons: [...reasons], declineWords, shared: share },
  };
}

function released({ email, telephone, relay }: ReleaseInput): Told {
  const values = { email: email?.trim() || null, telephone: telephone?.trim() || null, relay };
  const problems: InputProblem[] = [];
  if (values.email !== null && !isMailAddress(values.email)) {
    problems.push({
      path: 'email',
      code: 'MALFORMED',
      message: refusal('introductions.oneAddress'),
    });
  }
  if (values.telephone !== null && messageNumber(values.telephone) === null) {
    const message = refusal('introductions.oneNumber');
    problems.push({ path: 'telephone', code: 'MALFORMED', message });
  }
  if (values.email === null && values.telephone === null && !relay) {
    problems.push({ path: 'email', code: 'MISSING', message: refusal('introductions.oneChannel') });
  }
  throwIfProblems(problems);
  return {
    inner: { step: 'release' },
    facts: { relayOnly: values.email === null && values.telephone === null },
    words: { released: values },
    columns: { relay },
  };
}
