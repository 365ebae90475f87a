/**
 * The version from which an upgrade is rehearsed: taken from the history of this checkout into a folder of its own,
 * installed and built there.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A version by its commit, and how a person calls it. */
export interface Commit {
  readonly hash: string;
  readonly name: string;
}

/** The version of this checkout. */
export async function present(): Promise<Commit> {
  const hash = await git('rev-parse', 'HEAD');
  const changed = await git('status', '--porcelain', '--untracked-files=no');
  return { hash, name: (await nameOf(hash)) + (changed === '' ? '' : ', with changes') };
}

/**
 * The commit to begin with.
 *
 * @param ref a commit, branch or tag of the history; the newest release before this commit if left out
 * @returns null if nothing is named and there was no release yet
 * @throws Error if it is not in the history of this commit
 */
export async function olderCommit(ref: string | undefined): Promise<Commit | null> {
  if ((await git('rev-parse', '--is-shallow-repository')) === 'true') {
    throw new Error('This checkout has no history: fetch it with `git fetch --unshallow --tags`.');
  }
  const named = ref ?? newestRelease(await git('tag', '--merged', 'HEAD~1'));
  if (named === null) return null;
  const hash = await git('rev-parse', '--verify', `${named}^{commit}`).catch(() => {
    throw new Error(`There is no commit ${named} in this checkout.`);
  });
  await git('merge-base', '--is-ancestor', hash, 'HEAD').catch(() => {
    throw new Error(`${named} does not come before this commit.`);
  });
  return { hash, name: await nameOf(hash) };
}

/**
 * The newest of the tags that name a release (`v1.2.3`). Others, such as `v1.2.3-rc.1`, are none.
 *
 * @param tags one on each line
 */
export function newestRelease(tags: string): string | null {
  const releases = tags.split('\n').flatMap((tag) => {
    const [, ...numbers] = /^v(\d+)\.(\d+)\.(\d+)$/.exec(tag.trim()) ?? [];
    return numbers.length === 0 ? [] : [{ tag: tag.trim(), numbers: numbers.map(Number) }];
  });
  releases.sort((one, other) => {
    const place = one.numbers.findIndex((number, i) => number !== other.numbers[i]);
    return place < 0 ? 0 : (other.numbers[place] ?? 0) - (one.numbers[place] ?? 0);
  });
  return releases[0]?.tag ?? null;
}

/**
 * Installs and builds a version in a folder.
 *
 * @returns what was done for its packages
 */
export async function checkOut({ hash }: Commit, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const archive = `${folder}.tar`;
  await run('git', ['archive', '--format=tar', `--output=${archive}`, hash], { cwd: ROOT });
  await run('tar', ['-xf', archive, '-C', folder]);
  const [locked, ours] = await Promise.all(
    [folder, ROOT].map((place) => readFile(join(place, 'package-lock.json'), 'utf8')),
  );
  const isSame = locked === ours;
  if (isSame) await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  else await npm(folder, 'ci', '--no-audit', '--no-fund', '--prefer-offline');
  await npm(folder, 'run', '--silent', 'build');
  return isSame ? 'with the packages of this version' : 'with packages of its own';
}

async function npm(folder: string, ...args: string[]): Promise<void> {
  await run('npm', args, { cwd: folder, maxBuffer: 2 ** 26 }).catch(
    (error: { readonly stdout: string; readonly stderr: string }) => {
      const said = `${error.stdout}${error.stderr}`.trim().split('\n').slice(-15).join('\n');
      throw new Error(`npm ${args.join(' ')} failed:\n${said}`);
    },
  );
}

async function nameOf(hash: string): Promise<string> {
  const day = await git('log', '-1', '--format=%cs', hash);
  const tag = newestRelease(await git('tag', '--points-at', hash));
  return `${tag ?? hash.slice(0, 8)} of ${day}`;
}

async function git(...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: ROOT, maxBuffer: 2 ** 26 });
  return stdout.trim();
}
