import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { lockedNeed, NEED_STEPS, ownNeed } from '#engagement';
import { changeRecord, recordAudit, type Viewer } from '#identity';
import { ConflictError, dayOf, type InputProblem, InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import { openJson, sealJson, Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { SHOWN_STEPS } from '../ask/shown.js';
import { sealedPlace } from '../sealed-tables.js';
import { changedTerms } from './changed-terms.js';
import { checkedTerms, missingTerms } from './check-terms.js';
import { TermsFollowers } from './terms-followers.js';
import { TermsVersionEntity } from './terms-version.entity.js';
import type { Terms } from './terms.js';

/** Edits of the terms while one request is open. */
const MOST_EDITS = 5;

/** Terms of one revision. */
export interface TermsVersion {
  readonly revision: number;
  readonly terms: Terms;
  readonly savedAt: Date;
}

/** The terms of a need as its organization sees them. */
export interface TermsView extends TermsVersion {
  readonly needId: string;
  /** What they still need before anyone can be asked by them. */
  readonly missing: readonly InputProblem[];
}

/** Terms of reference of needs: what organizers offer and ask, in revisions. */
@Injectable()
export class TermsService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly followers: TermsFollowers,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** The terms in force of a need of the viewer's organization; null if none were saved. @throws NotFoundError */
  async ofNeed(viewer: Viewer, needId: string): Promise<TermsView | null> {
    await ownNeed(this.database, viewer, needId, 'read-all');
    const version = await this.inForce(this.database, needId);
    return version && this.toView(needId, version);
  }

  /**
   * Puts the terms of a need in force, in place of those before. They may be incomplete. If they say something else than those before,
   * everyone who has been asked by them is asked anew.
   *
   * @param revision the one that the viewer saw; null if there was none
   * @throws NotFoundError, ConflictError, InvalidInputError; InvalidStateError if the need is over, or if the terms were
   * edited five times while the same request was open
   */
  async save(
    viewer: Viewer,
    needId: string,
    revision: number | null,
    draft: Terms,
  ): Promise<TermsView> {
    return this.database.transaction(async (tx) => {
      const need = await lockedNeed(tx, viewer, needId, 'edit');
      NEED_STEPS.take('edit', need.state);
      const before = await this.inForce(tx, needId);
      if ((before?.revision ?? null) !== revision) {
        throw new ConflictError(refusal('terms.changed'));
      }
      const terms = checkedTerms(draft);
      if (before && changedTerms(before.terms, terms).length === 0) {
        return this.toView(needId, before);
      }
      await this.checkEdits(tx, needId);
      const id = uuidv7();
      const next: TermsVersion = { revision: (revision ?? 0) + 1, terms, savedAt: this.now() };
      await tx.manager.insert(TermsVersionEntity, {
        id,
        needId,
        revision: next.revision,
        ...(await sealJson(tx, this.vault, terms, sealedPlace('terms_version', id))),
        createdBy: viewer.name,
        createdAt: next.savedAt,
      });
      const audit = await this.followers.termsChanged(tx, needId, next.revision);
      await recordAudit(tx, viewer, [
        ...audit,
        changeRecord('terms.save', 'terms', before && { id: needId, ...before }, {
          id: needId,
          ...next,
        }),
      ]);
      return this.toView(needId, next);
    });
  }

  /**
   * Each edit asks whoever was asked anew. What counts is what the organizer is shown: whether a woman has declined in
   * silence makes no difference here.
   */
  private async checkEdits(tx: Transaction, needId: string): Promise<void> {
    const [row] = await tx.query<{ edits: number }>(
      `SELECT count(*)::int AS edits FROM terms_version WHERE need_id = $1 AND created_at > (
         SELECT min(s.requested_at) FROM introduction_shown s
         WHERE s.need_id = $1 AND s.state = ANY($2) AND s.due_at > $3)`,
      [needId, SHOWN_STEPS.transition('reask').from, this.now()],
    );
    if ((row?.edits ?? 0) >= MOST_EDITS) {
      throw new InvalidStateError(refusal('terms.tooManyEdits', { most: MOST_EDITS }));
    }
  }

  /** The terms in force of a need, for whoever has been found to be one who may read them; null if none were saved. */
  async inForce(
    reader: Pick<Transaction, 'manager'>,
    needId: string,
  ): Promise<TermsVersion | null> {
    const found = await reader.manager.find(TermsVersionEntity, {
      where: { needId },
      order: { revision: 'DESC' },
      take: 1,
    });
    const [version] = await Promise.all(found.map((each) => this.open(each)));
    return version ?? null;
  }

  /** The terms of one revision, such as the one that she accepted. @throws EntityNotFoundError if there is none */
  async ofRevision(
    reader: Pick<Transaction, 'manager'>,
    needId: string,
    revision: number,
  ): Promise<TermsVersion> {
    const where = { needId, revision };
    return this.open(await reader.manager.findOneByOrFail(TermsVersionEntity, where));
  }

  /** Terms of these revisions, by need and by revision. */
  async ofRevisions(
    reader: Pick<Transaction, 'manager'>,
    wanted: readonly { readonly needId: string; readonly revision: number }[],
  ): Promise<Map<string, Map<number, TermsVersion>>> {
    const found =
      wanted.length === 0
        ? []
        : await reader.manager.findBy(
            TermsVersionEntity,
            wanted.map(({ needId, revision }) => ({ needId, revision })),
          );
    const read = new Map<string, Map<number, TermsVersion>>();
    for (const row of found) {
      const ofNeed = read.get(row.needId) ?? new Map<number, TermsVersion>();
      read.set(row.needId, ofNeed.set(row.revision, await this.open(row)));
    }
    return read;
  }

  private async open({
    id,
    keyId,
    sealed,
    revision,
    createdAt,
  }: TermsVersionEntity): Promise<TermsVersion> {
    const place = sealedPlace('terms_version', id);
    const terms = await openJson<Terms>(this.vault, { keyId, sealed }, place);
    return { revision, terms, savedAt: createdAt };
  }

  private toView(needId: string, version: TermsVersion): TermsView {
    return { needId, ...version, missing: missingTerms(version.terms, dayOf(this.now())) };
  }
}
