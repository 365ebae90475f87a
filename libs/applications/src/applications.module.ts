import { DatabaseModule } from '#database';
import { DirectoryModule, PersonalDataParts } from '#directory';
import { IdentityModule } from '#identity';
import { SealedTables, Vault, VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { ApplicationMails } from './application/application-mails.js';
import { applicationsSealedTables } from './application/application-contents.js';
import { ApplicationService } from './application/application.service.js';
import { ApplyService } from './application/apply.service.js';
import { applicationsPart } from './applications-part.js';
import { CallService } from './call/call.service.js';
import { applicationsEntities } from './entities.js';

const services = [CallService, ApplyService, ApplicationService];

/** Networks' calls for new members, and the women who apply to them. */
@Module({
  imports: [
    DatabaseModule.forFeature(applicationsEntities),
    VaultModule,
    IdentityModule,
    DirectoryModule,
  ],
  providers: [...services, ApplicationMails],
  exports: services,
})
export class ApplicationsModule {
  constructor(held: PersonalDataParts, sealed: SealedTables, vault: Vault) {
    held.add([applicationsPart(vault)]);
    sealed.add(applicationsSealedTables);
  }
}
