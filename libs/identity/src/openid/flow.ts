import { timingSafeEqual } from 'node:crypto';
import type { Vault } from '#vault';
import { OpenIdRefusedError } from './openid-errors.js';

/** A sign-in that has begun: what the answer must fit, kept by the browser that began it. */
export interface Flow {
  readonly organizationId: string;
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE: whoever has the code but not this can do nothing with it. */
  readonly verifier: string;
}

interface Ending {
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** How long there is to sign in at the service. */
export const FLOW_MINUTES = 10;

/** The flow as a text that only we can have made. */
export function signFlow(vault: Pick<Vault, 'index'>, flow: Flow, now: number): string {
  const whole: Flow & Ending = { ...flow, expires: now + FLOW_MINUTES * 60_000 };
  const content = Buffer.from(JSON.stringify(whole)).toString('base64url');
  return `${content}.${mark(vault, content).toString('base64url')}`;
}

/** @throws OpenIdRefusedError for a text that we did not make, or too long ago, or for another organization. */
export function readFlow(
  vault: Pick<Vault, 'index'>,
  text: string | undefined,
  { organizationId, now }: { readonly organizationId: string; readonly now: number },
): Flow {
  const [content = '', given = ''] = text?.split('.') ?? [];
  const expected = mark(vault, content);
  const found = Buffer.from(given, 'base64url');
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) throw expired();
  const flow = JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as Flow & Ending;
  if (flow.expires <= now || flow.organizationId !== organizationId) throw expired();
  return flow;
}

function mark(vault: Pick<Vault, 'index'>, content: string): Buffer {
  return vault.index(`openid-flow:${content}`);
}

function expired(): OpenIdRefusedError {
  return new OpenIdRefusedError('expired');
}
