import { Injectable } from '@nestjs/common';
import { Database, listPage, type Transaction } from '#database';
import { holdMediators, SELECT_KEPT_NAMES } from '#directory';
import {
  ConflictError,
  InvalidStateError,
  type ListPage,
  type ListResult,
  NotFoundError,
  textProblems,
  throwIfProblems,
} from '#kernel';
import { refusal } from '#messages';
import {
  authorise,
  changeRecord,
  hidden,
  may,
  recordAudit,
  type ActionOn,
  type ChangeRecord,
  type Viewer,
} from '#identity';
import { Vault } from '#vault';
import { IsNull, type FindOptionsWhere } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { ExposureLedger } from '../exposure/ledger.js';
import { NeedPreparation } from '../match/prepare-need.js';
import { lockedNeed } from '../need/locked-need.js';
import { NeedEntity } from '../need/need.entity.js';
import { NEED_STEPS } from '../need/need-steps.js';
import { needSubject, ownSubject } from '../need-subject.js';
import { ownNeeds, readsAllNeeds } from '../need/own-needs.js';
import { type NeedView, toNeedView } from '../need/need-view.js';
import { requestOf } from '../need/need-request.js';
import { findNeed, NEED_RELATIONS, type OwnedNeed, withOwners } from '../need/owned-need.js';
import { issueBriefing, type BriefingFormat } from './issue-briefing.js';
import { freezeChoices, MOST_ENTRIES, type Choice, type FrozenChoice } from './freeze-choices.js';
import { lockedShortlist } from './locked-shortlist.js';
import { notePlace, sealNote } from './notes.js';
import { ShortlistEntryEntity } from './shortlist-entry.entity.js';
import { ShortlistEntity } from './shortlist.entity.js';
import { ShortlistReader } from './shortlist-reader.js';
import { SHORTLIST_STEPS, type ShortlistStep } from './shortlist-steps.js';
import type { ShortlistView } from './shortlist-view.js';

const LONGEST_TITLE = 200;

/** Women chosen from the ranking of a need. */
@Injectable()
export class ShortlistService {
  constructor(
    private readonly database: Database,
    private readonly preparation: NeedPreparation,
    private readonly ledger: ExposureLedger,
    private readonly reader: ShortlistReader,
    private readonly vault: Vault,
  ) {}

  /**
   * Those of a need, or of all needs of the viewer's organization, in order of their making.
   *
   * @throws NotFoundError where the need is not the viewer's; NotPermittedError
   */
  async list(
    viewer: Viewer,
    needId: string | null,
    page: ListPage,
  ): Promise<ListResult<ShortlistView>> {
    const where = needId === null ? await this.ofOwn(viewer) : await this.ofNeed(viewer, needId);
    const repository = this.database.manager.getRepository(ShortlistEntity);
    const result = await listPage(repository, 'id', { where }, page);
    return { ...result, items: await this.reader.views(this.database, viewer, result.items) };
  }

  private async ofNeed(viewer: Viewer, needId: string): Promise<FindOptionsWhere<ShortlistEntity>> {
    const need = await findNeed(this.database, { id: needId, ...ownNeeds(viewer) });
    if (!need || !may(viewer, 'read-all', needSubject(need))) throw hidden(viewer, 'need');
    return { needId };
  }

  private async ofOwn(viewer: Viewer): Promise<FindOptionsWhere<ShortlistEntity>> {
    const own = await ownSubject(this.database, viewer);
    authorise(viewer, 'read-all', own);
    return { need: { organizationId: own.organizationId ?? IsNull() } };
  }

  /** One of them. @throws NotFoundError */
  async one(viewer: Viewer, id: string): Promise<ShortlistView> {
    const { need: _, ...found } = await this.known(viewer, id, 'read-all');
    const [view] = await this.reader.views(this.database, viewer, [found]);
    if (!view) throw new NotFoundError('shortlist');
    return view;
  }

  /** One with its need, for a briefing that leaves Baraza, which the audit log is told. @throws NotFoundError, CopyRecalledError */
  async brief(
    viewer: Viewer,
    id: string,
    format: BriefingFormat,
  ): Promise<{ list: ShortlistView; need: NeedView }> {
    const { need, ...found } = await this.known(viewer, id, 'read-all');
    const [list] = await this.reader.views(this.database, viewer, [found]);
    if (!list) throw new NotFoundError('shortlist');
    await this.database.transaction((tx) => issueBriefing(tx, viewer, list, format));
    return { list, need: toNeedView(need) };
  }

