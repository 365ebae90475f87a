import { type InputProblem, textProblems } from '#kernel';
import { refusal } from '#messages';

/** What a mediator is asked of her ties, for each ask. */
export const INTERESTS = [
  'nationality-residence-or-family',
  'employment-or-fee',
  'membership',
  'public-statements',
  'earlier-role',
  'property-or-claim',
  'gifts',
] as const;
export type Interest = (typeof INTERESTS)[number];

/** What the desk finds of a declaration. `barred` ends the ask. */
export const DECLARATION_OUTCOMES = ['none', 'disclosed-accepted', 'barred'] as const;
export type DeclarationOutcome = (typeof DECLARATION_OUTCOMES)[number];

/** Questions of the declaration have a version: what was asked then can be read later. */
export const DECLARATION_VERSION = '2026-12';

/** Her ties, one line for each that there is. Empty: she declares that there are none. */
export type Declaration = Partial<Record<Interest, string>>;

const LONGEST_TIE = 500;

/** What is wrong with a declaration, by field path. */
export function declarationProblems(path: string, declaration: Declaration): InputProblem[] {
  return Object.entries(declaration).flatMap(([interest, text]) =>
    INTERESTS.includes(interest as Interest)
      ? textProblems(`${path}.${interest}`, text ?? '', LONGEST_TIE, true)
      : [
          {
            path: `${path}.${interest}`,
            code: 'UNKNOWN' as const,
            message: refusal('introductions.notAsked'),
          },
        ],
  );
}

/** The declaration in the order of the questions, its lines trimmed. */
export function orderedDeclaration(declaration: Declaration): Declaration {
  return Object.fromEntries(
    INTERESTS.flatMap((interest) => {
      const line = declaration[interest]?.trim();
      return line ? [[interest, line]] : [];
    }),
  );
}

/** The outcome of a declaration that needs no review: she has no tie. Null where the desk must read it. */
export function outcomeByItself(declaration: Declaration): DeclarationOutcome | null {
  return Object.keys(declaration).length === 0 ? 'none' : null;
}
