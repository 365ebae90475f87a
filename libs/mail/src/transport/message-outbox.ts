import type { WholeMessage } from '../sealed-mail.js';
import { bodyOf, MessageGateway } from './message-gateway.js';
import { writeOwn } from './write-own.js';

/** A folder that takes messages where there is no gateway, for whoever tries Baraza: a file of JSON for each. */
export class MessageOutbox extends MessageGateway {
  readonly name: string;
  readonly isOpen = true;

  constructor(private readonly folder: string) {
    super();
    this.name = `files in ${folder}`;
  }

  async send(id: string, message: WholeMessage): Promise<void> {
    await writeOwn(this.folder, `${id}.json`, bodyOf(id, message));
  }
}
