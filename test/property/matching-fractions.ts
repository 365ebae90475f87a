import type { Candidate, Need } from '#matching';

/** Fractions of big integers, and days: what both references of the matching models count with. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

export const fraction = (n: number | bigint, d: number | bigint): Fraction => ({
  n: BigInt(n),
  d: BigInt(d),
});
export const plus = (a: Fraction, b: Fraction) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d);
export const least = (a: Fraction, b: Fraction) => (a.n * b.d < b.n * a.d ? a : b);
export const greatest = (values: Fraction[]) =>
  values.reduce((a, b) => (a.n * b.d < b.n * a.d ? b : a), fraction(0, 1));
export const microUnits = ({ n, d }: Fraction) => Number((2n * n * 1_000_000n + d) / (2n * d));

export function weightedMean(items: { weight: number; best: Fraction }[]): Fraction {
  const sum = items.reduce(
    (total, { weight, best }) => plus(total, times(fraction(weight, 1), best)),
    fraction(0, 1),
  );
  return times(
    sum,
    fraction(
      1,
      items.reduce((total, { weight }) => total + weight, 0),
    ),
  );
}

const DAY = 24 * 60 * 60 * 1000;
export const day = (date: string) => new Date(date).getTime() / DAY;

function daysOf(period: { from: string; to: string }): string[] {
  const days = [];
  for (let date = period.from; date <= period.to;) {
    days.push(date);
    date = new Date(new Date(date).getTime() + DAY).toISOString().slice(0, 10);
  }
  return days;
}

export function availableShare(need: Need, candidate: Candidate): Fraction {
  const days = daysOf(need.period!);
  const available = days.filter((date) =>
    statedDays(candidate).some(
      ({ from, to }) => (from === null || from <= date) && (to === null || date <= to),
    ),
  );
  return fraction(available.length, days.length);
}

function statedDays({ available }: Candidate): { from: string | null; to: string | null }[] {
  return Array.isArray(available) ? available : [];
}
