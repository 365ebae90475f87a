import { problem, type Problem, type Words } from '#messages';
import { perhapsTwoNationalities, type VocabularyProblem } from '#vocabulary';

/** Why a text is no code of a list, and what was perhaps meant. */
export function notUnderstood(found: VocabularyProblem): {
  readonly reason: Problem;
  readonly suggestion: Words | null;
} {
  const { kind, suggestions } = found;
  const isPlain = suggestions.every(({ instead }) => instead === undefined);
  const codes = suggestions.map(({ code }) => code);
  const each = suggestions.map(({ code, instead }) => instead ?? { kind, codes: [code] });
  const suggestion = isPlain ? { kind, codes } : { or: each };
  return { reason: reasonOf(found), suggestion: codes.length === 0 ? null : suggestion };
}

/** The same of two nationalities in one word of which one can be of several countries; null for all else. */
export function notOneOfTwo(text: string): ReturnType<typeof notUnderstood> | null {
  const pairs = perhapsTwoNationalities(text);
  if (pairs.length === 0) return null;
  const options = {
    or: pairs.map((pair) => ({
      and: pair.map((code) => ({ kind: 'territory' as const, codes: [code] })),
    })),
  };
  return { reason: problem('code.ambiguous', { text, options }), suggestion: options };
}

function reasonOf(found: VocabularyProblem): Problem {
  const { kind, reason, shown: text, suggestions, refused } = found;
  if (reason === 'empty') return problem(`code.empty.${kind}`);
  const options = {
    or: suggestions.map(({ code }) =>
      problem('code.option', { name: { kind, codes: [code] }, code }),
    ),
  };
  if (reason === 'ambiguous') return problem('code.ambiguous', { text, options });
  const sentence = refused
    ? problem(`code.${refused.is}`, { text: refused.text })
    : problem(`code.unknown.${kind}`, { text });
  return suggestions.length === 0 ? sentence : problem('code.perhaps', { sentence, options });
}
