import { areAllOf, isOneOf } from '#database';
import { URGENCIES, type Urgency } from '#engagement';
import { DataKeyEntity } from '#vault';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { INTRODUCTION_STATES, type IntroductionState } from '../ask/introduction-steps.js';
import { type Reminder, REMINDERS } from '../ask/moves.js';
import { IntroductionShownEntity } from './introduction-shown.entity.js';

/** An ask as her network and she know it. It goes with her; the organizer's side of the same id stays. */
@Entity('introduction')
@Check('introduction_state_known', isOneOf('state', INTRODUCTION_STATES))
@Check('introduction_urgency_known', isOneOf('urgency', URGENCIES))
@Check('introduction_reminded_known', areAllOf('reminded', REMINDERS))
@Check('introduction_forwarded_whole', '(forwarded_at IS NULL) = (answer_due_at IS NULL)')
@Check(
  'introduction_connected_by_both',
  `state NOT IN ('connected', 'engaged', 'not-engaged') OR (accepted_at IS NOT NULL AND confirmed_at IS NOT NULL
    AND connected_at IS NOT NULL AND accepted_terms_revision IS NOT NULL)`,
)
@Check(
  'introduction_end_whole',
  `(ended_at IS NOT NULL) =
    (state IN ('declined', 'expired', 'refused', 'withdrawn', 'lapsed', 'stood-down', 'engaged', 'not-engaged'))`,
)
@Check('introduction_open_wakes', '(ended_at IS NULL) = (wake_at IS NOT NULL)')
@Check('introduction_sealed_whole', '(key_id IS NULL) = (sealed IS NULL)')
@Index('introduction_of_need', ['needId'])
@Index('introduction_of_entry', ['entryId'])
@Index('introduction_of_mediator', ['mediatorId', 'id'])
@Index('introduction_of_network', ['networkId', 'id'])
@Index('introduction_wakes', ['wakeAt'], { where: 'wake_at IS NOT NULL' })
export class IntroductionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'introduction_pkey' })
  id!: string;

  @OneToOne(() => IntroductionShownEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'id', foreignKeyConstraintName: 'introduction_shown_side' })
  shown!: Relation<IntroductionShownEntity>;

  @ForeignKey('NeedEntity', { name: 'introduction_need', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'need_id' })
  needId!: string;

  /** The entry of the shortlist from which she was asked; null once that is gone. */
  @ForeignKey('ShortlistEntryEntity', { name: 'introduction_entry', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'entry_id', nullable: true })
  entryId!: string | null;

  @ForeignKey('MediatorEntity', { name: 'introduction_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  /** What she was called when she was asked for: when she is called so no longer, the ask ends. */
  @Column('uuid', { name: 'public_id' })
  publicId!: string;

  /** The network whose desk acts for her; null where none lists her. */
  @ForeignKey('NetworkEntity', { name: 'introduction_network' })
  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  @Column('text', { default: 'requested' })
  state!: IntroductionState;

  /** Of the need when she was asked for. */
  @Column('text')
  urgency!: Urgency;

  /** Grows with every step on this side. */
  @Column('integer', { default: 1 })
  revision!: number;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  /** When the desk is reminded, when its time is over, and when the request expires. */
  @Column('timestamptz', { name: 'desk_remind_at' })
  deskRemindAt!: Date;

  @Column('timestamptz', { name: 'desk_due_at' })
  deskDueAt!: Date;

  @Column('timestamptz', { name: 'desk_ends_at' })
  deskEndsAt!: Date;

  /** When she was asked, the last time. */
  @Column('timestamptz', { name: 'forwarded_at', nullable: true })
  forwardedAt!: Date | null;

  /** When the desk forwarded for the first time: it is not moved by an edit of the terms. */
  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Date | null;

  @Column('timestamptz', { name: 'answer_due_at', nullable: true })
  answerDueAt!: Date | null;

  /** Since when a question of hers waits. */
  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt!: Date | null;

  @Column('boolean', { default: false })
  questioned!: boolean;

  /** Revision of the terms by which she is asked, and the one that she accepted. */
  @Column('integer', { name: 'terms_revision' })
  termsRevision!: number;

  @Column('integer', { name: 'accepted_terms_revision', nullable: true })
  acceptedTermsRevision!: number | null;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  /** When her declaration was settled. */
  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  @Column('timestamptz', { name: 'connected_at', nullable: true })
  connectedAt!: Date | null;

  /** Whether she stays behind the relay. */
  @Column('boolean', { default: false })
  relay!: boolean;

  /** When she took back what she had released. */
  @Column('timestamptz', { name: 'taken_back_at', nullable: true })
  takenBackAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** When what waits for the organizer or for her release is over. */
  @Column('timestamptz', { name: 'lapses_at', nullable: true })
  lapsesAt!: Date | null;

  @Column('text', { array: true, default: [] })
  reminded!: Reminder[];

  /** When the job has something to do next; null once it has ended. */
  @Column('timestamptz', { name: 'wake_at', nullable: true })
  wakeAt!: Date | null;

  @Column('smallint', { name: 'key_id', nullable: true })
  keyId!: number | null;

  @ManyToOne(() => DataKeyEntity)
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'introduction_data_key' })
  key!: Relation<DataKeyEntity> | null;

  /** `IntroductionWords` as JSON. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;
}
