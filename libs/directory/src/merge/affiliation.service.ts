import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import { dayOf, NotFoundError } from '#kernel';
import { Vault } from '#vault';
import { derive } from '../assertion/derived-profile.js';
import { mergeAssertions } from '../assertion/merge-assertions.js';
import { networkIdsOf, sourcesIn, type Sourced } from '../assertion/sources-of.js';
import { NO_CONTACT } from '../contact/contact.js';
import { ContactRepository } from '../contact/contact-repository.js';
import { writeDerived } from '../assertion/write-derived.js';
import { changesBetween, recordChanges, recordSteps, stepRow } from '../curation/history.js';
import { lockedRecord } from '../curation/locked-record.js';
import { profilesChanged } from '../pseudonym/follow-pseudonyms.js';

/** Memberships of networks. */
@Injectable()
export class AffiliationService {
  private readonly contacts: ContactRepository;

  constructor(
    private readonly database: Database,
    vault: Vault,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {
    this.contacts = new ContactRepository(vault);
  }

  /**
   * A network no longer lists her: it takes its own words and leaves everyone else's. Whom no network
   * lists any more is withdrawn.
   *
   * @throws NotFoundError, NotPermittedError
   */
  async end(viewer: Viewer, networkId: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const record = await lockedRecord(tx, viewer, id, 'end-affiliation');
      if (!networkIdsOf(record).includes(networkId)) throw new NotFoundError('membership');
      const own = { kind: 'profile', mediatorId: record.id, networkIds: [networkId] } as const;
      authorise(viewer, 'end-affiliation', own);
      await this.leave(tx, viewer, record, networkId);
    });
  }

  private async leave(
    tx: Transaction,
    viewer: Viewer,
    record: Sourced,
    networkId: string,
  ): Promise<void> {
    const { id, revision } = record;
    const ending = record.memberships.filter((one) => one.networkId === networkId);
    const left = record.memberships.filter((one) => one.networkId !== networkId);
    const state = left.length === 0 ? 'withdrawn' : record.state;
    const sources = sourcesIn({ own: record.own, memberships: left });
    await tx.query(
      `UPDATE affiliation SET status = 'ended', until = greatest(since, $2::date), asserted = NULL, asserted_at = NULL,
         asserted_digest = NULL WHERE id = ANY($1::uuid[])`,
      [ending.map(({ affiliationId }) => affiliationId), dayOf(this.now())],
    );
    await this.contacts.inCuratorContext(tx, viewer, networkId, (open) =>
      open.state(new Map(ending.map(({ mediatorId }) => [mediatorId, NO_CONTACT]))),
    );
    const derived = derive({ id, isNew: false, state }, sources);
    await writeDerived(tx, [derived], `profile.end-affiliation:${networkId}`);
    const of = { mediatorId: id, revision: revision + 1, source: networkId, by: viewer.name };
    await recordChanges(
      tx,
      ending.flatMap(({ statement }) => changesBetween(statement, {}, of)),
    );
    await recordSteps(tx, [
      stepRow({
        mediatorId: id,
        step: 'end-affiliation',
        before: record.state,
        after: state,
        by: viewer.name,
        networkId,
      }),
    ]);
    await profilesChanged(tx, [id]);
    const was = { id, ...mergeAssertions(sourcesIn(record)).profile };
    const is = { id, ...derived.profile };
    await recordAudit(tx, viewer, [changeRecord('profile.end-affiliation', 'mediator', was, is)]);
  }
}
