import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Where meters of a name of their own are read: `baraza_`, what is measured, and its unit or `total`. */
type Name = `baraza_${string}`;

/**
 * All meters of this process, in Prometheus' terms. They count kinds of things and never say whose: a label is one of few
 * words of the program's own, such as the pattern of a route or a code, and never an id, a name or anything that was sent.
 */
export const meters = new Registry();

/** Seconds, from an answer out of memory to one that took as long as any may. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** How often something happened since the process started; its name ends with `_total`. */
export function counter<Label extends string = never>(
  name: Name,
  help: string,
  labelNames: readonly Label[] = [],
): Counter<Label> {
  return new Counter({ name, help, labelNames, registers: [meters] });
}

/** How something stands; set when it is looked at (`WatchedPart`). */
export function gauge<Label extends string = never>(
  name: Name,
  help: string,
  labelNames: readonly Label[] = [],
): Gauge<Label> {
  return new Gauge({ name, help, labelNames, registers: [meters] });
}

/** How large or long what happened was. @param buckets upper limits, ascending; seconds where left out */
export function histogram<Label extends string = never>(
  name: Name,
  help: string,
  labelNames: readonly Label[] = [],
  buckets: readonly number[] = SECONDS,
): Histogram<Label> {
  return new Histogram({ name, help, labelNames, buckets: [...buckets], registers: [meters] });
}
