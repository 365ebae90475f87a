import { Database } from '#database';
import { authorise, type Viewer } from '#identity';
import { NotFoundError } from '#kernel';
import { Injectable } from '@nestjs/common';
import {
  And,
  In,
  LessThan,
  LessThanOrEqual,
  MoreThanOrEqual,
  type FindOperator,
  type FindOptionsWhere,
} from 'typeorm';
import { sharedWith, Standings } from '../access/standing.js';
import { NETWORK_CODE } from '../actor/lists.js';
import type { ActorName } from '../actor/views.js';
import { CommitmentEntity } from '../commitment/commitment.entity.js';
import { CommitmentService, type CommitmentView } from '../commitment/commitment.service.js';
import { OWED_STATES } from '../commitment/commitment-steps.js';
import { MeetingEntity } from '../meeting/meeting.entity.js';
import { MeetingReader, type MeetingView } from '../meeting/meeting-reader.js';
import type { Sharing } from '../records/lists.js';
import { ReportEntity } from '../report/report.entity.js';
import { ReportReader } from '../report/report-reader.js';
import { FROZEN_STATES } from '../report/report-steps.js';
import type { ReadReport } from '../report/views.js';

/** The form of the sheet of a member for a meeting. */
const SHEET = 'f7-network-meeting';
const MOST_COMMITMENTS = 1_000;

/** The papers for a meeting: the same for each of its participants. */
export interface MeetingPack {
  readonly meeting: MeetingView;
  /** The one before it, of the same network; null if none is known. */
  readonly previous: MeetingView | null;
  /** With whom everything in it is shared at least. */
  readonly sharing: Sharing;
  /** Open ones of the participants, and those that were made at the meeting before. */
  readonly commitments: readonly CommitmentView[];
  /** How many more commitments there are: those that are due last. */
  readonly leftOut: number;
  /** The last sheet that each participant has submitted, in the order of their codes. */
  readonly sheets: readonly ReadReport[];
  /** Participants of which no sheet is shared. */
  readonly withoutSheet: readonly ActorName[];
  /** The day on which it was put together. */
  readonly preparedOn: string;
}

interface Shared {
  actorId: string;
  sharing: Sharing;
}

/**
 * Puts the papers for a meeting together. They hold what every participant may read, and nothing more: what is shared with the
 * network where all of them are its members, else what is public. Somebody else reads the part of it that is shared with her.
 */
@Injectable()
export class MeetingPackService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly meetings: MeetingReader,
    private readonly commitments: CommitmentService,
    private readonly reports: ReportReader,
  ) {}

  /** @param code of the meeting. @throws NotFoundError */
  async pack(viewer: Viewer, code: string): Promise<MeetingPack> {
    authorise(viewer, 'read', { kind: 'wps-actor' });
    const { manager } = this.database;
    const entity = await manager.findOneBy(MeetingEntity, { code });
    if (!entity) throw new NotFoundError('meeting');
    const before = await manager.findOne(MeetingEntity, {
      where: { groupingId: entity.groupingId, until: LessThan(entity.from) },
      order: { until: 'DESC', id: 'DESC' },
    });
    const [meeting, previous = null] = await this.meetings.views([
      entity,
      ...(before ? [before] : []),
    ]);
    const present = [...meeting!.hosts, ...meeting!.participants].toSorted(byCode);
    const sharing = await this.commonSharing(present);
    const standing = await this.standings.of(viewer);
    const common: readonly Sharing[] = sharing === 'network' ? ['network', 'public'] : ['public'];
    const shared = <E extends Shared>() =>
      sharedWith<E>(
        standing,
        present.map(({ id }) => id),
      ).map((each) => ({
        ...each,
        sharing: And(each.sharing as FindOperator<Sharing>, In([...common])),
      })) as FindOptionsWhere<E>[];
    const sheets = await this.sheets(viewer, shared<ReportEntity>(), entity.until);
    const having = new Set(sheets.map(({ view }) => view.actor.id));
    const made = await this.made(shared<CommitmentEntity>(), before?.id ?? null);
    return {
      meeting: meeting!,
      previous,
      sharing,
      ...made,
      sheets,
      withoutSheet: present.filter(({ id }) => !having.has(id)),
      preparedOn: this.standings.today(),
    };
  }

  /** How far something must be shared to be read by all who are there. */
  private async commonSharing(present: readonly ActorName[]): Promise<Sharing> {
    const today = this.standings.today();
    const [{ outside } = { outside: true }] = await this.database.query<{ outside: boolean }>(
      `SELECT EXISTS (SELECT FROM unnest($1::uuid[]) AS one(id) WHERE NOT EXISTS (
         SELECT FROM wps_membership m JOIN wps_actor g ON g.id = m.grouping_id
         WHERE m.actor_id = one.id AND g.code = $2
           AND coalesce(m.from_day <= $3, true) AND coalesce(m.until_day >= $3, true))) AS outside`,
      [present.map(({ id }) => id), NETWORK_CODE, today],
    );
    return outside ? 'public' : 'network';
  }

  /** As many as can be printed, those that are due first. */
  private async made(
    shared: readonly FindOptionsWhere<CommitmentEntity>[],
    meetingId: string | null,
  ): Promise<Pick<MeetingPack, 'commitments' | 'leftOut'>> {
    const which: FindOptionsWhere<CommitmentEntity>[] = [
      { state: In([...OWED_STATES]) },
      ...(meetingId === null ? [] : [{ meetingId }]),
    ];
    const [found, count] = await this.database.manager.findAndCount(CommitmentEntity, {
      where: shared.flatMap((each) => which.map((one) => ({ ...each, ...one }))),
      order: { due: { direction: 'ASC', nulls: 'LAST' }, id: 'ASC' },
      take: MOST_COMMITMENTS,
    });
    const views = await this.commitments.views(found);
    return {
      commitments: views.toSorted((a, b) => byCode(a.actor, b.actor)),
      leftOut: count - found.length,
    };
  }

  private async sheets(
    viewer: Viewer,
    shared: readonly FindOptionsWhere<ReportEntity>[],
    until: string,
  ): Promise<ReadReport[]> {
    const found = await this.database.manager.find(ReportEntity, {
      where: shared.map((each) => ({
        ...each,
        state: In([...FROZEN_STATES]),
        form: { code: SHEET },
        until: And(MoreThanOrEqual(yearBefore(until)), LessThanOrEqual(until)),
      })),
      order: { until: 'DESC', id: 'DESC' },
    });
    const last = new Map<string, string>();
    for (const { id, actorId } of found) if (!last.has(actorId)) last.set(actorId, id);
    const sheets: ReadReport[] = [];
    for (const id of last.values()) sheets.push(await this.reports.read(viewer, id));
    return sheets.toSorted((a, b) => byCode(a.view.actor, b.view.actor));
  }
}

/** A sheet for a meeting twice a year is not older than that. */
function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace('-02-29', '-02-28');
}

function byCode({ code: a }: { readonly code: string }, { code: b }: { readonly code: string }) {
  return a < b ? -1 : Number(a > b);
}
