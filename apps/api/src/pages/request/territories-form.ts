import { parseTerritory } from '#vocabulary';
import type { Visit } from './visit.js';

/** Territories that she names, or what is wrong with the first that is not understood. */
export interface TerritoriesRead {
  readonly codes: readonly string[];
  readonly mistake: string | null;
}

/** The territories that she names, one in each line, in whichever language. One that is not understood is never guessed. */
export function territoriesIn(
  text: string,
  { t, words }: Pick<Visit, 't' | 'words'>,
): TerritoriesRead {
  const lines = text.split('\n').filter((one) => one.trim() !== '');
  const parsed = lines.map((one) => parseTerritory(one));
  const problem = parsed.find((one) => !one.ok)?.problem;
  if (!problem) {
    return { codes: parsed.flatMap((one) => (one.ok ? [one.value] : [])), mistake: null };
  }
  const names = words.all(problem.suggestions.map(({ code }) => words.area(code)));
  const perhaps = problem.suggestions.length > 0 ? ` ${t('mistakes.suggestions', { names })}` : '';
  return { codes: [], mistake: `${problem.input}: ${t('mistakes.codes.UNKNOWN')}${perhaps}` };
}
