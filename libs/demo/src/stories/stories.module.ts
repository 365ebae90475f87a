import { CLOCK } from '#config';
import { Database } from '#database';
import { AlongsideMails, DeploymentMails, deploymentsProviders, FeedbackMails } from '#deployments';
import { DirectoryModule } from '#directory';
import { EngagementModule } from '#engagement';
import { AccountService, IdentityModule, OrganizationService } from '#identity';
import {
  AskReader,
  HerMails,
  IntroductionMails,
  introductionsProviders,
  type OwnAskView,
  type Shown,
  shownAt,
} from '#introductions';
import { MetricsModule } from '#metrics';
import { VaultModule } from '#vault';
import { wpsProviders } from '#wps';
import { Module } from '@nestjs/common';
import { Agenda } from '../agenda/agenda.js';
import { DemoClock } from '../demo-clock.js';
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

type Ask = Pick<OwnAskView, 'id' | 'revision' | 'termsRevision'>;

const revisionsOf = (rows: readonly Ask[]) =>
  rows.map(({ id, revision, termsRevision }) => ({ id, revision, termsRevision }));

/** Nobody looks at an introduction but for its revision: to read all of it is more work than a step. */
const revisionsAlone = (clock: DemoClock) => ({
  forOrganizer: async (
    _reader: unknown,
    _viewer: unknown,
    rows: readonly (Shown & Pick<Ask, 'id'>)[],
  ) => rows.map((row) => ({ id: row.id, revision: shownAt(row, clock.now()).revision })),
  forDesk: async (_reader: unknown, _viewer: unknown, rows: readonly Ask[]) => revisionsOf(rows),
  forHer: async (_reader: unknown, rows: readonly Ask[]) => revisionsOf(rows),
});

/**
 * The services of introductions, deployments and the agenda of women, peace and security a second time: with a clock that is
 * moved, in one transaction, and without mails.
 */
@Module({
  imports: [VaultModule, IdentityModule, DirectoryModule, EngagementModule, MetricsModule],
  providers: [
    ...introductionsProviders,
    ...deploymentsProviders,
    ...wpsProviders,
    AccountService,
    OrganizationService,
    Agenda,
    DemoClock,
    OneTransaction,
    Stories,
    { provide: Database, useExisting: OneTransaction },
    { provide: CLOCK, inject: [DemoClock], useFactory: (clock: DemoClock) => () => clock.now() },
    { provide: AskReader, inject: [DemoClock], useFactory: revisionsAlone },
    { provide: HerMails, useValue: NO_MAILS },
    { provide: IntroductionMails, useValue: NO_MAILS },
    { provide: DeploymentMails, useValue: NO_MAILS },
    { provide: FeedbackMails, useValue: NO_MAILS },
    { provide: AlongsideMails, useValue: NO_MAILS },
  ],
  exports: [Stories],
})
export class StoriesModule {}
