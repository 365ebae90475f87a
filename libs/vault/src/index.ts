import { DataKeyEntity } from './keys/data-key.entity.js';

export { DataKeyEntity } from './keys/data-key.entity.js';
export { masterKeyNames } from './keys/local-master-key.js';
export { openJson, sealJson, type SealedColumns } from './sealed-json.js';
export { Vault, type Sealed, type Sealer } from './vault.js';
export {
  KeyRotation,
  type KeyStatus,
  type NoteDeed,
  type RotationReport,
} from './rotation/key-rotation.js';
export { SealedTables } from './rotation/sealed-tables.js';
export type { SealedTable } from './rotation/sealed-table.js';
export { VaultModule } from './vault.module.js';
export { VaultError } from './vault-error.js';

/** Every table of this module; whoever opens tables with sealed values opens these too. */
export const vaultEntities = [DataKeyEntity];
