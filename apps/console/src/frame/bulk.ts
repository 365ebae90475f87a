import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Refused } from '../graph/refusal.js';
import { newKey, unanswered } from '../graph/use-graph.js';
import { useT } from '../i18n/translate.js';
import { useTell } from '../ui/toast.js';

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

/**
 * Does something with many, some at a time.
 *
 * @param key under which it is made once, however often it is asked for
 * @returns one outcome for each of these, in their order
 */
export type Act<One extends Selected> = (
  some: readonly One[],
  key: string,
) => Promise<readonly Outcome<One>[]>;

/** Those that are asked for with one request, and its key. */
interface Part<One extends Selected> {
  readonly some: readonly One[];
  readonly key: string;
}

export interface Bulk<One extends Selected> {
  /** How many have been gone through; null while nothing is under way. */
  readonly progress: { readonly gone: number; readonly all: number } | null;
  readonly outcomes: readonly Outcome<One>[];
  /** Why the rest was not reached. What was done stays done. */
  readonly error: unknown;
  /** Does it, and says what became of each. */
  readonly run: (selected: readonly One[], act: Act<One>) => Promise<readonly Outcome<One>[]>;
  /** The same again with those that were not done. What was done although its answer was lost is not done twice. */
  readonly retry: () => Promise<readonly Outcome<One>[]>;
  /** Takes back what was done with all of them, and tells how many could not go back. */
  readonly takeBack: (selected: readonly One[], act: Act<One>) => Promise<void>;
}

/**
 * A step with many at once, with what became of each.
 *
 * @param atOnce so many are asked for with one request, so that she sees that it goes on
 */
export function useBulk<One extends Selected>(atOnce: number): Bulk<One> {
  const t = useT('console-bulk');
  const tell = useTell();
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<readonly Outcome<One>[]>([]);
  const [progress, setProgress] = useState<Bulk<One>['progress']>(null);
  const [error, setError] = useState<unknown>(null);
  /** What was done last, and the part whose answer was lost: it is asked for again as it was. */
  const last = useRef<{ readonly act: Act<One>; readonly lost: Part<One> | null } | null>(null);

  const go = async (
    parts: readonly Part<One>[],
    act: Act<One>,
  ): Promise<readonly Outcome<One>[]> => {
    setError(null);
    const all = parts.reduce((sum, { some }) => sum + some.length, 0);
    let made: readonly Outcome<One>[] = [];
    let lost: Part<One> | null = null;
    for (const [i, part] of parts.entries()) {
      setProgress({ gone: made.length, all });
      try {
        made = [...made, ...(await act(part.some, part.key).catch(unanswered(true)))];
      } catch (thrown) {
        lost = part;
        setError(thrown);
        const rest = parts.slice(i).flatMap(({ some }) => some);
        made = [...made, ...rest.map((of) => refused(of))];
        break;
      }
    }
    last.current = { act, lost };
    setProgress(null);
    setOutcomes((old) => [
      ...old.map((one) => made.find(({ of }) => of.id === one.of.id) ?? one),
      ...made.filter(({ of }) => old.every((one) => one.of.id !== of.id)),
    ]);
    await queries.invalidateQueries();
    return made;
  };
  const run: Bulk<One>['run'] = (selected, act) => go(partsOf(selected, atOnce), act);
  const retry = async (): Promise<readonly Outcome<One>[]> => {
    if (!last.current) return [];
    const { act, lost } = last.current;
    const isLost = (one: One): boolean => lost?.some.some(({ id }) => id === one.id) ?? false;
    const others = outcomes.flatMap(({ done: isDone, of }) => (isDone || isLost(of) ? [] : [of]));
    return go([...(lost ? [lost] : []), ...partsOf(others, atOnce)], act);
  };
  const takeBack: Bulk<One>['takeBack'] = async (selected, act) => {
    const made = await run(selected, act);
    const failed = made.filter(({ done: isDone }) => !isDone).length;
    if (failed > 0) tell(t('counted', { done: made.length - failed, failed }));
  };
  return { progress, outcomes, error, run, retry, takeBack };
}

function partsOf<One extends Selected>(
  selected: readonly One[],
  atOnce: number,
): readonly Part<One>[] {
  return Array.from({ length: Math.ceil(selected.length / atOnce) }, (_, i) => ({
    some: selected.slice(i * atOnce, (i + 1) * atOnce),
    key: newKey(),
  }));
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
