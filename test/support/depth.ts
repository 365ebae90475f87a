/**
 * How deep property tests look: 1 in the test command, so that it stays quick. `BARAZA_TEST_DEPTH=10`, as
 * every night, draws ten times as many cases.
 */
const DEPTH = Number(process.env.BARAZA_TEST_DEPTH ?? 1);

/** How many cases a property test draws where the test command would draw so many. */
export function runs(number: number): number {
  return Math.ceil(number * DEPTH);
}
