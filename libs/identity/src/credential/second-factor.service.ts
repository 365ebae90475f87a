import { Injectable } from '@nestjs/common';
import { Database, type Reader, type Transaction } from '#database';
import { Vault } from '#vault';
import { InvalidStateError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { asciiDigits } from '#vocabulary';
import { randomInt } from 'node:crypto';
import { AccountEntity } from '../account/account.entity.js';
import { openPerson } from '../account/person.js';
import { changeRecord, recordAudit, type ChangeRecord } from '../audit/record-audit.js';
import type { Client } from '../client.js';
import { InvalidCredentialsError } from '../errors.js';
import { LinkMails } from '../link/link-mails.js';
import { OneTimeLinks } from '../link/one-time-links.js';
import { authorise } from '../policy/policy.js';
import { endSessions } from '../account/end-sessions.js';
import { NotesRefusals } from '../security-event/notes-refusals.js';
import { SecurityEvents } from '../security-event/security-events.js';
import { Throttle } from '../throttle/throttle.js';
import type { Viewer } from '../viewer.js';
import { PasswordService } from './password.service.js';
import { storeTotp, totpPlace } from './store-totp.js';
import { newTotpSecret, totpStep, totpUri } from './totp.js';

const RECOVERY_CODES = 10;
/** Letters and digits that nobody takes for one another. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUP = 4;
const GROUPS = 3;

/** Fresh codes for when an authenticator is lost: `k7mq-2xvd-9hpt`, some 59 bits each. */
function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
    ).join('-'),
  );
}

