export { Vault, type Sealed, type Sealer } from './vault.js';
export { VaultError } from './vault-error.js';
