import { MailNotSentError } from './mail-transport.js';
import { MessageGateway } from './message-gateway.js';

/** In production without a gateway. Messages that were queued before it was taken away wait for another one. */
export class NoGateway extends MessageGateway {
  readonly name = 'no gateway';
  readonly isOpen = false;

  async send(): Promise<void> {
    throw new MailNotSentError('there is no gateway', 'message');
  }
}
