/**
 * A function that computes a value once for each key of its arguments, and keeps it as long as the function
 * itself lives. It is for a bounded number of keys; for texts from outside, see `memoizeTexts`.
 *
 * @param keyOf the same for arguments that must have the same value; the argument itself where left out
 */
export function memoize<Argument, Value extends {}>(
  compute: (argument: Argument) => Value,
  keyOf: (argument: Argument) => unknown = (argument) => argument,
): (argument: Argument) => Value {
  const known = new Map<unknown, Value>();
  return (argument) => {
    const key = keyOf(argument);
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = compute(argument)));
    return value;
  };
}

/** How much `memoizeTexts` keeps. */
const KEPT = {
  /** Texts at most; then it begins anew, so that no input can fill memory. */
  most: 20_000,
  /** In characters; a longer text hardly comes twice, and is computed each time. */
  longest: 200,
};

/** The same pure function of a text, which keeps the values of texts that come again and again. */
export function memoizeTexts<Value extends {}>(
  compute: (text: string) => Value,
  { most = KEPT.most, longest = KEPT.longest }: Partial<typeof KEPT> = {},
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = compute(text);
    if (text.length > longest) return value;
    if (known.size >= most) known.clear();
    known.set(detached(text), value);
    return value;
  };
}

/** A copy of its own: a piece of a text keeps the whole of it in memory, such as a good part of a file. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
