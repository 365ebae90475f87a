import { Injectable } from '@nestjs/common';
import { BackgroundJob, type JobHandler } from '#database';
import { systemViewer } from '#identity';
import { PseudonymService } from './pseudonym.service.js';

/**
 * Makes the classes anew once a month: rarely, for two states of what is published tell more than one. At the
 * beginning of a year it also takes back age bands that are true of a class no more.
 */
@Injectable()
@BackgroundJob()
export class PseudonymRenewal implements JobHandler {
  readonly name = 'pseudonym-renewal';
  readonly schedule = '7 0 1 * *';

  constructor(private readonly pseudonyms: PseudonymService) {}

  async handle(): Promise<void> {
    await this.pseudonyms.renew(systemViewer('pseudonyms'));
  }
}
