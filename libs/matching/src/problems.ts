import type { InputProblem } from '#kernel';
import { say } from '#messages';

/** Problems as one English text, one line each. */
export function problemText(problems: readonly InputProblem[]): string {
  return problems.map((problem) => `${problem.path}: ${say(problem.message, 'en')}`).join('\n');
}

/** A need, or a page of its ranking, that cannot be ranked; `problems` says everything at once. */
export class InvalidNeed extends Error {
  override readonly name = 'InvalidNeed';

  constructor(readonly problems: readonly InputProblem[]) {
    super(problemText(problems));
  }

  /** @throws InvalidNeed if there is any problem */
  static throwIf(problems: readonly InputProblem[]): void {
    if (problems.length > 0) throw new InvalidNeed(problems);
  }
}
