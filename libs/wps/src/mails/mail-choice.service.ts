import { Database } from '#database';
import { authorise, changeRecord, notPermitted, recordAudit, type Viewer } from '#identity';
import { Injectable } from '@nestjs/common';
import { MailChoiceEntity } from './mail.entities.js';

/** Which mails about the agenda somebody gets. */
export interface MailChoice {
  /** What her actor owes, once a week. */
  readonly owing: boolean;
  /** The papers for a meeting in which her actor takes part. */
  readonly packs: boolean;
}

export const ALL_MAILS: MailChoice = { owing: true, packs: true };

/** Lets people turn the mails about the agenda off and on. */
@Injectable()
export class MailChoiceService {
  constructor(private readonly database: Database) {}

  /** @throws NotPermittedError */
  async own(viewer: Viewer): Promise<MailChoice> {
    const accountId = accountOf(viewer);
    const held = await this.database.manager.findOneBy(MailChoiceEntity, { accountId });
    return held ? { owing: held.owing, packs: held.packs } : ALL_MAILS;
  }

  /** @throws NotPermittedError */
  async choose(viewer: Viewer, { owing, packs }: MailChoice): Promise<MailChoice> {
    const accountId = accountOf(viewer);
    await this.database.transaction(async (tx) => {
      const held = await tx.manager.findOneBy(MailChoiceEntity, { accountId });
      await tx.manager.upsert(MailChoiceEntity, { accountId, owing, packs }, ['accountId']);
      const record = (choice: MailChoice) => ({ id: accountId, ...choice });
      const before = held ? { owing: held.owing, packs: held.packs } : ALL_MAILS;
      await recordAudit(tx, viewer, [
        changeRecord(
          'account.choose-wps-mails',
          'account',
          record(before),
          record({ owing, packs }),
        ),
      ]);
    });
    return { owing, packs };
  }
}

function accountOf(viewer: Viewer): string {
  authorise(viewer, 'read-owing', { kind: 'wps-actor' });
  if (viewer.userId === null) throw notPermitted(viewer);
  return viewer.userId;
}
