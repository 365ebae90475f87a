import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { totpCode } from '../support/codes.js';
import type { Door } from './visitor.js';

const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) {
  __typename ... on SignedIn { accessToken } ... on SecondFactorRequired { challenge } ... on Refusal { code message } } }`;
const ANSWER = `mutation ($challenge: String!, $code: String!) { answerSecondFactor(challenge: $challenge, code: $code) {
  __typename ... on SignedIn { accessToken } ... on Refusal { code message } } }`;

/** Somebody who can sign in to the demo. */
export interface Person {
  readonly email: string;
  readonly password: string;
  /** Of her authenticator, if her role needs one. */
  readonly secret: string | undefined;
}

/** What whoever has signed in holds. */
export interface Session {
  readonly token: string;
  /** With which the session is refreshed. */
  readonly cookies: string;
}

/** The users of the demo, as the file in the data folder names them, by the first part of their address. */
export async function demoPeople(dataDirectory: string): Promise<Map<string, Person>> {
  const file = await readFile(join(dataDirectory, 'demo-users.txt'), 'utf8');
  const found = file.matchAll(/^  e-mail +(\S+)\n  password +(.+)(?:\n  authenticator +(\S+))?$/gm);
  return new Map(
    [...found].map(([, email = '', password = '', secret]) => [
      email.split('@')[0] ?? '',
      { email, password, secret },
    ]),
  );
}

/**
 * Signs in, with the authenticator if there is one.
 *
 * @param steps by how many steps of 30 seconds the authenticator is ahead: a code works once
 */
export async function signIn(
  door: Door,
  { email, password, secret }: Person,
  steps = 0,
): Promise<Session> {
  const first = await door.graph<{ signIn: { accessToken?: string; challenge?: string } }>({
    query: SIGN_IN,
    variables: { email, password },
  });
  const { accessToken, challenge } = first.data?.signIn ?? {};
  if (accessToken !== undefined) return { token: accessToken, cookies: first.cookies };
  if (challenge === undefined) throw new Error(refused(door, first));
  const second = await door.graph<{ answerSecondFactor: { accessToken?: string } }>({
    query: ANSWER,
    variables: { challenge, code: totpCode(secret, steps) },
  });
  const token = second.data?.answerSecondFactor.accessToken;
  if (token === undefined) throw new Error(refused(door, second));
  return { token, cookies: second.cookies };
}

function refused({ name }: Door, { data, errors }: { data?: unknown; errors?: unknown }): string {
  return `${name} does not sign her in: ${JSON.stringify(errors ?? data).slice(0, 300)}`;
}
