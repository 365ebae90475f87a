import { APP_SETTINGS, type Settings } from '#config';
import { Database, DatabaseModule } from '#database';
import { Global, Module } from '@nestjs/common';
import { DataKeyEntity } from './keys/data-key.entity.js';
import { KeyRotation } from './rotation/key-rotation.js';
import { SealedTables } from './rotation/sealed-tables.js';
import { Vault } from './vault.js';

/** Encryption at rest, with its keys open. */
@Global()
@Module({
  imports: [DatabaseModule.forFeature([DataKeyEntity])],
  providers: [
    {
      provide: Vault,
      inject: [Database, APP_SETTINGS],
      useFactory: async (database: Database, settings: Settings) => Vault.open(database, settings),
    },
    SealedTables,
    {
      provide: KeyRotation,
      inject: [Database, Vault, SealedTables],
      useFactory: (database: Database, vault: Vault, { all }: SealedTables) =>
        new KeyRotation(database, vault, all),
    },
  ],
  exports: [Vault, SealedTables, KeyRotation],
})
export class VaultModule {}
