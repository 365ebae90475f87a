import { Injectable } from '@nestjs/common';
import { Database, listPage, type Transaction } from '#database';
import {
  changeRecord,
  hidden,
  may,
  notPermitted,
  organizationFacts,
  readingOrganization,
  recordAudit,
  type Viewer,
} from '#identity';
import {
  ConflictError,
  type InputProblem,
  InvalidStateError,
  type ListPage,
  type ListResult,
  NotFoundError,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import { type FindOptionsWhere, IsNull, Raw } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { ownSubject } from '../need-subject.js';
import { readsAllNeeds } from '../need/own-needs.js';
import { type NeedView, toNeedView } from '../need/need-view.js';
import { NEED_RELATIONS, withOwners } from '../need/owned-need.js';
import { NOT_WITHHELD } from '../need/withheld.js';
import { issueBriefing, type BriefingFormat } from './issue-briefing.js';
import { lockedShortlist } from './locked-shortlist.js';
import { ShortlistReader } from './shortlist-reader.js';
import { ShortlistShareEntity } from './shortlist-share.entity.js';
import type { ShortlistView } from './shortlist-view.js';

/** Who is to read a shortlist: one person, or all who read for an organization. */
export interface ShareReader {
  readonly kind: 'account' | 'organization';
  readonly id: string;
}

/** A shortlist of somebody else as it is shown to a reader: as she may see the women on it herself. */
export interface SharedShortlistView {
  /** Of the share. */
  readonly id: string;
  readonly sharedAt: Date;
  readonly list: ShortlistView;
  readonly need: NeedView;
}

const RELATIONS = { shortlist: { need: NEED_RELATIONS } } as const;

/** Shortlists that one organization shows to people of another, or to one of its own. */
@Injectable()
export class ShareService {
  constructor(
    private readonly database: Database,
    private readonly reader: ShortlistReader,
  ) {}

  /**
   * Shows a shortlist to a reader, until it is taken back. She must read for an organization that is verified.
   *
   * @throws NotFoundError, InvalidInputError, ConflictError
   */
  async share(viewer: Viewer, shortlistId: string, reader: ShareReader): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockedShortlist(tx, viewer, shortlistId, 'share');
      const made = { ...(await readerOf(tx, reader)), shortlistId };
      const same = { ...made, accountId: made.accountId ?? IsNull(), takenBackAt: IsNull() };
      if (await tx.manager.existsBy(ShortlistShareEntity, same)) {
        throw new ConflictError(refusal('shortlists.sharedAlready'));
      }
      const share = { ...made, id: uuidv7(), sharedBy: viewer.name };
      await tx.manager.insert(ShortlistShareEntity, share);
      const after = { ...share, id: shortlistId, shareId: share.id };
      await recordAudit(tx, viewer, [changeRecord('shortlist.share', 'shortlist', null, after)]);
    });
  }

  /** Shows it to this reader no longer. Returns the id of the shortlist. @throws NotFoundError */
  async takeBack(viewer: Viewer, id: string): Promise<string> {
    return this.database.transaction(async (tx) => {
      const [share] = await tx.query<{ shortlistId: string }>(
        `SELECT sh.shortlist_id AS "shortlistId" FROM shortlist_share sh
           JOIN shortlist s ON s.id = sh.shortlist_id JOIN need n ON n.id = s.need_id
         WHERE sh.id = $1 AND ($2 OR n.organization_id = $3)`,
        [id, readsAllNeeds(viewer), viewer.organizationId],
      );
      // Without a share no shortlist is asked for: as many steps as for one that is hidden.
      const shortlistId = share?.shortlistId ?? id;
      await lockedShortlist(tx, viewer, shortlistId, 'share', 'share');
      const { affected } = await tx.manager.update(
        ShortlistShareEntity,
        { id, takenBackAt: IsNull() },
        { takenBackAt: () => 'now()', takenBackBy: viewer.name },
      );
      if (affected === 0) throw new NotFoundError('share');
      const before = { id: shortlistId, shareId: id };
      await recordAudit(tx, viewer, [
        changeRecord('shortlist.take-back', 'shortlist', before, null),
      ]);
      return shortlistId;
    });
  }

  /**
   * Shows a shortlist to no reader any longer, as on a database that was restored, where it is not known who read it still.
   *
   * @throws NotFoundError, InvalidStateError where nobody reads it
   */
  async takeBackAll(viewer: Viewer, shortlistId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockedShortlist(tx, viewer, shortlistId, 'share');
      const shares = await tx.query<{ id: string }>(
        `UPDATE shortlist_share SET taken_back_at = now(), taken_back_by = $2
         WHERE shortlist_id = $1 AND taken_back_at IS NULL RETURNING id`,
        [shortlistId, viewer.name],
      );
      if (shares.length === 0) throw new InvalidStateError(refusal('shortlists.sharedWithNobody'));
      await recordAudit(
        tx,
        viewer,
        shares.map(({ id }) =>
          changeRecord('shortlist.take-back', 'shortlist', { id: shortlistId, shareId: id }, null),
        ),
      );
    });
  }

  /** What is shared with the viewer, in the order in which it was. @throws NotPermittedError */
  async list(viewer: Viewer, page: ListPage): Promise<ListResult<SharedShortlistView>> {
    const where = await this.sharedWith(viewer);
    if (!where) throw notPermitted(viewer);
    const repository = this.database.manager.getRepository(ShortlistShareEntity);
    const result = await listPage(repository, 'id', { where, relations: RELATIONS }, page);
    return { ...result, items: await this.views(viewer, result.items) };
  }

  /** One of them, by the id of the share. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<SharedShortlistView> {
    const where = await this.sharedWith(viewer);
    const found =
      where &&
      (await this.database.manager.findOne(ShortlistShareEntity, {
        where: { ...where, id },
        relations: RELATIONS,
      }));
    const [view] = await this.views(viewer, found ? [found] : []);
    if (!view) throw hidden(viewer, 'sharedShortlist');
    return view;
  }

  /** The same for a briefing that leaves Baraza, which the audit log is told. @throws NotFoundError, CopyRecalledError */
  async brief(viewer: Viewer, id: string, format: BriefingFormat): Promise<SharedShortlistView> {
    const view = await this.byId(viewer, id);
    await this.database.transaction((tx) => issueBriefing(tx, viewer, view.list, format));
    return view;
  }

  /** What keeps a query to what is shared with the viewer; null where nothing can be. Nothing is read of what is others'. */
  private async sharedWith(viewer: Viewer): Promise<FindOptionsWhere<ShortlistShareEntity> | null> {
    const { organizationId, verified } = await ownSubject(this.database, viewer);
    const { userId } = viewer;
    const isReader = may(viewer, 'read', { kind: 'share', organizationId, verified, userId });
    if (!isReader || organizationId === null || userId === null) return null;
    return {
      organizationId,
      accountId: Raw((column) => `(${column} IS NULL OR ${column} = :userId)`, { userId }),
      takenBackAt: IsNull(),
      shortlist: { need: NOT_WITHHELD },
    };
  }

  private async views(
    viewer: Viewer,
    shares: readonly ShortlistShareEntity[],
  ): Promise<SharedShortlistView[]> {
    const lists = shares.map(({ shortlist: { need: _need, ...list } }) => list);
    const views = await this.reader.views(this.database, viewer, lists);
    const needs = await withOwners(
      this.database,
      shares.map(({ shortlist }) => shortlist.need),
    );
    return shares.flatMap(({ id, sharedAt }, i) => {
      const [list, need] = [views[i], needs[i]];
      return list && need ? [{ id, sharedAt, list, need: toNeedView(need) }] : [];
    });
  }
}

/** The reader as the share keeps her. @throws InvalidInputError alike for who is not there and who may not read */
async function readerOf(
  tx: Transaction,
  { kind, id }: ShareReader,
): Promise<{ organizationId: string; accountId: string | null }> {
  const organizationId = kind === 'account' ? await readingOrganization(tx, id) : id;
  const facts = await organizationFacts(tx, [organizationId ?? id], true);
  const isVerified = organizationId !== null && facts.get(organizationId)?.state === 'verified';
  throwIfProblems(isVerified ? [] : [NO_READER]);
  return { organizationId: organizationId ?? id, accountId: kind === 'account' ? id : null };
}

const NO_READER: InputProblem = {
  path: 'readerId',
  code: 'UNKNOWN',
  message: refusal('shortlists.noReader'),
};
