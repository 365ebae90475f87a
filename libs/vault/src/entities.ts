import { DataKeyEntity } from './keys/data-key.entity.js';

/** Every table of this room, for the connection and for the test that they agree with the migrations. */
export const vaultEntities = [DataKeyEntity];
