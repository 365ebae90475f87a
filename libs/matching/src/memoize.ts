/**
 * A function that computes a value once for each key of its arguments, and keeps it as long as the function
 * itself lives.
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
