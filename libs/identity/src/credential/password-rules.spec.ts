import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { passwordProblems, WORDS_OF_CONTEXT } from './password-rules.js';

const owner = { email: 'amina.diallo@example.org', name: 'Amina Diallo-Sow' };
const codes = async (password: string) =>
  (await passwordProblems(password, owner)).map(({ code }) => code);

describe('a new password', () => {
  it.each(['correct horse battery staple', 'ƙofar-gida-tana-buɗe', '水は低きに流れる。川は海へ。'])(
    '%s will do',
    async (password) => {
      expect(await codes(password)).toEqual([]);
    },
  );

  it.each([
    ['eleven char', 'OUT_OF_RANGE'],
    ['x'.repeat(129), 'TOO_LONG'],
    ['amina.diallo-2026', 'CONTRADICTION'],
    ['my name is AMINA!', 'CONTRADICTION'],
    ['the diallo-sow home', 'CONTRADICTION'],
    ['passwordpassword', 'CONTRADICTION'],
    ['1q2w3e4r5t6y', 'CONTRADICTION'],
    ['QwertyUiopAsdf', 'CONTRADICTION'],
    ['aaaaaaaaaaaaaaa', 'CONTRADICTION'],
    ['Baraza-Mediators-2026', 'CONTRADICTION'],
    ['WomenPeaceNetwork1', 'CONTRADICTION'],
  ])('%s will not', async (password, code) => {
    expect(await codes(password)).toEqual([code]);
  });

  it('may be long', async () => {
    const long = 'the river is low this year, and boats lie on the sand; '.repeat(3);
    expect(await codes(long.slice(0, 64))).toEqual([]);
    expect(await codes(long.slice(0, 128))).toEqual([]);
  });

  it('may have words of the context, beside enough others', async () => {
    expect(await codes('peace of a warm kitchen')).toEqual([]);
  });

  it('is held to the words of the context that the page names', async () => {
    const page = await readFile('docs/signing-in.md', 'utf8');
    expect(WORDS_OF_CONTEXT.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
  });

  it('is counted in characters as they are written', async () => {
    expect(await codes('é'.normalize('NFD').repeat(11))).toEqual(['OUT_OF_RANGE']);
    expect(await codes('𓂀𓁹𓃭𓆣'.repeat(3))).toEqual([]);
  });
});
