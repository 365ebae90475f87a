import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { CommandFailure } from '#runtime';

/** Where a person is asked; both are terminals, or nobody can be asked. */
export interface Asked {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
}

export const TERMINAL: Asked = { input: process.stdin, output: process.stderr };

/** What is about to be done for good. */
export interface Final {
  /** A question that names whom or what it is about. */
  readonly question: string;
  /** The option `--yes` was given. */
  readonly yes?: boolean;
}

/**
 * Goes on only if a person at the terminal answers "yes" to the question, or `--yes` was given.
 *
 * @throws CommandFailure where the answer is another one, or nobody can be asked.
 */
export async function confirm(
  { question, yes = false }: Final,
  { input, output }: Asked = TERMINAL,
): Promise<void> {
  if (yes) return;
  if (!input.isTTY || !output.isTTY) {
    throw new CommandFailure(
      'This cannot be undone, and there is no terminal to ask for confirmation: add --yes to confirm. Nothing was changed.',
    );
  }
  const agreed = await agrees(`${question}\nThis cannot be undone. Type yes to go on: `, {
    input,
    output,
  });
  if (!agreed) throw new CommandFailure('Nothing was changed.');
}

/** Whether a person answers "yes" to a question. */
export async function agrees(question: string, asked: Asked): Promise<boolean> {
  return (await answerTo(question, asked)).toLowerCase() === 'yes';
}

/** What a person answers to a question in one line, without the spaces around it; nothing if she ends the input. */
export async function answerTo(question: string, { input, output }: Asked): Promise<string> {
  const lines = createInterface({ input, output });
  try {
    const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    return (await Promise.race([lines.question(question), ended])).trim();
  } finally {
    lines.close();
  }
}
