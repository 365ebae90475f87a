import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import {
  AuditExportError,
  authorise,
  may,
  ownMediatorId,
  recordAudit,
  type Viewer,
} from '#identity';
import { dayOf, type InputProblem, InvalidInputError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { foldText } from '#vocabulary';
import { ContactRepository } from '../contact/contact-repository.js';
import { lockMediator } from '../mediator/lock-mediator.js';
import { herRecords } from '../mediator/read-models.js';
import { PersonalDataParts } from '../personal-data/personal-data-parts.js';
import { ErasedKeys, isKeptOut, type KeptOut } from '../erased/erased-keys.js';
import { removeMediator } from './remove-mediator.js';

/**
 * Erases a woman everywhere, in one transaction. What stays is her opaque id, in the list of the erased and
 * in the log, and keyed hashes of her numbers, names and addresses in networks' lists, so that no list brings her back.
 */
@Injectable()
export class ErasureService {
  private readonly keys: ErasedKeys;
  private readonly contacts: ContactRepository;

  constructor(
    private readonly database: Database,
    vault: Vault,
    private readonly held: PersonalDataParts,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {
    this.keys = new ErasedKeys(vault);
    this.contacts = new ContactRepository(vault);
  }

  /**
   * She erases herself, and repeats her display name so that it is no slip. Case, accents, spaces and letters
   * that writers exchange make no difference, as in the search.
   *
   * @throws NotPermittedError, InvalidInputError
   */
  async eraseMyself(viewer: Viewer, confirmation: string): Promise<void> {
    const mediatorId = ownMediatorId(viewer);
    await this.database.transaction(async (tx) => {
      await lockMediator(tx, viewer, mediatorId, () =>
        may(viewer, 'erase', { kind: 'own-data', mediatorId }),
      );
      const [held] = await tx.query<{ name: string }>(
        'SELECT display_name AS name FROM mediator WHERE id = $1',
        [mediatorId],
      );
      if (!isSameName(confirmation, held?.name ?? '')) {
        throw new InvalidInputError([NOT_CONFIRMED]);
      }
      await this.remove(tx, viewer, mediatorId);
    });
  }

  /** Whom the operator is about to erase. @throws NotPermittedError, NotFoundError */
  async whom(viewer: Viewer, mediatorId: string): Promise<WomanToErase> {
    authorise(viewer, 'erase-at-her-request', { kind: 'own-data', mediatorId });
    const [found] = await this.database.query<WomanToErase>(WHOM, [mediatorId]);
    if (!found) throw new NotFoundError('mediator');
    return found;
  }

  /** The operator erases her at her request. @throws NotPermittedError, NotFoundError */
  async erase(viewer: Viewer, mediatorId: string): Promise<void> {
    authorise(viewer, 'erase-at-her-request', { kind: 'own-data', mediatorId });
    await this.database.transaction(async (tx) => {
      // Whose record was merged into another is erased with that one: it is the same woman.
      const [found] = await tx.query<{ id: string }>(
        `SELECT id FROM mediator WHERE id = (SELECT coalesce(merged_into, id) FROM mediator WHERE id = $1) FOR UPDATE`,
        [mediatorId],
      );
      if (!found) throw new NotFoundError('mediator');
      await this.remove(tx, viewer, found.id);
    });
  }

  /**
   * A network lists a woman anew after her erasure, because she agreed again: her number may be imported. Or it lists
   * another woman who shares her mailbox: the address may be, and her number stays kept out.
   *
   * @throws NotPermittedError; NotFoundError where no erased woman had that number or address.
   */
  async readmit(viewer: Viewer, networkId: string, numberOrAddress: string): Promise<void> {
    authorise(viewer, 'readmit', { kind: 'profile', mediatorId: null, networkIds: [networkId] });
    await this.database.transaction(async (tx) => {
      if (!(await this.keys.lift(tx, networkId, numberOrAddress)))
        throw new NotFoundError('number');
      const entry = { action: 'profile.readmit', subjectKind: 'network', subjectId: networkId };
      await recordAudit(tx, viewer, [{ ...entry, beforeHash: null, afterHash: null }]);
    });
  }

  /**
   * What keeps women out of networks' lists who were erased in the last so many days, for a replay after a restore: keyed hashes
   * of which nobody without the master keys can try guesses.
   */
  async keptOut(days: number): Promise<KeptOut[]> {
    return this.keys.since(this.database, days);
  }

  /**
   * Keeps out again what such a list names.
   *
   * @throws NotPermittedError, AuditExportError where it is no such list
   */
  async keepOutAgain(viewer: Viewer, listed: readonly unknown[]): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    if (!listed.every(isKeptOut))
      throw new AuditExportError('The export is damaged: whom it keeps out cannot be read.');
    if (listed.length === 0) return;
    await this.database.transaction(async (tx) => {
      await this.keys.keepAgain(tx, listed);
      const entry = { action: 'erased-keys.keep', subjectKind: 'erased-keys', subjectId: null };
      await recordAudit(tx, viewer, [{ ...entry, beforeHash: null, afterHash: null }]);
    });
  }

  private async remove(tx: Transaction, viewer: Viewer, mediatorId: string): Promise<void> {
    await this.keys.keep(tx, this.contacts, mediatorId, dayOf(this.now()));
    // Of each record of hers: where a backup is restored that is older than their merge, each is erased again.
    const records = await herRecords(tx, mediatorId);
    await removeMediator(tx, this.held, mediatorId);
    const entry = { action: 'profile.erase', subjectKind: 'mediator' };
    await recordAudit(
      tx,
      viewer,
      records.map((subjectId) => ({ ...entry, subjectId, beforeHash: null, afterHash: null })),
    );
  }
}

/** Enough to tell whether it is she, and no more. */
export interface WomanToErase {
  readonly id: string;
  /** As the public may see her: a pseudonymous woman by her code name. */
  readonly name: string;
  /** Where networks list her, those of records that were merged into hers too. */
  readonly listings: readonly { readonly network: string; readonly number: string }[];
}

const WHOM = `SELECT m.id, CASE WHEN m.pseudonymous THEN m.code_name ELSE m.display_name END AS name,
  (SELECT coalesce(json_agg(json_build_object('network', n.slug, 'number', a.external_id) ORDER BY n.slug, a.external_id), '[]')
   FROM affiliation a JOIN network n ON n.id = a.network_id JOIN mediator r ON r.id = a.mediator_id
   WHERE m.id IN (r.id, r.merged_into)) AS listings
FROM mediator m WHERE m.id = (SELECT coalesce(merged_into, id) FROM mediator WHERE id = $1)`;

function isSameName(written: string, name: string): boolean {
  const folded = foldText(name);
  // A name may be of letters that fold to nothing: then it must be repeated as it stands.
  return folded === '' ? written.trim() === name.trim() : foldText(written) === folded;
}

const NOT_CONFIRMED: InputProblem = {
  path: 'confirmation',
  code: 'CONTRADICTION',
  message: refusal('erasure.repeatName'),
};
