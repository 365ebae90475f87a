import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { DataKeyEntity } from '#vault';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { CORRECTION_STATES, type CorrectionState } from './correction-steps.js';

/** What she asks to be put right, and what became of it. Her words and the answer are sealed: they may hold anything. */
@Entity('correction')
@Check('correction_state_known', isOneOf('state', CORRECTION_STATES))
@Check(
  'correction_handled_whole',
  `(state = 'open') = (handled_at IS NULL) AND (handled_at IS NULL) = (handled_by IS NULL) AND (handled_at IS NULL) = (answer IS NULL)`,
)
@Index('correction_of_mediator', ['mediatorId'])
@Index('correction_open', ['requestedAt'], { where: `state = 'open'` })
export class CorrectionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'correction_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'correction_mediator' })
  mediator!: Relation<MediatorEntity>;

  /** The field it is about, where it is about one. */
  @Column('text', { nullable: true })
  field!: string | null;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'correction_data_key' })
  key!: DataKeyEntity;

  @Column('bytea')
  request!: Buffer;

  @Column('bytea', { nullable: true })
  answer!: Buffer | null;

  @Column('text', { default: 'open' })
  state!: CorrectionState;

  @Column('timestamptz', { name: 'requested_at', default: () => 'now()' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'handled_at', nullable: true })
  handledAt!: Date | null;

  /** Opaque name of the actor. */
  @Column('text', { name: 'handled_by', nullable: true })
  handledBy!: string | null;
}
