import { isOneOf } from '#database';
import { DataKeyEntity } from '#vault';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import {
  DUE_BEFORE,
  LINE_CODES,
  LINE_OWNERS,
  type DueBefore,
  type LineCode,
  type LineOwner,
} from './kinds.js';
import { LINE_STATES, type LineState } from './line-steps.js';

/** One thing that must be clear before she begins. It holds no document and nothing medical but whether she is fit. */
@Entity('clearance_line')
@Unique('clearance_line_once', ['deploymentId', 'kind'])
@Check('clearance_line_kind_known', isOneOf('kind', LINE_CODES))
@Check('clearance_line_owner_known', isOneOf('owner', LINE_OWNERS))
@Check('clearance_line_due_known', isOneOf('due_before', DUE_BEFORE))
@Check('clearance_line_state_known', isOneOf('state', LINE_STATES))
@Check('clearance_line_sealed_whole', '(key_id IS NULL) = (sealed IS NULL)')
@Check('clearance_line_two_persons', 'seconded_by <> proposed_by')
@Check(
  'clearance_line_waived_whole',
  `state <> 'waived' OR (proposed_by IS NOT NULL AND seconded_by IS NOT NULL)`,
)
@Check('clearance_line_fitness', `fit IS NULL OR kind = 'medical-fitness'`)
export class ClearanceLineEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clearance_line_pkey' })
  id!: string;

  @ForeignKey('DeploymentEntity', { name: 'clearance_line_deployment', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'deployment_id' })
  deploymentId!: string;

  @Column('text')
  kind!: LineCode;

  @Column('text')
  owner!: LineOwner;

  @Column('text', { name: 'due_before' })
  dueBefore!: DueBefore;

  @Column('text', { default: 'todo' })
  state!: LineState;

  /** Opaque name of who changed it last, and the day. */
  @Column('text', { name: 'handled_by', nullable: true })
  handledBy!: string | null;

  @Column('date', { name: 'handled_on', nullable: true })
  handledOn!: string | null;

  /** The last day on which it counts; null if it has none. */
  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: string | null;

  /** Whether she is fit to go, and nothing more. */
  @Column('boolean', { nullable: true })
  fit!: boolean | null;

  /** Opaque names of the two of the desk who waive it. */
  @Column('text', { name: 'proposed_by', nullable: true })
  proposedBy!: string | null;

  @Column('text', { name: 'seconded_by', nullable: true })
  secondedBy!: string | null;

  /** When she agreed to the waiver. */
  @Column('timestamptz', { name: 'agreed_at', nullable: true })
  agreedAt!: Date | null;

  @Column('smallint', { name: 'key_id', nullable: true })
  keyId!: number | null;

  @ManyToOne(() => DataKeyEntity)
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'clearance_line_data_key' })
  key!: Relation<DataKeyEntity> | null;

  /** `LineWords` as JSON. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;
}
