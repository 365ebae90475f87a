import { Database, listPage } from '#database';
import { authorise, recordAudit, type Viewer } from '#identity';
import { ConflictError, type ListPage, type ListResult, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ownedBy } from '../access/editing.js';
import { Standings } from '../access/standing.js';
import { idsByCode } from '../network/actor-keeper.js';
import { Checks } from '../records/checks.js';
import type { MeetingKind } from './lists.js';
import {
  checkMeeting,
  isShort,
  namedIn,
  writeMeeting,
  type MeetingDraft,
} from './meeting-draft.js';
import { MeetingReader, type MeetingView } from './meeting-reader.js';
import { MeetingEntity } from './meeting.entity.js';

/** The organization of a viewer, if its actor leads the grouping on a day. */
const LEADS = `
SELECT a.organization_id AS "organizationId" FROM wps_office_term t
JOIN wps_actor a ON a.id = t.actor_id JOIN wps_actor g ON g.id = t.grouping_id
WHERE g.code = $1 AND a.organization_id = $2 AND t.role IN ('chair', 'co-chair', 'secretariat')
  AND coalesce(t.from_day <= $3, true) AND coalesce(t.until_day >= $3, true) LIMIT 1`;

/** Meetings of networks: public facts, each with its source. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly reader: MeetingReader,
  ) {}

  /** In the order of their codes. */
  async list(
    viewer: Viewer,
    kinds: readonly MeetingKind[] | null,
    page: ListPage,
  ): Promise<ListResult<MeetingView>> {
    authorise(viewer, 'read', { kind: 'wps-actor' });
    const where = kinds ? { kind: In([...kinds]) } : {};
    const repository = this.database.manager.getRepository(MeetingEntity);
    const result = await listPage(repository, 'code', { where }, page);
    return { ...result, items: await this.reader.views(result.items) };
  }

  /** @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<MeetingView> {
    authorise(viewer, 'read', { kind: 'wps-actor' });
    const found = await this.database.manager.findOneBy(MeetingEntity, { id });
    if (!found) throw new NotFoundError('meeting');
    const [view] = await this.reader.views([found]);
    return view!;
  }

  /**
   * Writes a meeting down, or changes one, with everyone who was there. For whoever keeps the actors, and for people of
   * an actor that chairs the grouping or is its secretariat today.
   *
   * @param revision the one that the editor saw; null for a meeting that is new
   * @throws NotPermittedError, ConflictError, InvalidInputError
   */
  async save(viewer: Viewer, revision: number | null, draft: MeetingDraft): Promise<MeetingView> {
    const id = await this.database.transaction(async (tx) => {
      const [office] = await tx.query<{ organizationId: string }>(LEADS, [
        draft.grouping,
        viewer.organizationId,
        this.standings.today(),
      ]);
      const owner = await ownedBy(tx, office?.organizationId ?? null);
      authorise(viewer, 'keep', { kind: 'wps-meeting', ...owner });
      const held = await tx.manager.findOne(MeetingEntity, {
        where: { code: draft.code },
        lock: { mode: 'pessimistic_write' },
      });
      // A meeting stays with those who meet: else whoever leads one grouping could take over meetings of another.
      const [before] = held ? await this.reader.views([held], tx.manager) : [];
      if (
        (held?.revision ?? null) !== revision ||
        (before && before.grouping.code !== draft.grouping)
      ) {
        throw new ConflictError(refusal('wps.meetingChanged'));
      }
      const checks = new Checks();
      if (!isShort(draft, checks)) checks.done();
      const actors = await idsByCode(tx, namedIn(draft));
      checkMeeting(draft, checks, (code) => actors.get(code)?.kind ?? null);
      checks.done();
      const written = await writeMeeting(tx, held, draft, actors);
      await recordAudit(tx, viewer, [written.record]);
      return written.id;
    });
    return this.byId(viewer, id);
  }
}
