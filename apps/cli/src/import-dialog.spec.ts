import { PassThrough } from 'node:stream';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Mapping } from '#directory';
import { askAbout } from './import-dialog.js';

const NOTHING: Mapping = { columns: {}, defaults: {} };

describe('the questions of an import', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baraza-dialog-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Asks about a list; each answer is given when something is asked. */
  const ask = async (content: string, answers: readonly string[], isTTY = true) => {
    const file = join(folder, 'list.csv');
    await writeFile(file, content);
    const input = Object.assign(new PassThrough(), { isTTY });
    const output = Object.assign(new PassThrough(), { isTTY });
    const left = [...answers];
    let said = '';
    output.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (piece.toString().endsWith(': ') && left.length > 0) input.write(`${left.shift()}\n`);
      else if (left.length === 0 && piece.toString().endsWith(': ')) input.write('\n');
    });
    const found = await askAbout(
      { file, language: 'en' },
      { mapping: NOTHING, sheets: [] },
      { input, output },
    );
    return { ...found, said };
  };

  it('settle a header, a level and a value, each once for the whole file', async () => {
    const { mapping, said } = await ask(
      [
        'No,Name,Sprachen,Country',
        '1,Ada Example,Swahli,Kenia land',
        '2,Bea Example,Swahli,Kenya',
      ].join('\n'),
      ['languages', 'Kenya', '1', '3'],
    );
    expect(said).toContain('What is the column "Sprachen"?');
    expect(said).toContain('"Swahli", 2 times');
    expect(mapping.columns).toEqual({ Sprachen: 'languages' });
    expect(mapping.values).toEqual({
      residence: { 'Kenia land': 'Kenya' },
      languages: { Swahli: 'Swahili' },
    });
    expect(mapping.defaults).toEqual({ language_level: 'B1' });
  });

  it('ask which purposes a yes means, and in which order dates are written', async () => {
    const { mapping } = await ask('No,Name,Consent,Member since\n1,Ada Example,Yes,03/04/2021\n', [
      '1',
      'LISTED, MATCHED',
    ]);
    expect(mapping).toMatchObject({
      dateOrder: 'DMY',
      columns: { Consent: 'consent:LISTED,MATCHED' },
    });
  });

  it('leave as it is what is not answered', async () => {
    const { mapping } = await ask('No,Name,Shoes\n1,Ada Example,38\n', []);
    expect(mapping).toEqual(NOTHING);
  });

  it('never show contact data', async () => {
    const { said } = await ask(
      'No,Name,E-mail,Country\n1,Ada Example,ada@@example.org,bea@example.org\n',
      [],
    );
    expect(said).not.toContain('example.org');
  });

  it('need a terminal', async () => {
    await expect(ask('No,Name\n1,Ada\n', [], false)).rejects.toThrow(
      'There is no terminal to ask at',
    );
  });
});