  /** The shortlist on which an entry stands, closed or not. @throws NotFoundError */
  async ofEntry(viewer: Viewer, entryId: string): Promise<ShortlistView> {
    const [row] = await this.database.query<{ id: string }>(
      `SELECT s.id FROM (SELECT id, shortlist_id FROM shortlist_entry
                         UNION ALL SELECT id, shortlist_id FROM shortlist_gone) e
       JOIN shortlist s ON s.id = e.shortlist_id JOIN need n ON n.id = s.need_id
       WHERE e.id = $1 AND ($2 OR n.organization_id = $3)`,
      [entryId, readsAllNeeds(viewer), viewer.organizationId],
    );
    // Without an entry no shortlist is asked for: as many steps as for one that is hidden.
    return this.one(viewer, row?.id ?? entryId);
  }

  /** Begins one for a need that is open. @throws NotFoundError, InvalidInputError, InvalidStateError */
  async create(viewer: Viewer, needId: string, title: string): Promise<ShortlistView> {
    const id = uuidv7();
    await this.database.transaction(async (tx) => {
      const need = await lockedNeed(tx, viewer, needId, NEED_STEPS.action('shortlist'));
      throwIfProblems(textProblems('title', title, LONGEST_TITLE, true));
      const state = NEED_STEPS.take('shortlist', need.state);
      const made = { id, needId, title: title.trim(), createdBy: viewer.name };
      await tx.manager.insert(ShortlistEntity, made);
      const audit: ChangeRecord[] = [changeRecord('shortlist.create', 'shortlist', null, made)];
      if (state !== need.state) {
        const revision = need.revision + 1;
        await tx.manager.update(
          NeedEntity,
          { id: needId },
          { state, revision, updatedAt: () => 'now()' },
        );
        const before = toNeedView(need);
        const after = { ...before, state, revision };
        audit.push(changeRecord(NEED_STEPS.audit('shortlist'), 'need', before, after));
      }
      await recordAudit(tx, viewer, audit);
    });
    return this.one(viewer, id);
  }

  /**
   * Puts women on it, with what the ranking says of each now: that is kept whatever changes later.
   *
   * @param revision the one that the organizer saw
   * @throws NotFoundError, ConflictError, InvalidStateError, InvalidInputError
   */
  async add(
    viewer: Viewer,
    id: string,
    revision: number,
    choices: readonly Choice[],
  ): Promise<ShortlistView> {
    const list = await this.known(viewer, id, 'shortlist');
    const requested = requestOf(toNeedView(list.need));
    const frozen = await freezeChoices(this.preparation, viewer, requested, choices);
    await this.step(viewer, id, revision, 'add', async (tx) => {
      const publicIds = await mustFit(tx, id, choices);
      const publicIdOf = (key: string) => publicIds.get(key) ?? '';
      const audit: ChangeRecord[] = [];
      for (const each of frozen) {
        const publicId = publicIdOf(each.choice.mediatorId);
        audit.push(await this.insert(tx, viewer, { shortlistId: id, publicId }, each));
      }
      await this.ledger.record(
        tx,
        list.needId,
        'shortlisted',
        frozen.map(({ choice: { mediatorId }, rank }) => ({
          mediatorId,
          publicId: publicIdOf(mediatorId),
          rank,
        })),
      );
      return audit;
    });
    return this.one(viewer, id);
  }

  /** Takes a woman off it. @throws as `add` */
  async remove(
    viewer: Viewer,
    id: string,
    revision: number,
    entryId: string,
  ): Promise<ShortlistView> {
    await this.step(viewer, id, revision, 'remove', async (tx, list) => {
      const [{ entries } = { entries: [] }] = await this.reader.views(tx, viewer, [list]);
      if (entries.some((entry) => entry.id === entryId && entry.filled)) {
        throw new InvalidStateError(refusal('shortlists.engagedStays'));
      }
      const [gone] = await tx.query<{ mediatorId: string }>(
        `DELETE FROM shortlist_entry WHERE id = $1 AND shortlist_id = $2 RETURNING mediator_id AS "mediatorId"`,
        [entryId, id],
      );
      if (!gone) return [await removeGone(tx, id, entryId)];
      const before = { id: gone.mediatorId, entryId, shortlistId: id };
      return [changeRecord('shortlist.remove', 'mediator', before, null)];
    });
    return this.one(viewer, id);
  }

  /** Says that it went to whoever decides: nobody is put on it or taken off from now on. @throws as `add` */
  async send(viewer: Viewer, id: string, revision: number): Promise<ShortlistView> {
    await this.step(viewer, id, revision, 'send', async (tx, list) => {
      if ((await countEntries(tx, id)) === 0)
        throw new InvalidStateError(refusal('shortlists.empty'));
      await tx.query('UPDATE shortlist SET sent_at = now() WHERE id = $1', [id]);
      return [changed('send', list)];
    });
    return this.one(viewer, id);
  }

  /** Ends it: feedback stands as it is. @throws as `add` */
  async close(viewer: Viewer, id: string, revision: number): Promise<ShortlistView> {
    await this.step(viewer, id, revision, 'close', async (_tx, list) => {
      return [changed('close', list)];
    });
    return this.one(viewer, id);
  }

