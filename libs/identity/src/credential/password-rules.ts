import { characterCount, type InputProblem } from '#kernel';
import { refusal } from '#messages';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;
/**
 * Words that whoever guesses passwords of this service tries first, in small letters. docs/signing-in.md has the list too.
 * They may be in a password, which must then be long enough without them.
 */
export const WORDS_OF_CONTEXT: readonly string[] = (
  'baraza mediator mediadora médiatrice mediatrice mpatanishi وسيطة mediation mediación mediação médiation ' +
  'coordinator organizer administrator admin network directory women peace password passwort welcome'
).split(' ');
/** Characters that a password must have beside such words. */
const LEAST_BESIDE = 8;
/** Shorter parts of a name are in too many honest passwords. */
const SHORTEST_PART = 4;

/** Whose password it will be. */
export interface Owner {
  readonly email: string;
  readonly name: string;
}

/** What is wrong with a new password; nothing where it will do. The list of common ones is loaded when it is needed. */
export async function passwordProblems(
  password: string,
  owner: Owner,
  path = 'password',
): Promise<InputProblem[]> {
  const composed = password.normalize('NFC');
  const length = characterCount(composed);
  if (length < SHORTEST_PASSWORD) {
    const message = refusal('passwords.least', { least: SHORTEST_PASSWORD });
    return [{ path, code: 'OUT_OF_RANGE', message }];
  }
  if (length > LONGEST_PASSWORD) {
    const message = refusal('passwords.most', { most: LONGEST_PASSWORD });
    return [{ path, code: 'TOO_LONG', message }];
  }
  if (partsOf(owner).some((part) => composed.toLowerCase().includes(part))) {
    const message = refusal('passwords.personal');
    return [{ path, code: 'CONTRADICTION', message }];
  }
  const { test } = await import('fxa-common-password-list');
  const beside = WORDS_OF_CONTEXT.reduce(
    (rest, word) => rest.replaceAll(word, ''),
    composed.toLowerCase(),
  );
  if (
    characterCount(beside) < LEAST_BESIDE ||
    test(composed) ||
    test(composed.toLowerCase()) ||
    new Set(composed).size < SHORTEST_PART
  ) {
    const message = refusal('passwords.common');
    return [{ path, code: 'CONTRADICTION', message }];
  }
  return [];
}

function partsOf({ email, name }: Owner): string[] {
  const [local = ''] = email.split('@');
  return [local, ...local.split(/[^\p{L}\p{N}]+/u), ...name.split(/\s+/)]
    .map((part) => part.normalize('NFC').toLowerCase())
    .filter((part) => part.length >= SHORTEST_PART);
}
