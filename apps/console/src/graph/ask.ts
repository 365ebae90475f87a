import { currentLocale } from '../i18n/locale.js';
import { GraphError, OfflineError, SignedOutError, type FieldProblem } from './errors.js';
import type { Operation } from './operation.js';
import { forgetToken, sessionToken } from './session.js';

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: {
      readonly code?: string;
      readonly seconds?: number;
      readonly fields?: readonly FieldProblem[];
      /** The same in answers that are not of GraphQL. */
      readonly problems?: readonly FieldProblem[];
    };
  }[];
}

/** Codes that mean: the session that this page has is no longer one. */
const SIGNED_OUT: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'INVALID_TOKEN']);

/**
 * Asks the service by the hash of a stored operation, as the person of this browser's session.
 *
 * @param key of a change that may be sent again: under one key it is made once
 * @throws GraphError, OfflineError, SignedOutError
 */
export async function ask<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { signal, key }: { readonly signal?: AbortSignal; readonly key?: string } = {},
): Promise<Result> {
  const answer = await send(
    '/graphql',
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: JSON.stringify({
        operationName: operation.name,
        variables,
        extensions: { persistedQuery: { version: 1, sha256Hash: operation.hash } },
      }),
    },
    signal,
  );
  const { data, errors } = (await answer.json().catch(() => ({}))) as Answer<Result>;
  const [error] = errors ?? [];
  if (error) {
    const { code = 'INTERNAL_SERVER_ERROR', seconds = null, fields = [] } = error.extensions ?? {};
    if (SIGNED_OUT.has(code)) throw ended();
    throw new GraphError(error.message, code, answer.headers.get('x-request-id'), seconds, fields);
  }
  if (!answer.ok || !data) throw await failure(answer);
  return data;
}

/**
 * Any other request to the service with the session: uploads and downloads.
 *
 * @throws GraphError, OfflineError, SignedOutError
 */
export async function send(
  path: string,
  init: RequestInit,
  signal?: AbortSignal,
): Promise<Response> {
  const token = await reached(sessionToken());
  if (token === null) throw ended();
  const headers = new Headers(init.headers);
  headers.set('x-baraza-form', token);
  headers.set('accept-language', currentLocale());
  const request: RequestInit = { ...init, headers, credentials: 'same-origin' };
  if (signal) request.signal = signal;
  return reached(fetch(path, request));
}

/** What a response says that is not right. Every door of the service writes it as GraphQL does. */
export async function failure(answer: Response): Promise<GraphError> {
  const { errors } = (await answer.json().catch(() => ({}))) as Answer<never>;
  const { message = '', extensions = {} } = errors?.[0] ?? {};
  const wait = Number(answer.headers.get('retry-after'));
  return new GraphError(
    message,
    extensions.code ?? `HTTP_${answer.status}`,
    answer.headers.get('x-request-id'),
    wait > 0 ? wait : null,
    extensions.problems ?? [],
  );
}

function ended(): SignedOutError {
  forgetToken();
  return new SignedOutError();
}

async function reached<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    // A request that was given up says so; everything else that `fetch` throws means that nobody answered.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    if (error instanceof TypeError) throw new OfflineError();
    throw error;
  }
}
