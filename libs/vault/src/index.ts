export { vaultEntities } from './entities.js';
export { DataKeyEntity } from './keys/data-key.entity.js';
export { Vault, type Sealed, type Sealer } from './vault.js';
export { VaultError } from './vault-error.js';