  private async insert(
    tx: Transaction,
    viewer: Viewer,
    place: { readonly shortlistId: string; readonly publicId: string },
    { choice, ...frozen }: FrozenChoice,
  ): Promise<ChangeRecord> {
    const { mediatorId, note } = choice;
    const entryId = uuidv7();
    const entry = { ...frozen, ...place, mediatorId, addedBy: viewer.name };
    const sealed = await sealNote(this.vault, tx, note, notePlace('shortlist_entry', entryId));
    await tx.manager.insert(ShortlistEntryEntity, { ...entry, ...sealed, id: entryId });
    return changeRecord('shortlist.add', 'mediator', null, { ...entry, entryId, id: mediatorId });
  }

  /** One step of a shortlist, in one transaction with what it changes and what the log is told. */
  private async step(
    viewer: Viewer,
    id: string,
    revision: number,
    step: ShortlistStep,
    change: (tx: Transaction, list: ShortlistEntity) => Promise<readonly ChangeRecord[]>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { action } = SHORTLIST_STEPS.transition(step);
      const list = await lockedShortlist(tx, viewer, id, action);
      const state = SHORTLIST_STEPS.take(step, list.state);
      if (list.revision !== revision) {
        throw new ConflictError(refusal('shortlists.changed'));
      }
      const audit = await change(tx, list);
      await tx.query(
        `UPDATE shortlist SET state = $2, revision = revision + 1,
           closed_at = CASE WHEN $2 = 'closed' THEN now() END WHERE id = $1`,
        [id, state],
      );
      await recordAudit(tx, viewer, audit);
    });
  }

  /** The shortlist with its need. @throws NotFoundError */
  private async known(
    viewer: Viewer,
    id: string,
    action: ActionOn<'need'>,
  ): Promise<ShortlistEntity & { readonly need: OwnedNeed }> {
    const found = await this.database.manager.findOne(ShortlistEntity, {
      where: { id, need: ownNeeds(viewer) },
      relations: { need: NEED_RELATIONS },
    });
    const [need] = await withOwners(this.database, found ? [found.need] : []);
    if (!found || !need || !may(viewer, action, needSubject(need))) {
      throw hidden(viewer, 'shortlist');
    }
    return Object.assign(found, { need });
  }
}

function changed(
  step: 'send' | 'close',
  { id, needId, title, state, revision }: ShortlistEntity,
): ChangeRecord {
  const before = { id, needId, title, state, revision };
  const after = { ...before, state: SHORTLIST_STEPS.next(step, state) };
  return changeRecord(SHORTLIST_STEPS.audit(step), 'shortlist', before, after);
}

/**
 * Returns what the chosen are called now, by key; it does not change until the transaction ends.
 *
 * @throws NotFoundError, ConflictError, InvalidStateError
 */
async function mustFit(
  tx: Transaction,
  id: string,
  choices: readonly Choice[],
): Promise<Map<string, string>> {
  const keys = choices.map(({ mediatorId }) => mediatorId);
  const there = await holdMediators(tx, keys);
  const publicIds = new Map(there.map((woman) => [woman.id, woman.publicId]));
  // Whoever became pseudonymous since she was chosen is not the woman who was chosen.
  const areSame = choices.every(
    ({ mediatorId, publicId }) =>
      publicIds.get(mediatorId) === (publicId ?? publicIds.get(mediatorId)),
  );
  if (there.length < keys.length || !areSame) throw new NotFoundError('woman');
  const present = await tx.query(
    `SELECT FROM shortlist_entry e
       JOIN (${SELECT_KEPT_NAMES}) m ON m.id = e.mediator_id AND m.public_id = e.public_id
     WHERE e.shortlist_id = $1 AND m.kept_id = ANY($2)`,
    [id, keys],
  );
  if (present.length > 0) throw new ConflictError(refusal('shortlists.onItAlready'));
  if ((await countEntries(tx, id)) + keys.length > MOST_ENTRIES) {
    throw new InvalidStateError(refusal('shortlists.mostEntries', { most: MOST_ENTRIES }));
  }
  return publicIds;
}

/** Takes off what stayed of a woman who was erased. @throws NotFoundError */
async function removeGone(
  tx: Transaction,
  shortlistId: string,
  entryId: string,
): Promise<ChangeRecord> {
  const [gone] = await tx.query<{ id: string }>(
    'DELETE FROM shortlist_gone WHERE id = $1 AND shortlist_id = $2 RETURNING id',
    [entryId, shortlistId],
  );
  if (!gone) throw new NotFoundError('entry');
  return changeRecord('shortlist.remove', 'shortlist-entry', { id: entryId, shortlistId }, null);
}

async function countEntries(tx: Transaction, id: string): Promise<number> {
  const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
    `SELECT (SELECT count(*) FROM shortlist_entry WHERE shortlist_id = $1)::int
       + (SELECT count(*) FROM shortlist_gone WHERE shortlist_id = $1)::int AS count`,
    [id],
  );
  return count;
}
