import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fillTables } from '../../apps/cli/src/docs/fill-tables.js';
import { TABLES } from '../../apps/cli/src/docs/tables.js';
import { program } from '../../apps/cli/src/program.js';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].concat(
  (await readdir('docs', { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
);
const read = async (page: string): Promise<string> => readFile(page, 'utf8');

describe('the documents', () => {
  it('hold the tables that the program makes: run `npm run docs` after a change', async () => {
    const filled = new Set<string>();
    for (const page of pages) {
      const text = await read(page);
      expect(await fillTables(text)).toBe(text);
      for (const [, name = ''] of text.matchAll(/<!-- table: ([a-z-]+) -->/g)) filled.add(name);
    }
    expect([...filled].toSorted()).toEqual(Object.keys(TABLES).toSorted());
  });

  it('tell of each program and library what it is for', async () => {
    const told = [...(await read('docs/architecture.md')).matchAll(/^  ([a-z]+)\/ +\S/gmu)];
    const there = [...(await readdir('apps')), ...(await readdir('libs'))];
    expect(told.map(([, name]) => name).toSorted()).toEqual(there.toSorted());
  });

  it('list the commands that there are, and no others', async () => {
    const [, after = ''] = (await read('docs/operating.md')).split('\n## Commands\n');
    const [table = ''] = after.split('\n## ');
    const listed = table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [
        ...(line.split(' | ')[0] ?? '').matchAll(/`([a-z][a-z-]*)(?: ([a-z][a-z-]+))?/g),
      ]);
    const { commands } = program();
    const unknown = listed.flatMap(([, name = '', under]) => {
      const found = commands.find((one) => one.name() === name);
      const isThere = found && (!under || found.commands.some((one) => one.name() === under));
      return isThere ? [] : [`${name} ${under ?? ''}`];
    });
    expect(unknown).toEqual([]);
    const names = new Set(listed.map(([, name]) => name));
    const unlisted = commands.map((one) => one.name()).filter((name) => !names.has(name));
    expect(unlisted).toEqual(['complete']);
  });

  it('name no test that is not there, in the answers to the standard of OWASP', async () => {
    const lines = (await read('docs/asvs.md')).split('\n').filter((one) => /^\| \d/.test(one));
    expect(lines).toHaveLength(253);
    const wrong: string[] = [];
    for (const line of lines) {
      const [, number = '', , answer = ''] = line.split('|').map((cell) => cell.trim());
      const tests = [...answer.matchAll(/\[([^\]]+)\]\(\.\.\/([^)]+\.(?:test|spec)\.ts)\)/g)];
      if (
        tests.length === 0 &&
        !/^(?:page: \[|deployment: [^[]*\[|open[:,] |not applicable: )/.test(answer)
      ) {
        wrong.push(`${number} has no answer`);
      }
      for (const [, name = '', file = ''] of tests) {
        const text = existsSync(file) ? await read(file) : '';
        const written = [name, name.replaceAll("'", "\\'")];
        if (!written.some((one) => text.includes(one))) wrong.push(`${number}: ${file}: ${name}`);
      }
    }
    expect(wrong).toEqual([]);
    // The numbers at its top are those of its lines.
    const kinds = lines.map((line) => {
      const [, , , answer = ''] = line.split('|').map((cell) => cell.trim());
      return /^(page|deployment|not applicable|open)\b/.exec(answer)?.[1] ?? 'test';
    });
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    const top = (await read('docs/asvs.md')).split('## V1')[0] ?? '';
    for (const said of [
      `**a test** proves ${count('test')} of them`,
      `**page**: ${count('page')} ask`,
      `**deployment**: ${count('deployment')} are`,
      `**not applicable**: ${count('not applicable')},`,
      `**open**: ${count('open')} is`,
      `${lines.filter((line) => /[;.] open[:, ]/.test(line)).length} others are open in part`,
    ]) {
      expect(top).toContain(said);
    }
  });

  it('name no file that is not there among the attacks tried', async () => {
    const page = await read('docs/threat-model.md');
    const files = [...page.matchAll(/test\/[\w/.-]+\.test\.ts/g)].map(([file]) => file);
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('lead nowhere that is not there', async () => {
    const dead: string[] = [];
    for (const page of pages) {
      for (const [, link = ''] of (await read(page)).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
        if (/^https?:/.test(link)) continue;
        if (!existsSync(join(dirname(page), link))) dead.push(`${page}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
  });
});

describe('nest-cli.json', () => {
  it('names every application and library, each with the file that it starts from', async () => {
    const { projects } = JSON.parse(await read('nest-cli.json')) as {
      projects: Record<string, { root: string; sourceRoot: string; entryFile: string }>;
    };
    const folders = await Promise.all(['apps', 'libs'].map(async (name) => readdir(name)));
    // Vite builds the console.
    const ofNest = folders.flat().filter((name) => name !== 'console');
    expect(Object.keys(projects).toSorted()).toEqual(ofNest.toSorted());

    const missing = Object.values(projects)
      .map(({ sourceRoot, entryFile }) => join(sourceRoot, `${entryFile}.ts`))
      .filter((file) => !existsSync(file));
    expect(missing).toEqual([]);
  });
});
