import type { WholeMessage } from '../sealed-mail.js';
import { MailNotSentError, MailRefusedError } from './mail-transport.js';
import { bodyOf, MessageGateway } from './message-gateway.js';

const PATIENCE_MS = 20_000;

/**
 * Answers that are about this message. All others are about our access, our haste or the gateway itself, which an
 * operator can mend or time does: the message waits.
 */
const ABOUT_THE_MESSAGE: ReadonlySet<number> = new Set([400, 410, 413, 422]);

/**
 * A gateway that takes messages over HTTP: `POST` of `{ id, to, language, text }` in JSON, with a bearer token. Any
 * 2xx means that it has taken it. The id is also the `Idempotency-Key`, so that a message that is sent twice, because
 * its answer was lost, can be passed on once. Redirections are not followed: they could lead the token elsewhere.
 */
export class HttpGateway extends MessageGateway {
  readonly name: string;
  readonly isOpen = true;

  constructor(
    private readonly url: URL,
    private readonly token: string,
  ) {
    super();
    this.name = `the gateway ${url.host}`;
  }

  async send(id: string, message: WholeMessage): Promise<void> {
    const status = await this.post(id, message);
    if (status >= 200 && status < 300) return;
    if (ABOUT_THE_MESSAGE.has(status)) throw new MailRefusedError(status, 'message');
    throw new MailNotSentError(String(status), 'message');
  }

  private async post(id: string, message: WholeMessage): Promise<number> {
    try {
      const answer = await fetch(this.url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.token}`,
          'content-type': 'application/json',
          'idempotency-key': id,
        },
        body: bodyOf(id, message),
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      // What it says is not read: it may repeat the number.
      await answer.body?.cancel();
      return answer.status;
    } catch {
      // Nothing of the error is kept: it may hold the address with what stands in it.
      throw new MailNotSentError('no answer', 'message');
    }
  }
}
