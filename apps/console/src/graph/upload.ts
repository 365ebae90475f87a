import { currentLocale } from '../i18n/locale.js';
import { failure } from './ask.js';
import { OfflineError, SignedOutError } from './errors.js';
import { forgetToken, sessionToken } from './session.js';

/**
 * Sends a form with a file, as the person of this browser's session, and says how much of it has been sent: `fetch`
 * cannot tell that.
 *
 * @param onSent gets the share that has been sent, from 0 to 1
 * @throws GraphError, OfflineError, SignedOutError; DOMException where `signal` gave it up
 */
export async function upload<Result>(
  path: string,
  form: FormData,
  onSent: (share: number) => void,
  signal: AbortSignal,
): Promise<Result> {
  const token = await sessionToken().catch(() => {
    throw new OfflineError();
  });
  if (token === null) throw ended();
  const answer = await sent(path, { form, token, onSent, signal });
  if (answer.status === 401) throw ended();
  if (!answer.ok) throw await failure(answer);
  const { data } = (await answer.json()) as { data: Result };
  return data;
}

async function sent(
  path: string,
  {
    form,
    token,
    onSent,
    signal,
  }: {
    readonly form: FormData;
    readonly token: string;
    readonly onSent: (share: number) => void;
    readonly signal: AbortSignal;
  },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', currentLocale());
    request.setRequestHeader('x-baraza-form', token);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onSent(loaded / total);
    });
    request.addEventListener('load', () => {
      const id = request.getResponseHeader('x-request-id');
      resolve(
        new Response(request.responseText, {
          status: request.status,
          headers: id === null ? {} : { 'x-request-id': id },
        }),
      );
    });
    request.addEventListener('error', () => reject(new OfflineError(navigator.onLine)));
    request.addEventListener('abort', () => reject(new DOMException('Given up.', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function ended(): SignedOutError {
  forgetToken();
  return new SignedOutError();
}