/** A code as it is hashed, however it was typed. */
export function plainRecoveryCode(code: string): string {
  return asciiDigits(code.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** What an authenticator is set up with; shown once. */
export interface Enrolment {
  /** Base32, for typing. */
  readonly secret: string;
  /** `otpauth:` address, for a QR code. */
  readonly uri: string;
}

interface SecretRow {
  readonly id: string;
  readonly keyId: number;
  readonly sealed: Buffer;
}

/** Authenticators (TOTP) and the recovery codes that stand in for a lost one. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly throttle: Throttle,
    private readonly passwords: PasswordService,
    private readonly links: OneTimeLinks,
    private readonly mails: LinkMails,
    readonly securityEvents: SecurityEvents,
  ) {}

  /** Begins to enrol an authenticator, beside the one in use where there is one. @throws InvalidCredentialsError */
  @NotesRefusals('beginTotp')
  async begin(viewer: Viewer, client: Client, password: string | null): Promise<Enrolment> {
    const accountId = await this.passwords.reauthenticate(viewer, client, password);
    const secret = newTotpSecret();
    return this.database.transaction(async (tx) => {
      const account = await tx.manager.findOneByOrFail(AccountEntity, { id: accountId });
      await storeTotp(tx, this.vault, accountId, secret, false);
      await recordAudit(tx, viewer, [totpRecord('account.begin-totp', accountId)]);
      return { secret, uri: totpUri(secret, (await openPerson(this.vault, account)).email) };
    });
  }

  /**
   * Takes the authenticator that was begun into use. This session has then shown a second factor; her other
   * sessions end. Gives new recovery codes.
   */
  @NotesRefusals('confirmTotp')
  async confirm(viewer: Viewer, client: Client, code: string): Promise<string[]> {
    const accountId = await this.own(viewer);
    const tried = await this.throttle.enter(client, 'code', accountId, accountId);
    const codes = await this.database.transaction(async (tx) => {
      const begun = await this.secretOf(tx, accountId, false);
      if (!begun) throw new InvalidStateError(refusal('accounts.beginEnrolment'));
      const step = totpStep(await this.open(begun), code, new Date());
      if (step === null) throw new InvalidCredentialsError();
      await tx.query('DELETE FROM account_totp WHERE account_id = $1 AND confirmed', [accountId]);
      await tx.query('UPDATE account_totp SET confirmed = true, last_step = $2 WHERE id = $1', [
        begun.id,
        step,
      ]);
      await tx.query('UPDATE session SET second_factor = true WHERE id = $1', [viewer.sessionId]);
      await endSessions(tx, accountId, viewer.sessionId);
      const fresh = await this.replaceCodes(tx, accountId);
      await recordAudit(tx, viewer, [totpRecord('account.enrol-totp', accountId)]);
      return fresh;
    });
    await this.throttle.forgive(tried);
    return codes;
  }

  /** New recovery codes instead of the old ones, for a code of the authenticator. */
  @NotesRefusals('renewRecoveryCodes')
  async renewCodes(viewer: Viewer, client: Client, code: string): Promise<string[]> {
    const accountId = await this.own(viewer);
    const tried = await this.throttle.enter(client, 'code', accountId, accountId);
    const codes = await this.database.transaction(async (tx) => {
      if (!(await this.useTotp(tx, accountId, code))) throw new InvalidCredentialsError();
      const fresh = await this.replaceCodes(tx, accountId);
      await recordAudit(tx, viewer, [totpRecord('account.renew-recovery-codes', accountId)]);
      return fresh;
    });
    await this.throttle.forgive(tried);
    return codes;
  }

  /**
   * Takes the authenticator and the recovery codes from somebody who has lost both. Her sessions end, and
   * after her password she enrols another; she is told, in case it was not she who asked.
   *
   * @throws NotFoundError, InvalidStateError where she has none, or for one's own
   */
  async remove(viewer: Viewer, accountId: string): Promise<void> {
    authorise(viewer, 'remove-second-factor', { kind: 'account', userId: accountId });
    if (accountId === viewer.userId) {
      throw new InvalidStateError(refusal('accounts.enrolAnother'));
    }
    await this.database.transaction(async (tx) => {
      const account = await tx.manager.findOneBy(AccountEntity, { id: accountId });
      if (!account) throw new NotFoundError('account');
      if (!(await this.isEnrolled(tx, accountId))) {
        throw new InvalidStateError(refusal('accounts.noAuthenticator'));
      }
      await tx.query('DELETE FROM account_totp WHERE account_id = $1', [accountId]);
      await tx.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
      await endSessions(tx, accountId);
      await this.links.withdraw(tx, accountId, ['second-factor']);
      await this.mails.sendNotice(tx, account, 'second-factor-removed');
      await recordAudit(tx, viewer, [totpRecord('account.remove-totp', accountId)]);
    });
  }

  /** Whether an authenticator is in use. */
  async isEnrolled(reader: Reader, accountId: string): Promise<boolean> {
    const rows = await reader.query(
      'SELECT FROM account_totp WHERE account_id = $1 AND confirmed',
      [accountId],
    );
    return rows.length > 0;
  }

  /**
   * Uses up a code of the authenticator or a recovery code, in the transaction of what it is shown for.
   * Gives what the audit log is to say of it.
   *
   * @throws InvalidCredentialsError for one that is wrong or was used before
   */
  async use(tx: Transaction, accountId: string, code: string): Promise<ChangeRecord[]> {
    if (await this.useTotp(tx, accountId, code)) return [];
    const used = await tx.query(
      'DELETE FROM recovery_code WHERE account_id = $1 AND hash = $2 RETURNING account_id',
      [accountId, this.hashOf(accountId, code)],
    );
    if (used.length === 0) throw new InvalidCredentialsError(accountId);
    return [totpRecord('account.use-recovery-code', accountId)];
  }

  /** A code works once: neither it nor any before it is taken again. */
  private async useTotp(tx: Transaction, accountId: string, code: string): Promise<boolean> {
    const row = await this.secretOf(tx, accountId, true);
    const step = row && totpStep(await this.open(row), code, new Date());
    if (!row || step === null) return false;
    const used = await tx.query(
      `UPDATE account_totp SET last_step = $2
       WHERE id = $1 AND (last_step IS NULL OR last_step < $2) RETURNING id`,
      [row.id, step],
    );
    return used.length > 0;
  }

  private async replaceCodes(tx: Transaction, accountId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await tx.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
    await tx.query('INSERT INTO recovery_code (account_id, hash) SELECT $1, unnest($2::bytea[])', [
      accountId,
      codes.map((code) => this.hashOf(accountId, code)),
    ]);
    return codes;
  }

  private async secretOf(
    tx: Transaction,
    accountId: string,
    confirmed: boolean,
  ): Promise<SecretRow | null> {
    const [row] = await tx.query<SecretRow>(
      `SELECT id, key_id AS "keyId", sealed FROM account_totp
       WHERE account_id = $1 AND confirmed = $2 FOR UPDATE`,
      [accountId, confirmed],
    );
    return row ?? null;
  }

  private async open({ id, keyId, sealed }: SecretRow): Promise<string> {
    return this.vault.open({ keyId, bytes: sealed }, totpPlace(id));
  }

  /** Keyed, for a code is short enough to be found from a plain hash. */
  private hashOf(accountId: string, code: string): Buffer {
    return this.vault.index(`recovery-code:${accountId}:${plainRecoveryCode(code)}`);
  }

  private async own(viewer: Viewer): Promise<string> {
    authorise(viewer, 'secure', { kind: 'account', userId: viewer.userId });
    return viewer.userId ?? '';
  }
}

function totpRecord(action: string, id: string): ChangeRecord {
  return changeRecord(action, 'account', { id }, { id });
}
