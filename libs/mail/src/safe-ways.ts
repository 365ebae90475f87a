import { Injectable } from '@nestjs/common';
import type { MailChannel } from './sealed-mail.js';

/** Whether something may be sent to a mediator this way: she is there, and nobody has noted that others may look at it. */
export type IsSafeWay = (mediatorId: string, channel: MailChannel) => Promise<boolean>;

/**
 * What is asked before something is sent to a mediator. The directory, which stands above this module, says at its start how it
 * is answered.
 */
@Injectable()
export class SafeWays {
  private source: IsSafeWay | null = null;

  answeredBy(source: IsSafeWay): void {
    this.source = source;
  }

  async isSafe(mediatorId: string, channel: MailChannel): Promise<boolean> {
    if (!this.source) throw new Error('The directory is not there to say what may be sent to her.');
    return this.source(mediatorId, channel);
  }
}
