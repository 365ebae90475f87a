import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import { rules, parser } from '@graphql-eslint/eslint-plugin';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Linter, type ESLint } from 'eslint';
import { buildSchema } from 'graphql';

const SCHEMA = 'docs/schema.graphql';
const run = promisify(execFile);

/** The schema as tools of its clients see it. */
describe('docs/schema.graphql', () => {
  let sdl: string;
  beforeAll(async () => {
    sdl = await readFile(SCHEMA, 'utf8');
  });

  it('breaks nothing of the last release that is not listed with a reason', async () => {
    const folder = new URL('../fixtures/schema/', import.meta.url);
    const released = await readFile(new URL('released.graphql', folder), 'utf8');
    const listed = JSON.parse(await readFile(new URL('breaks.json', folder), 'utf8')) as Break[];
    const changes: Change[] = await diff(buildSchema(released), buildSchema(sdl));
    const breaks = changes
      .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
      .map(({ message }) => message);
    const known = listed.flatMap(({ changes: messages }) => messages);
    expect(breaks.toSorted()).toEqual(known.toSorted());
    expect(listed.every(({ reason }) => reason.trim().length > 20)).toBe(true);
  });

  it('has the connections, edges and arguments that Relay wants', () => {
    const found = lint(sdl);
    // One report is one analysis: its page is asked for where the report is, so that it is not made twice.
    const lines = sdl.split('\n');
    const told = found.map(({ line, message }) => `${lines[line - 1]?.trim()} ${message}`);
    expect(told).toEqual([
      expect.stringMatching(/^nearlyEligible: NearlyEligibleConnection! A field that returns/),
    ]);
  });

  it('is found wrong by those rules where it is wrong', () => {
    const wrong = sdl.replaceAll('WorkItemConnection', 'WorkList');
    expect(lint(wrong).length).toBe(lint(sdl).length + 1);
  });

  describe('under relay-compiler', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'baraza-relay-'));
      await mkdir(join(folder, 'src'));
      await mkdir(join(folder, 'made'));
      await cp(SCHEMA, join(folder, 'schema.graphql'));
      const config = { src: 'src', schema: 'schema.graphql', language: 'javascript' };
      await writeFile(
        join(folder, 'relay.config.json'),
        JSON.stringify({ ...config, artifactDirectory: 'made' }),
      );
    });
    afterAll(async () => rm(folder, { recursive: true, force: true }));

    const compile = async (operations: string) => {
      await writeFile(join(folder, 'src', 'operations.js'), operations);
      const compiler = join(process.cwd(), 'node_modules/relay-compiler/cli.js');
      return run(process.execPath, [compiler, '--noWatchman'], { cwd: folder });
    };

    it('compiles pages, objects read again by id, and mutations', async () => {
      const operations = await readFile('test/fixtures/relay/operations.js', 'utf8');
      await compile(operations);
      const made = await readdir(join(folder, 'made'));
      expect(made).toEqual(
        expect.arrayContaining([
          'operationsMorePeopleQuery.graphql.js',
          'operationsPersonQuery.graphql.js',
          'operationsShortlistQuery.graphql.js',
          'operationsNetworksQuery.graphql.js',
          'operationsOpenNeedMutation.graphql.js',
        ]),
      );
    });

    it('refuses what the schema has not', async () => {
      const operations = await readFile('test/fixtures/relay/operations.js', 'utf8');
      await expect(compile(operations.replace('sentAt', 'sentOn'))).rejects.toThrow(/sentOn/);
    });
  });
});

/** Breaking changes of one kind, as graphql-inspector words them, and why they were made. */
interface Break {
  readonly reason: string;
  readonly changes: readonly string[];
}

function lint(sdl: string): Linter.LintMessage[] {
  const edges = {
    withEdgeSuffix: true,
    // An entry of the vocabulary has no id: its list and its code name it.
    shouldImplementNode: false,
    listTypeCanWrapOnlyEdgeType: false,
  };
  return new Linter().verify(
    sdl,
    [
      {
        files: ['**/*.graphql'],
        plugins: { graphql: { rules } as unknown as ESLint.Plugin },
        languageOptions: {
          parser: parser as unknown as Linter.Parser,
          parserOptions: { graphQLConfig: { schema: SCHEMA } },
        },
        rules: {
          'graphql/relay-arguments': ['error', { includeBoth: false }],
          'graphql/relay-connection-types': 'error',
          'graphql/relay-edge-types': ['error', edges],
          'graphql/relay-page-info': 'error',
        },
      },
    ],
    { filename: SCHEMA },
  );
}
