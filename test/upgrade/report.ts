/** A step that cannot be asked of these two versions. Its message says why. */
export class NotAskedError extends Error {
  override readonly name = 'NotAskedError';
}

/** What was tried, line by line, and how it ended. */
export class Report {
  private readonly failures: string[] = [];
  private done = 0;
  private notAsked = 0;

  constructor(private readonly print: (line: string) => void) {}

  /** Begins a part. */
  part(words: string): void {
    this.print(`\n${words}`);
  }

  /** Prints something to know beside the steps. */
  note(words: string): void {
    this.print(`  note       ${words}`);
  }

  /**
   * Does a step and prints how it ended. One that fails is counted, and the next ones are tried all the same.
   *
   * @param work gives what is worth knowing of it, if anything is
   * @returns whether it succeeded
   */
  async step(words: string, work: () => Promise<string | void>): Promise<boolean> {
    const begun = Date.now();
    try {
      const detail = await work();
      this.done += 1;
      const seconds = `${Math.round((Date.now() - begun) / 1_000)} s`;
      this.print(`  ok         ${words} (${[detail, seconds].filter(Boolean).join(', ')})`);
      return true;
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof NotAskedError) {
        this.notAsked += 1;
        this.print(`  not asked  ${words}: ${message}`);
        return false;
      }
      this.failures.push(words);
      this.print(`  FAILED     ${words}: ${message}`);
      return false;
    }
  }

  /** Does a step that gives what one goes on with: null if it did not succeed. */
  async get<T>(words: string, work: () => Promise<T>): Promise<T | null> {
    const got: T[] = [];
    await this.step(words, async () => {
      got.push(await work());
    });
    return got[0] ?? null;
  }

  /** Prints the sum of it; the exit code. */
  end(): number {
    const { done, notAsked, failures } = this;
    this.print(`\n${done} ok, ${notAsked} not asked, ${failures.length} failed`);
    return failures.length > 0 || done === 0 ? 1 : 0;
  }
}
