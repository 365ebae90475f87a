import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The present moment in milliseconds, told anew each minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The present day in UTC, as `2026-11-29`. */
export function useToday(): string {
  return new Date(useNow()).toISOString().slice(0, 10);
}
