/**
 * The session of the browser. The cookie is out of reach of scripts; what they need is the form token, which is kept
 * in memory alone and is worth nothing without the cookie.
 */
let formToken: Promise<string | null> | null = null;

/** The token that requests of this session carry. Null if nobody is signed in. */
export async function sessionToken(): Promise<string | null> {
  formToken ??= readToken().catch((error: unknown) => {
    formToken = null;
    throw error;
  });
  return formToken;
}

/** The token is asked for anew with the next request: after a sign-in or sign-out in another tab. */
export function forgetToken(): void {
  formToken = null;
}

async function readToken(): Promise<string | null> {
  const answer = await fetch('/console/session', { headers: { accept: 'application/json' } });
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error(`The session answered ${answer.status}.`);
  const { formToken: token } = (await answer.json()) as { formToken: string };
  return token;
}

/** Leads to the sign-in page, and back to this address afterwards. */
export function goToSignIn(): void {
  const wanted = `${location.pathname}${location.search}`;
  location.assign(`/sign-in?to=${encodeURIComponent(wanted)}`);
}
