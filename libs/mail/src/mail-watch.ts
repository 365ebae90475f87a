import { gauge, WatchedPart, type Standing, type Watched } from '#telemetry';
import { Injectable } from '@nestjs/common';
import { MailSend } from './mail-send.js';
import { MailTransport } from './transport/mail-transport.js';

/** A mail that has waited longer was tried several times in vain. */
const LATE_SECONDS = 900;

const waiting = gauge('baraza_mails_waiting', 'Mails and short messages that wait to be sent.');
const tried = gauge('baraza_mails_tried', 'Waiting mails and messages that failed at least once.');
const seconds = gauge(
  'baraza_mails_waiting_seconds',
  'Seconds since the oldest waiting mail or message might have been sent.',
);

/** Whether mails and messages get away. Nothing is said of whom they are for. */
@Injectable()
@WatchedPart()
export class MailWatch implements Watched {
  readonly part = 'mail';

  constructor(
    private readonly mails: MailSend,
    private readonly transport: MailTransport,
  ) {}

  async look(): Promise<Standing> {
    const backlog = await this.mails.backlog();
    waiting.set(backlog.waiting);
    tried.set(backlog.tried);
    seconds.set(backlog.waitingSeconds);
    return {
      status: backlog.waitingSeconds > LATE_SECONDS ? 'late' : 'up',
      transport: this.transport.name,
      ...backlog,
    };
  }
}
