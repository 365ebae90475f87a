import { DatabaseModule } from '#database';
import { DirectoryModule, PersonalDataParts } from '#directory';
import { IdentityModule } from '#identity';
import { SealedTables, Vault, VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { importsEntities } from './entities.js';
import { ImportPurge } from './import-purge.js';
import { ImportRowService } from './import-row.service.js';
import { ImportRunner } from './import-runner.js';
import { ImportUploadService } from './import-upload.service.js';
import { ImportService } from './import.service.js';
import { ImportsWatch } from './imports-watch.js';
import { importsPart } from './imports-part.js';
import { importsSealedTables } from './sealed.js';

const services = [ImportUploadService, ImportService, ImportRowService];

/** Lists that coordinators upload: read, mended, previewed, applied and undone. */
@Module({
  imports: [
    DatabaseModule.forFeature(importsEntities),
    VaultModule,
    IdentityModule,
    DirectoryModule,
  ],
  providers: [...services, ImportRunner, ImportPurge, ImportsWatch],
  exports: services,
})
export class ImportsModule {
  constructor(held: PersonalDataParts, sealed: SealedTables, vault: Vault) {
    held.add([importsPart(vault)]);
    sealed.add(importsSealedTables);
  }
}
