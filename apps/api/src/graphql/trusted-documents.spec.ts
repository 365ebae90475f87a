import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TrustedDocuments } from './trusted-documents.js';

const ONE = 'query One { __typename }';
const TWO = 'query Two { me { vetted } }';
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('trusted documents', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baraza-trusted-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (name: string, content: unknown): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };

  it('are none where no place is set', async () => {
    expect((await TrustedDocuments.read(null)).size).toBe(0);
  });

  it('are read from the files of all clients, in both forms that tools write', async () => {
    await write('relay.json', { [hash(ONE)]: ONE });
    await write('apollo.json', {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: hash(TWO).toUpperCase(), name: 'Two', type: 'query', body: TWO }],
    });
    await write('readme.txt', 'nothing of ours');
    const documents = await TrustedDocuments.read(folder);
    expect([documents.size, documents.get(hash(ONE)), documents.get(hash(TWO))]).toEqual([
      2,
      ONE,
      TWO,
    ]);
    expect(documents.get(hash('{ me { vetted } }'))).toBeUndefined();
  });

  it.each([
    ['{', 'is no JSON.'],
    ['[]', 'is no JSON object.'],
    ['null', 'is no JSON object.'],
    [{ format: 'other', version: 1 }, 'is no apollo-persisted-query-manifest of version 1.'],
    [
      { format: 'apollo-persisted-query-manifest', version: 2, operations: [] },
      'is no apollo-persisted-query-manifest of version 1.',
    ],
    [
      { [hash(ONE)]: `${ONE} ` },
      `has, under "${hash(ONE)}", a document whose SHA-256 is another: ${hash(`${ONE} `)}.`,
    ],
    [{ [hash(ONE)]: 7 }, `has, under "${hash(ONE)}", no text.`],
    [{ [hash('{')]: '{' }, `has, under "${hash('{')}", a text that is no GraphQL document.`],
  ])('are refused with the reason: %j', async (content, reason) => {
    const file = await write('documents.json', content);
    await expect(TrustedDocuments.read(folder)).rejects.toThrow(
      `The settings are wrong. BARAZA_TRUSTED_DOCUMENTS: ${file} ${reason}`,
    );
  });

  it('say where nothing is', async () => {
    await expect(TrustedDocuments.read('/nowhere/at/all')).rejects.toThrow(
      'BARAZA_TRUSTED_DOCUMENTS: /nowhere/at/all cannot be read (ENOENT).',
    );
  });
});
