import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A secret as Standard Webhooks writes it: `whsec_` and base64 of 24 to 64 random bytes. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** One message to be signed. */
export interface SignedMessage {
  readonly id: string;
  /** Seconds since 1970: the receiver refuses a message that is old. */
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The headers of a message by Standard Webhooks 1.0.0 (standardwebhooks.com): its signature is the HMAC-SHA-256, in base64, of
 * `id.timestamp.body`, once for each secret that is accepted now.
 */
export function signedHeaders(
  { id, timestamp, body }: SignedMessage,
  secrets: readonly string[],
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
