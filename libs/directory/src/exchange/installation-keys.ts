import { APP_SETTINGS, type Settings } from '#config';
import { Database, type Transaction } from '#database';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import { openJson, sealJson, Vault, type SealedColumns } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { uuidv7 } from 'uuidv7';

export const FILE_ALGORITHM = 'EdDSA';
/** An Ed25519 public key as base64url. */
const PUBLIC_KEY = /^[\w-]{43}$/;

/** This installation as its files name it. */
export interface Installation {
  /** The address at which people reach it. */
  readonly address: string;
  readonly publicKey: string;
}

/** What files to other installations are signed with. The private half is sealed and never leaves. */
@Injectable()
export class InstallationKeys {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  /**
   * This installation, with a key that is made the first time, or anew. A new key is told to all partners before the next
   * exchange.
   *
   * @throws NotPermittedError
   */
  async installation(viewer: Viewer, renewed = false): Promise<Installation> {
    authorise(viewer, 'run', { kind: 'exchange', networkId: null });
    return this.database.transaction(async (tx) => {
      await tx.query('LOCK TABLE installation_key IN SHARE ROW EXCLUSIVE MODE');
      const publicKey =
        (renewed ? null : (await inForce(tx))?.publicKey) ?? (await this.make(tx, viewer));
      return { address: this.settings.publicUrl, publicKey };
    });
  }

  /** What signs now; null if nobody has made a key. */
  async signer(
    tx: Transaction,
  ): Promise<(Installation & { readonly privateKey: CryptoKey }) | null> {
    const row = await inForce(tx);
    if (!row) return null;
    const jwk = await openJson<JWK>(this.vault, row, installationKeyPlace(row.id));
    const privateKey = (await importJWK(jwk, FILE_ALGORITHM)) as CryptoKey;
    return { address: this.settings.publicUrl, publicKey: row.publicKey, privateKey };
  }

  private async make(tx: Transaction, viewer: Viewer): Promise<string> {
    const id = uuidv7();
    const pair = await generateKeyPair(FILE_ALGORITHM, { crv: 'Ed25519', extractable: true });
    const [privateJwk, { x: publicKey = '' }] = await Promise.all([
      exportJWK(pair.privateKey),
      exportJWK(pair.publicKey),
    ]);
    const { keyId, sealed } = await sealJson(tx, this.vault, privateJwk, installationKeyPlace(id));
    await tx.query(
      'INSERT INTO installation_key (id, public_key, key_id, sealed) VALUES ($1, $2, $3, $4)',
      [id, publicKey, keyId, sealed],
    );
    await recordAudit(tx, viewer, [
      changeRecord('exchange.key', 'installation-key', null, { id, publicKey }),
    ]);
    return publicKey;
  }
}

/** Whether a text has the form of a public key. */
export function isPublicKey(text: string): boolean {
  return PUBLIC_KEY.test(text);
}

/** What verifies the files of a partner. */
export async function verifier(publicKey: string): Promise<CryptoKey> {
  const jwk: JWK = { kty: 'OKP', crv: 'Ed25519', x: publicKey };
  return (await importJWK(jwk, FILE_ALGORITHM)) as CryptoKey;
}

/** What a sealed private key is bound to. */
export function installationKeyPlace(id: string): string {
  return `installation_key:${id}`;
}

async function inForce(
  tx: Transaction,
): Promise<(SealedColumns & { readonly id: string; readonly publicKey: string }) | null> {
  const [row] = await tx.query<SealedColumns & { id: string; publicKey: string }>(
    `SELECT id, public_key AS "publicKey", key_id AS "keyId", sealed FROM installation_key
     ORDER BY made_at DESC, id DESC LIMIT 1`,
  );
  return row ?? null;
}
