import { useCallback, useReducer } from 'react';

const kept = new Map<string, unknown>();

/**
 * A value that stays while the console is open, so that the way back from a profile leads to what was there before, and
 * that no address holds: the browser keeps addresses, and a name in one can endanger her.
 */
export function useKept<Value>(
  name: string,
  initial: Value,
): readonly [Value, (value: Value) => void] {
  const [, showAnew] = useReducer((n: number) => n + 1, 0);
  const set = useCallback(
    (next: Value) => {
      kept.set(name, next);
      showAnew();
    },
    [name],
  );
  return [kept.has(name) ? (kept.get(name) as Value) : initial, set];
}
