import { isOneOf } from '#database';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import {
  CHECK_IN_CHANNELS,
  CHECK_IN_STATES,
  type CheckInChannel,
  type CheckInState,
} from './lists.js';

/** A moment at which she says that all is well. */
@Entity('check_in')
@Unique('check_in_once', ['deploymentId', 'dueAt'])
@Check('check_in_state_known', isOneOf('state', CHECK_IN_STATES))
@Check('check_in_channel_known', isOneOf('channel', CHECK_IN_CHANNELS))
@Check(
  'check_in_made_whole',
  `(made_at IS NULL) = (channel IS NULL) AND (state <> 'made' OR made_at IS NOT NULL)
    AND (state <> 'due' OR made_at IS NULL)`,
)
@Index('check_in_open', ['deploymentId'], { unique: true, where: `state = 'due'` })
export class CheckInEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'check_in_pkey' })
  id!: string;

  @ForeignKey('DeploymentEntity', { name: 'check_in_deployment', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'deployment_id' })
  deploymentId!: string;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  /** From when on it is missed: the due time and her grace. */
  @Column('timestamptz', { name: 'missed_at' })
  missedAt!: Date;

  /** When she was asked for it by mail. */
  @Column('timestamptz', { name: 'asked_at', nullable: true })
  askedAt!: Date | null;

  @Column('text', { default: 'due' })
  state!: CheckInState;

  /** When her word came, also after it was missed. */
  @Column('timestamptz', { name: 'made_at', nullable: true })
  madeAt!: Date | null;

  @Column('text', { nullable: true })
  channel!: CheckInChannel | null;

  /** She asks the desk to call her. */
  @Column('boolean', { name: 'wants_call', default: false })
  wantsCall!: boolean;

  /** Opaque name of who wrote it down. */
  @Column('text', { name: 'noted_by', nullable: true })
  notedBy!: string | null;
}
