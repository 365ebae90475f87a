import { DatabaseModule } from '#database';
import { DirectoryModule, PersonalDataParts } from '#directory';
import { EngagementModule } from '#engagement';
import { IdentityModule } from '#identity';
import { SealedTables, Vault, VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { DeskService } from './desk/desk.service.js';
import { introductionsEntities } from './entities.js';
import { introductionsParts } from './introductions-parts.js';
import { AskReader } from './introduction/ask-reader.js';
import { AsksFollowTerms } from './introduction/asks-follow-terms.js';
import { DeskAskService } from './introduction/desk-ask.service.js';
import { DeskRouting } from './introduction/desk-routing.js';
import { FindingsService } from './introduction/findings.service.js';
import { IntroductionClocks } from './introduction/introduction-clocks.js';
import { IntroductionMails } from './introduction/introduction-mails.js';
import { IntroductionStore } from './introduction/introduction-store.js';
import { IntroductionService } from './introduction/introduction.service.js';
import { OwnAskService } from './introduction/own-ask.service.js';
import { RequestService } from './introduction/request.service.js';
import { HerMails } from './preferences/her-mails.js';
import { PreferenceService } from './preferences/preference.service.js';
import { RelayService } from './relay/relay.service.js';
import { introductionsSealedTables } from './sealed-tables.js';
import { TermsFollowers } from './terms/terms-followers.js';
import { TermsService } from './terms/terms.service.js';

const services = [
  TermsService,
  DeskService,
  PreferenceService,
  RelayService,
  RequestService,
  DeskAskService,
  OwnAskService,
  IntroductionService,
];

/** All that acts for introductions but what runs by itself: for this module, and for one with a clock of its own, as the demo. */
export const introductionsProviders = [
  ...services,
  IntroductionStore,
  IntroductionMails,
  HerMails,
  AskReader,
  FindingsService,
  { provide: TermsFollowers, useClass: AsksFollowTerms },
];

/** Terms of reference, introductions of women to organizers through their networks, desks, and messages between them. */
@Module({
  imports: [
    DatabaseModule.forFeature(introductionsEntities),
    VaultModule,
    IdentityModule,
    DirectoryModule,
    EngagementModule,
  ],
  providers: [...introductionsProviders, IntroductionClocks, DeskRouting],
  exports: [...services, HerMails],
})
export class IntroductionsModule {
  constructor(held: PersonalDataParts, sealed: SealedTables, vault: Vault) {
    held.add(introductionsParts(vault));
    sealed.add(introductionsSealedTables);
  }
}
