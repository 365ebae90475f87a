import type { MasterKey, Settings } from '#config';
import { VaultError } from '../vault-error.js';
import { decrypt, encrypt } from './cipher.js';
import { localMasterKeys } from './local-master-key.js';
import type { KeyPurpose } from './data-key.entity.js';

/** What the keys of this installation are found by. */
export type KeySettings = Pick<Settings, 'masterKeys' | 'dataDirectory'>;

/** What a data key is bound to: wrapped for another, it does not open. */
export interface DataKeyName {
  readonly id: number;
  readonly purpose: KeyPurpose;
}

/** A data key as the database holds it. */
export interface WrappedKey extends DataKeyName {
  readonly wrapped: Buffer;
  readonly masterId: string;
}

/** The master keys: the first wraps, each opens what it has wrapped. */
export class MasterKeyRing {
  private constructor(private readonly keys: readonly MasterKey[]) {}

  /** @throws VaultError where the data folder's key cannot be used. */
  static async open({ masterKeys, dataDirectory }: KeySettings): Promise<MasterKeyRing> {
    return new MasterKeyRing(masterKeys ?? (await localMasterKeys(dataDirectory)));
  }

  /** Id of the key that wraps. */
  get currentId(): string {
    return this.current().id;
  }

  wrap(name: DataKeyName, bytes: Buffer): WrappedKey {
    const { id: masterId, key } = this.current();
    return { ...name, masterId, wrapped: encrypt(key, bytes, placeOf(name, masterId)) };
  }

  /** @throws VaultError where the master key is not there, or another of that name. */
  unwrap(key: WrappedKey): Buffer {
    const master = this.keys.find(({ id }) => id === key.masterId);
    if (!master) {
      throw new VaultError(
        `Data key ${key.id} is wrapped with the master key "${key.masterId}", which is not there: add it to BARAZA_MASTER_KEYS, or bring back the data folder's master.key.`,
      );
    }
    const bytes = decrypt(master.key, key.wrapped, placeOf(key, key.masterId));
    if (!bytes) {
      throw new VaultError(
        `The master key "${key.masterId}" does not open data key ${key.id}: it is another key of that name, or the data key was changed.`,
      );
    }
    return bytes;
  }

  private current(): MasterKey {
    const [current] = this.keys;
    if (!current) throw new VaultError('There is no master key.');
    return current;
  }
}

function placeOf({ id, purpose }: DataKeyName, masterId: string): string {
  return `data_key:${id}:${purpose}:${masterId}`;
}
