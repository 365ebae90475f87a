import { say, type Problem } from '#messages';

/** The import cannot even begin, or not go on. The message is one English sentence for the coordinator. */
export class ImportRefusedError extends Error {
  override readonly name = 'ImportRefusedError';

  constructor(readonly problem: Problem) {
    super(say(problem, 'en'));
  }
}
