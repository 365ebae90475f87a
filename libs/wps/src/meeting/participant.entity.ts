import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That an actor was at a meeting. Which person came for it is not kept. */
@Entity('wps_meeting_participant')
@Index('wps_meeting_participant_of_actor', ['actorId'])
export class MeetingParticipantEntity {
  @ForeignKey('MeetingEntity', { name: 'wps_meeting_participant_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', {
    name: 'meeting_id',
    primaryKeyConstraintName: 'wps_meeting_participant_pkey',
  })
  meetingId!: string;

  @ForeignKey('ActorEntity', { name: 'wps_meeting_participant_actor' })
  @PrimaryColumn('uuid', {
    name: 'actor_id',
    primaryKeyConstraintName: 'wps_meeting_participant_pkey',
  })
  actorId!: string;

  /** It gave the house. */
  @Column('boolean', { default: false })
  host!: boolean;
}
