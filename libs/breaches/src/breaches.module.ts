import { DatabaseModule } from '#database';
import { DirectoryModule, PersonalDataParts } from '#directory';
import { IdentityModule } from '#identity';
import { IntroductionsModule } from '#introductions';
import { SealedTables, VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { BreachService } from './breach.service.js';
import { BreachTelling } from './breach-telling.js';
import { HerBreachNotice } from './breach/her-notice.js';
import { breachesParts } from './breaches-parts.js';
import { breachesEntities } from './entities.js';
import { OwnBreachService } from './own-breach.service.js';
import { breachesSealedTables } from './sealed-tables.js';
import { ToldInPersonService } from './told-in-person.service.js';

const services = [BreachService, BreachTelling, OwnBreachService, ToldInPersonService];

/** Data in wrong hands: whom it concerns, and who is told when and by which way. */
@Module({
  imports: [
    DatabaseModule.forFeature(breachesEntities),
    VaultModule,
    IdentityModule,
    DirectoryModule,
    IntroductionsModule,
  ],
  providers: [...services, HerBreachNotice],
  exports: services,
})
export class BreachesModule {
  constructor(held: PersonalDataParts, sealed: SealedTables) {
    held.add(breachesParts);
    sealed.add(breachesSealedTables);
  }
}
