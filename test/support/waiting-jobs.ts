import type { Database } from '#database';

/** Lets jobs that failed run again at once, as if their pauses had passed. */
export async function makeJobsDue(database: Database): Promise<void> {
  await database.query(
    'UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_by IS NULL',
  );
}

/** A point that work reaches and waits at until it is let through. */
export function gate() {
  let letThrough = (): void => undefined;
  let tellReached = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  /** Resolves when someone stands at the gate. */
  const reached = new Promise<void>((resolve) => {
    tellReached = resolve;
  });
  return {
    reached,
    open: () => letThrough(),
    pass: async (): Promise<void> => {
      tellReached();
      await opened;
    },
  };
}
