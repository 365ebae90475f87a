import { APP_SETTINGS, type Settings } from '#config';
import { BackgroundJob, Database, type JobHandler } from '#database';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { uuidv7 } from 'uuidv7';
import { changeRecord, recordAudit } from '../audit/record-audit.js';
import { authorise } from '../policy/policy.js';
import { systemViewer, type Viewer } from '../viewer.js';

export const SIGNING_ALGORITHM = 'EdDSA';
/** A process may sign with a key that another has just replaced, and clocks differ. */
const LEEWAY_MINUTES = 5;
const ROTATE_AFTER_DAYS = 30;
const SYSTEM = systemViewer('identity');

export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

interface Row {
  readonly id: string;
  readonly keyId: number;
  readonly sealed: Buffer;
}

/**
 * Keys of access tokens: Ed25519, in the database, the private halves sealed. One signs; those before it are
 * accepted until the last of their tokens has expired.
 */
@Injectable()
@BackgroundJob()
export class SigningKeys implements JobHandler {
  readonly name = 'identity-signing-keys';
  readonly schedule = '17 3 * * *';
  private readonly signers = new Map<string, CryptoKey>();
  private readonly verifiers = new Map<string, CryptoKey>();

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'accessTokenMinutes'>,
  ) {}

  /** The key that signs now: which it is, is asked each time, for another process may have rotated. */
  async signer(): Promise<SigningKey> {
    const row = (await this.inForce()) ?? (await this.makeFirst());
    let key = this.signers.get(row.id);
    if (!key) {
      key = await this.open(row);
      this.signers.clear();
      this.signers.set(row.id, key);
    }
    return { kid: row.id, key };
  }

  /** The public key of tokens of that `kid`; null where there is none. Whether it is accepted still, is asked with the session. */
  async verifier(kid: string): Promise<CryptoKey | null> {
    const known = this.verifiers.get(kid);
    if (known) return known;
    const [row] = await this.database.query<{ jwk: JWK }>(
      'SELECT public_jwk AS jwk FROM signing_key WHERE id = $1',
      [kid],
    );
    if (!row) return null;
    const key = (await importJWK(row.jwk, SIGNING_ALGORITHM)) as CryptoKey;
    this.verifiers.set(kid, key);
    return key;
  }

  /** For others that check our tokens: every key that is accepted. */
  async publicKeys(): Promise<JWK[]> {
    const rows = await this.database.query<{ id: string; jwk: JWK }>(
      `SELECT id, public_jwk AS jwk FROM signing_key
       WHERE accepted_until IS NULL OR accepted_until > now() ORDER BY id`,
    );
    return rows.map(({ id, jwk }) => ({ ...jwk, kid: id, alg: SIGNING_ALGORITHM, use: 'sig' }));
  }

  /** Signs with a new key from now on. */
  async rotate(viewer: Viewer): Promise<void> {
    authorise(viewer, 'rotate', { kind: 'keys' });
    await this.replace(viewer);
  }

  /** The daily look: rotates a key that is old enough, and forgets those whose tokens have all expired. */
  async handle(): Promise<void> {
    await this.database.query('DELETE FROM signing_key WHERE accepted_until < now()');
    const [old] = await this.database.query(
      `SELECT FROM signing_key WHERE accepted_until IS NULL AND created_at < now() - $1 * interval '1 day'`,
      [ROTATE_AFTER_DAYS],
    );
    if (old) await this.replace(SYSTEM);
  }

  private async makeFirst(): Promise<Row> {
    await this.database.exclusively('signing-key', async (lost) => {
      if (!(await this.inForce())) await this.replace(SYSTEM, lost);
    });
    const row = await this.inForce();
    if (!row) throw new Error('There is no key to sign with.');
    return row;
  }

  private async replace(viewer: Viewer, lost?: AbortSignal): Promise<void> {
    const id = uuidv7();
    const pair = await generateKeyPair(SIGNING_ALGORITHM, { crv: 'Ed25519', extractable: true });
    const [privateJwk, publicJwk] = await Promise.all([
      exportJWK(pair.privateKey),
      exportJWK(pair.publicKey),
    ]);
    await this.database.transaction(async (tx) => {
      // Two who rotate at once take turns: there is one key in force at any time.
      await tx.query('LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE');
      const [before] = await tx.query<{ id: string }>(
        `UPDATE signing_key SET accepted_until = now() + $1 * interval '1 minute'
         WHERE accepted_until IS NULL RETURNING id`,
        [this.settings.accessTokenMinutes + LEEWAY_MINUTES],
      );
      const { keyId, bytes } = (await this.vault.sealer(tx)).seal(
        JSON.stringify(privateJwk),
        signingKeyPlace(id),
      );
      await tx.query(
        'INSERT INTO signing_key (id, key_id, sealed, public_jwk) VALUES ($1, $2, $3, $4)',
        [id, keyId, bytes, JSON.stringify(publicJwk)],
      );
      await recordAudit(tx, viewer, [
        changeRecord('signing-key.rotate', 'signing-key', before ?? null, { id }),
      ]);
    }, lost);
  }

  private async inForce(): Promise<Row | null> {
    const [row] = await this.database.query<Row>(
      'SELECT id, key_id AS "keyId", sealed FROM signing_key WHERE accepted_until IS NULL',
    );
    return row ?? null;
  }

  private async open({ id, keyId, sealed }: Row): Promise<CryptoKey> {
    const jwk = await this.vault.open({ keyId, bytes: sealed }, signingKeyPlace(id));
    return (await importJWK(JSON.parse(jwk) as JWK, SIGNING_ALGORITHM)) as CryptoKey;
  }
}

/** What a sealed signing key is bound to. */
export function signingKeyPlace(id: string): string {
  return `signing_key:${id}`;
}
