import { createHmac, type KeyObject } from 'node:crypto';
import type { Database, OwnerTransaction, Reader, Transaction } from '#database';
import { decrypt, encrypt } from './keys/cipher.js';
import { makeDataKey, readDataKeys, rewrapDataKeys, type DataKeys } from './keys/data-keys.js';
import { MasterKeyRing, type KeySettings } from './keys/master-key-ring.js';
import { VaultError } from './vault-error.js';

/** A sealed value: which data key opens it, and its bytes in the form of keys/cipher.ts. */
export interface Sealed {
  readonly keyId: number;
  readonly bytes: Buffer;
}

/** Seals within one transaction. */
export interface Sealer {
  readonly keyId: number;
  /**
   * Seals a text for one place, such as `mediator_contact:<id>`: moved to another, it does not open. The
   * length of the text is not hidden.
   */
  seal(text: string, place: string): Sealed;
}

/**
 * Encryption at rest: data keys in the database, wrapped by a master key that is not there. Sealing is
 * AES-256-GCM; indexes and fingerprints are HMAC-SHA-256 by keys of their own.
 */
export class Vault {
  private constructor(
    private readonly database: Database,
    private readonly masters: MasterKeyRing,
    private keys: DataKeys,
  ) {}

  /**
   * Opens the keys of a database; the first opening makes them. From then on its transactions carry the
   * fingerprint that audit entries are made with.
   *
   * @throws VaultError when a master key is missing or is not the one that wrapped.
   */
  static async open(database: Database, settings: KeySettings): Promise<Vault> {
    const masters = await MasterKeyRing.open(settings);
    let keys = await readDataKeys(database, masters);
    if (!isWhole(keys)) {
      await database.exclusively('vault', (lost) => makeMissing(database, masters, lost));
      keys = await readDataKeys(database, masters);
    }
    const vault = new Vault(database, masters, keys);
    database.fingerprintBy((text) => vault.fingerprint(text));
    return vault;
  }

  /**
   * What seals in this transaction, by the key that is in force now. That key cannot be removed until
   * the transaction ends, whoever rotates meanwhile.
   */
  async sealer(tx: Pick<Transaction, 'query'>): Promise<Sealer> {
    const [held] = await tx.query<{ id: number }>('SELECT hold_data_key() AS id');
    const keyId = held?.id ?? 0;
    const key = this.keys.seal.get(keyId) ?? (await this.learn(tx, keyId));
    return { keyId, seal: (text, place) => ({ keyId, bytes: sealBy(key, keyId, text, place) }) };
  }

  /** @throws VaultError where the place is another, a byte was changed or the key is not there. */
  async open({ keyId, bytes }: Sealed, place: string): Promise<string> {
    // Asked of connections of its own: whoever opens may hold the last one of the others.
    const key = this.keys.seal.get(keyId) ?? (await this.learn(this.database.apart, keyId));
    const plain = decrypt(key, bytes, associated(keyId, place));
    if (!plain) {
      throw new VaultError(
        'A sealed value does not open: it was changed, or it is not in the place it was sealed for.',
      );
    }
    return plain.toString('utf8');
  }

  /** The blind index of a text: equal for equal texts, and of no use without the key. */
  index(text: string): Buffer {
    return createHmac('sha256', present(this.keys.index)).update(text).digest();
  }

  /** Keyed hash (hex) of a text of which nobody shall try guesses. */
  fingerprint(text: string): string {
    return createHmac('sha256', present(this.keys.fingerprint)).update(text).digest('hex');
  }

  /** Makes a new key that seals from now on; the one before is retired. Gives the id of that. */
  async renew(tx: OwnerTransaction): Promise<number> {
    const [retired] = await tx.query<{ id: number }>(
      `UPDATE data_key SET retired_at = now() WHERE purpose = 'seal' AND retired_at IS NULL RETURNING id`,
    );
    if (!retired) throw new VaultError('The keys of the database are not whole.');
    await makeDataKey(tx, this.masters, 'seal');
    return retired.id;
  }

  /** Wraps every data key by the current master key; gives the ids of those that another had wrapped. */
  async rewrap(tx: OwnerTransaction): Promise<number[]> {
    return rewrapDataKeys(tx, this.masters);
  }

  /** Another process has made the key. Keys that were removed stay known: a row read before may still need one. */
  private async learn(database: Reader, keyId: number): Promise<KeyObject> {
    const { seal } = await readDataKeys(database, this.masters);
    this.keys = { ...this.keys, seal: new Map([...this.keys.seal, ...seal]) };
    const key = seal.get(keyId);
    if (!key) throw new VaultError(`A value is sealed with data key ${keyId}, which is not there.`);
    return key;
  }
}

function isWhole({ seal, index }: DataKeys): boolean {
  return seal.size > 0 && index !== null;
}

/** In one transaction, and only what is missing: another process may have been first. */
async function makeMissing(
  database: Database,
  masters: MasterKeyRing,
  lost: AbortSignal,
): Promise<void> {
  await database.transaction(async (tx) => {
    const keys = await readDataKeys(tx, masters);
    if (!keys.index) await makeDataKey(tx, masters, 'index');
    if (keys.seal.size === 0) await makeDataKey(tx, masters, 'seal');
  }, lost);
}

function sealBy(key: KeyObject, keyId: number, text: string, place: string): Buffer {
  return encrypt(key, Buffer.from(text, 'utf8'), associated(keyId, place));
}

function associated(keyId: number, place: string): string {
  return `${keyId}:${place}`;
}

function present(key: KeyObject | null): KeyObject {
  if (!key) throw new VaultError('The keys of the database are not whole.');
  return key;
}
