import { DatabaseModule } from '#database';
import { DirectoryModule, PersonalDataParts } from '#directory';
import { EngagementModule } from '#engagement';
import { IdentityModule } from '#identity';
import { SealedTables, Vault, VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { deploymentsParts } from './deployments-parts.js';
import { deploymentsEntities } from './entities.js';
import { deploymentsSealedTables } from './sealed-tables.js';

/** Women at work for organizers: what must be clear before, how they are, and what came of it. */
@Module({
  imports: [
    DatabaseModule.forFeature(deploymentsEntities),
    VaultModule,
    IdentityModule,
    DirectoryModule,
    EngagementModule,
  ],
})
export class DeploymentsModule {
  constructor(held: PersonalDataParts, sealed: SealedTables, vault: Vault) {
    held.add(deploymentsParts(vault));
    sealed.add(deploymentsSealedTables);
  }
}
