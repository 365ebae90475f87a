import type { Script } from './fold-name.js';

/** Groups of Latin letters that are one sound in many ways of writing; they are one symbol of a source word. */
const GROUPS =
  /sch|tch|ch|sh|kh|gh|th|dh|dj|ph|ou|oo|ee|ei|ai|ay|ey|aa|ii|uu|ie|ya|yy|([a-z])\1|[a-z]/g;

/**
 * A word as the symbols that stand for letters of another spelling of it: its letters, or groups of Latin ones. The
 * first is marked with `<` before and the last with `>` behind it, for letters sound otherwise there.
 */
export function symbolsOf(word: string, script: Script): string[] {
  const symbols = script === 'latin' ? [...(word.match(GROUPS) ?? [])] : Array.from(word);
  return symbols.map(
    (symbol, i) => `${i === 0 ? '<' : ''}${symbol}${i === symbols.length - 1 ? '>' : ''}`,
  );
}
