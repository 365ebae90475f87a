import { useEffect, useState } from 'react';

/** A value as it was when it last stood still for so many milliseconds: one question for a word, not one for each letter. */
export function useLater<Value>(value: Value, ms = 400): Value {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return later;
}
