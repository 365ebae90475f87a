import { CLOCK } from '#config';
import { Database } from '#database';
import { AlongsideMails, DeploymentMails, deploymentsProviders, FeedbackMails } from '#deployments';
import { DirectoryModule } from '#directory';
import { EngagementModule } from '#engagement';
import { AccountService, IdentityModule } from '#identity';
import { AskReader, IntroductionMails, introductionsProviders } from '#introductions';
import { VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { DemoClock } from './demo-clock.js';
import { OneTransaction } from './one-transaction.js';
import { Stories } from './stories.js';

const nothing = async () => undefined;

/** Nobody is told of what has long happened, and the demo's women have no mailbox. */
const NO_MAILS = {
  send: nothing,
  ask: nothing,
  released: nothing,
  asked: nothing,
  offered: nothing,
  arranged: nothing,
};

const idsOnly = async (_reader: unknown, _viewer: unknown, rows: readonly { id: string }[]) =>
  rows.map(({ id }) => ({ id }));

/** Nobody looks at what a step has made of an introduction: to read it is more work than the step. */
const NO_VIEWS = {
  forOrganizer: idsOnly,
  forDesk: idsOnly,
  forHer: async (_reader: unknown, rows: readonly { id: string }[]) =>
    rows.map(({ id }) => ({ id })),
};

/** The services of introductions and deployments a second time: with a clock that is moved, in one transaction, and without mails. */
@Module({
  imports: [VaultModule, IdentityModule, DirectoryModule, EngagementModule],
  providers: [
    ...introductionsProviders,
    ...deploymentsProviders,
    AccountService,
    DemoClock,
    OneTransaction,
    Stories,
    { provide: Database, useExisting: OneTransaction },
    { provide: CLOCK, inject: [DemoClock], useFactory: (clock: DemoClock) => () => clock.now() },
    { provide: AskReader, useValue: NO_VIEWS },
    { provide: IntroductionMails, useValue: NO_MAILS },
    { provide: DeploymentMails, useValue: NO_MAILS },
    { provide: FeedbackMails, useValue: NO_MAILS },
    { provide: AlongsideMails, useValue: NO_MAILS },
  ],
  exports: [Stories],
})
export class StoriesModule {}
