import { type Problem, problemText } from '../problems.js';

/** A need, or a page of its ranking, that cannot be ranked; `problems` says everything at once. */
export class InvalidNeed extends Error {
  override readonly name = 'InvalidNeed';

  constructor(readonly problems: readonly Problem[]) {
    super(problemText(problems));
  }
}
