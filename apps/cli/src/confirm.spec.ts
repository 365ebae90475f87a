import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { confirm } from './confirm.js';

function terminal(answer: string | null, tty = { input: true, output: true }) {
  const input = Object.assign(new PassThrough(), { isTTY: tty.input });
  const output = Object.assign(new PassThrough(), { isTTY: tty.output });
  const said: string[] = [];
  output.on('data', (piece: Buffer) => said.push(piece.toString()));
  if (answer === null) input.end();
  else input.write(answer);
  return { asked: { input, output }, said: () => said.join('') };
}

const question = 'Erase Amina for good?';

describe('what cannot be undone', () => {
  it.each(['yes\n', ' YES \n'])('is done when a person answers %j', async (answer) => {
    const { asked, said } = terminal(answer);
    await confirm({ question }, asked);
    expect(said()).toContain(`${question}\nThis cannot be undone. Type yes to go on: `);
  });

  it.each(['y\n', 'no\n', '\n', 'yes please\n', null])(
    'is not done when the answer is %j',
    async (answer) => {
      const { asked } = terminal(answer);
      await expect(confirm({ question }, asked)).rejects.toThrow('Nothing was changed.');
    },
  );

  it.each([
    { input: false, output: true },
    { input: true, output: false },
    { input: false, output: false },
  ])('is refused where nobody can be asked: %j', async (tty) => {
    const { asked, said } = terminal('yes\n', tty);
    await expect(confirm({ question }, asked)).rejects.toThrow(
      /no terminal to ask for confirmation: add --yes/,
    );
    expect(said()).toBe('');
  });

  it('is done with --yes, terminal or not', async () => {
    for (const isTty of [true, false]) {
      const { asked, said } = terminal(null, { input: isTty, output: isTty });
      await confirm({ question, yes: true }, asked);
      expect(said()).toBe('');
    }
  });
});
