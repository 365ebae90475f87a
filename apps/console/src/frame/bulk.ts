import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Refused } from '../graph/refusal.js';

/** One of many with whom or with which the same is done. */
export interface Selected {
  readonly id: string;
  readonly name: string;
}

/** What became of one of them. */
export interface Outcome<One extends Selected = Selected> {
  readonly of: One;
  readonly done: boolean;
  /** Why it was refused; empty where it was done. */
  readonly why: string;
}

/** Does something with many, some at a time. @returns one outcome for each of these, in their order. */
export type Act<One extends Selected> = (some: readonly One[]) => Promise<readonly Outcome<One>[]>;

export interface Bulk<One extends Selected> {
  /** How many have been gone through; null while nothing is under way. */
  readonly progress: { readonly gone: number; readonly all: number } | null;
  readonly outcomes: readonly Outcome<One>[];
  /** Why the rest was not reached. What was done stays done. */
  readonly error: unknown;
  /** Does it, and puts what became of each in place of what was known of it. */
  readonly run: (selected: readonly One[], act: Act<One>) => Promise<readonly Outcome<One>[]>;
}

/**
 * A step with many at once, with what became of each.
 *
 * @param atOnce so many are asked for with one request, so that she sees that it goes on
 */
export function useBulk<One extends Selected>(atOnce: number): Bulk<One> {
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<readonly Outcome<One>[]>([]);
  const [progress, setProgress] = useState<Bulk<One>['progress']>(null);
  const [error, setError] = useState<unknown>(null);
  const run: Bulk<One>['run'] = async (selected, act) => {
    setError(null);
    let made: readonly Outcome<One>[] = [];
    for (let gone = 0; gone < selected.length; gone += atOnce) {
      setProgress({ gone, all: selected.length });
      const some = selected.slice(gone, gone + atOnce);
      try {
        made = [...made, ...(await act(some))];
      } catch (thrown) {
        setError(thrown);
        const rest = selected.slice(gone);
        made = [...made, ...rest.map((of) => refused(of))];
        break;
      }
    }
    setProgress(null);
    setOutcomes((old) => [
      ...old.map((one) => made.find(({ of }) => of.id === one.of.id) ?? one),
      ...made.filter(({ of }) => old.every((one) => one.of.id !== of.id)),
    ]);
    await queries.invalidateQueries();
    return made;
  };
  return { progress, outcomes, error, run };
}

export function done<One extends Selected>(of: One): Outcome<One> {
  return { of, done: true, why: '' };
}

/** @param refusal why; where there is none, it was not reached */
export function refused<One extends Selected>(of: One, refusal?: Refused): Outcome<One> {
  if (!refusal) return { of, done: false, why: '' };
  const { message, fields = [] } = refusal;
  return { of, done: false, why: [message, ...fields.map((field) => field.message)].join(' ') };
}
