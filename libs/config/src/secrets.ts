import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** The name of the variable that names a file in which the secret is. */
export function fileVariable(variable: string): string {
  return `${variable}_FILE`;
}

/**
 * What a variable says, without spaces around it; empty if it is unset. A secret may be in a file instead, which the
 * variable with `_FILE` names: others on the machine can read neither the environment of a container nor its log there.
 *
 * @throws a sentence, which repeats nothing of the file
 */
export function readVariable(env: Environment, variable: string, secret: boolean): string {
  const given = env[variable]?.trim() ?? '';
  const file = secret ? (env[fileVariable(variable)]?.trim() ?? '') : '';
  if (file === '') return given;
  if (given !== '') throw new Error(`and ${fileVariable(variable)} are both set: set one of them`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`cannot be read from the file ${file} (${code ?? 'unknown error'})`, {
      cause: error,
    });
  }
  if (text === '') throw new Error(`is in the file ${file}, which is empty`);
  return text;
}

/**
 * An address with a password, whatever characters that holds.
 *
 * @param password as it is, not encoded; null leaves the address alone
 * @throws a sentence where the address has a password or no user
 */
export function withPassword(address: string | null, password: string | null): string | null {
  if (address === null || password === null) return address;
  const url = new URL(address);
  if (url.password !== '') throw new Error('must hold no password: it is set on its own');
  if (url.username === '') throw new Error('must name a user, because a password is set');
  // The setter would leave a percent sign as it is.
  url.password = encodeURIComponent(password);
  return url.href;
}
