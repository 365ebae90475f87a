import { createHmac, timingSafeEqual } from 'node:crypto';

/** Of the field that carries it. */
export const FORM_TOKEN = 'form';

/** Of the header that carries it where a script sends the request. */
export const FORM_TOKEN_HEADER = 'x-baraza-form';

/**
 * What a form of ours holds and another site's cannot: an HMAC keyed with the cookie it is bound to,
 * so that it is worth nothing beside any other session.
 */
export function formToken(cookie: string): string {
  return createHmac('sha256', cookie).update('baraza form').digest('base64url');
}

/** Compared in constant time. */
export function isFormToken(cookie: string, token: string): boolean {
  const right = Buffer.from(formToken(cookie));
  const given = Buffer.from(token);
  return right.length === given.length && timingSafeEqual(right, given);
}
