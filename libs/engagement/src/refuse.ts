import { type InputProblem, InvalidInputError } from '#identity';

/** @throws InvalidInputError where there is any problem */
export function refuse(problems: readonly InputProblem[]): void {
  if (problems.length > 0) throw new InvalidInputError(problems);
}
