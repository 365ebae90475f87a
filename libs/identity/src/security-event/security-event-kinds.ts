import { NotFoundError } from '#kernel';
import {
  InvalidCredentialsError,
  InvalidTokenError,
  NotPermittedError,
  TooManyAttemptsError,
  TooManyRequestsError,
} from '../errors.js';

/** What is noted when it is refused, with what each word means. The one list of them. */
export const SECURITY_EVENT_MEANINGS = {
  'not-permitted': 'Something that who asked may not do, or not before signing in.',
  'not-found':
    'Something named by its id that is not there or not for who asked. The two are not told apart.',
  'invalid-token': 'A token or a session that is none, has ended or was revoked.',
  'invalid-credentials':
    'A wrong password or code, or a person whom an organization’s service does not let in.',
  'too-many-attempts': 'Guesses at passwords, codes or links that came too fast.',
  allowance: 'More than one client or account may ask for, in one document or in a minute.',
  'untrusted-document': 'A document of GraphQL that is not among the trusted ones.',
  upload: 'A file that is no list, is too large, or was sent in a broken form.',
  'foreign-form': 'A form that no page of Baraza sent, or that belongs to another session.',
  malformed: 'A request that no program sends that keeps to the schema and to HTTP.',
} as const;

export type SecurityEventKind = keyof typeof SECURITY_EVENT_MEANINGS;

export const SECURITY_EVENT_KINDS = Object.keys(SECURITY_EVENT_MEANINGS) as SecurityEventKind[];

/** Under which word a refusal is noted; null for what is none, such as a form that was filled in wrong. */
export function kindOfRefusal(error: unknown): SecurityEventKind | null {
  return KINDS.find(([type]) => error instanceof type)?.[1] ?? null;
}

const KINDS = [
  [NotPermittedError, 'not-permitted'],
  [NotFoundError, 'not-found'],
  [InvalidTokenError, 'invalid-token'],
  [InvalidCredentialsError, 'invalid-credentials'],
  [TooManyAttemptsError, 'too-many-attempts'],
  [TooManyRequestsError, 'allowance'],
] as const;
