import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ActorReader } from '../network/actor-reader.js';
import type { ActorName } from '../actor/views.js';
import type { MeetingDraft } from './meeting-draft.js';
import type { MeetingEntity } from './meeting.entity.js';
import { MeetingParticipantEntity } from './participant.entity.js';

export interface MeetingView extends Omit<MeetingDraft, 'grouping' | 'hosts' | 'participants'> {
  readonly id: string;
  readonly grouping: ActorName;
  readonly hosts: readonly ActorName[];
  readonly participants: readonly ActorName[];
  readonly revision: number;
}

/** Reads who was at meetings, for many at once. */
@Injectable()
export class MeetingReader {
  constructor(
    private readonly database: Database,
    private readonly actors: ActorReader,
  ) {}

  async views(
    meetings: readonly MeetingEntity[],
    manager: EntityManager = this.database.manager,
  ): Promise<MeetingView[]> {
    const present = await manager.findBy(MeetingParticipantEntity, {
      meetingId: In(meetings.map(({ id }) => id)),
    });
    const ids = [
      ...meetings.map(({ groupingId }) => groupingId),
      ...present.map(({ actorId }) => actorId),
    ];
    const names = await this.actors.names(ids, manager);
    return meetings.map(({ groupingId, ...meeting }) => {
      const there = (host: boolean) =>
        present
          .filter((one) => one.meetingId === meeting.id && one.host === host)
          .map(({ actorId }) => names.get(actorId)!)
          .toSorted((a, b) => (a.code < b.code ? -1 : 1));
      return {
        ...meeting,
        grouping: names.get(groupingId)!,
        hosts: there(true),
        participants: there(false),
      };
    });
  }
}

/** What is written of a meeting, as a draft of the next change. */
export function toMeetingDraft(view: MeetingView): MeetingDraft {
  const { id: _id, revision: _revision, grouping, hosts, participants, ...columns } = view;
  const codes = (names: readonly ActorName[]) => names.map(({ code }) => code);
  return {
    ...columns,
    grouping: grouping.code,
    hosts: codes(hosts),
    participants: codes(participants),
  };
}
