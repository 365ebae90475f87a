import { isOneOf } from '#database';
import { DataKeyEntity } from '#vault';
import { LOCALES, type Locale } from '#vocabulary';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { MembershipCallEntity } from '../call/membership-call.entity.js';
import {
  APPLICATION_STATES,
  DECLINE_REASONS,
  type ApplicationState,
  type DeclineReason,
} from './application-steps.js';

/** What a woman wrote who asks a network to list her, sealed. */
@Entity('membership_application')
@Unique('membership_application_token_unique', ['tokenHash'])
@Check('membership_application_state_known', isOneOf('state', APPLICATION_STATES))
@Check('membership_application_locale_known', isOneOf('locale', LOCALES))
@Check('membership_application_reason_known', isOneOf('reason', DECLINE_REASONS))
@Check('membership_application_confirmed_whole', `(state = 'unconfirmed') = (confirmed_at IS NULL)`)
@Check(
  'membership_application_answered_whole',
  `(state IN ('unconfirmed', 'submitted')) = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
    AND (state = 'declined') = (reason IS NOT NULL)`,
)
@Check('membership_application_sealed_whole', '(key_id IS NULL) = (sealed IS NULL)')
@Index('membership_application_of_address', ['callId', 'emailIndex'])
@Index('membership_application_once', ['callId', 'emailIndex'], {
  unique: true,
  where: `state IN ('submitted', 'accepted')`,
})
@Index('membership_application_of_mediator', ['mediatorId'])
export class MembershipApplicationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_application_pkey' })
  id!: string;

  @Column('uuid', { name: 'call_id' })
  callId!: string;

  @ManyToOne(() => MembershipCallEntity, { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'membership_application_call' })
  call!: Relation<MembershipCallEntity>;

  @Column('text', { default: 'unconfirmed' })
  state!: ApplicationState;

  /** In which she read the page, and in which she is answered. */
  @Column('text')
  locale!: Locale;

  /** Of the link that was mailed to her. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  /** Blind index of her e-mail address; null once she has withdrawn. */
  @Column('bytea', { name: 'email_index', nullable: true })
  emailIndex!: Buffer | null;

  @Column('smallint', { name: 'key_id', nullable: true })
  keyId!: number | null;

  @ManyToOne(() => DataKeyEntity)
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'membership_application_key' })
  key!: Relation<DataKeyEntity> | null;

  /** `ApplicationContents` as JSON; null once she has withdrawn. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

  @Column('text', { nullable: true })
  reason!: DeclineReason | null;

  /** Whom it made, once it is accepted. */
  @ForeignKey('MediatorEntity', { name: 'membership_application_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id', nullable: true })
  mediatorId!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  /** When it was answered or withdrawn. */
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  /** Opaque name of the actor. */
  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  /** Grows with every step. */
  @Column('integer', { default: 1 })
  revision!: number;
}
