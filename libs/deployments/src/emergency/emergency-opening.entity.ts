import { DataKeyEntity } from '#vault';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';

/** That one of the desk wants to read whom to call in an emergency, and that another has agreed. */
@Entity('emergency_opening')
@Check('emergency_opening_two_persons', 'approved_by <> asked_by')
@Check('emergency_opening_approved_whole', '(approved_by IS NULL) = (approved_at IS NULL)')
@Check('emergency_opening_told_after', 'told_at IS NULL OR approved_at IS NOT NULL')
@Index('emergency_opening_of_deployment', ['deploymentId', 'id'])
export class EmergencyOpeningEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'emergency_opening_pkey' })
  id!: string;

  @ForeignKey('DeploymentEntity', { name: 'emergency_opening_deployment', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'deployment_id' })
  deploymentId!: string;

  /** Opaque names of the two. */
  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('text', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt!: Date | null;

  /** When one of the two read it last. */
  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;

  /** When she was told of it: after she has checked in again. */
  @Column('timestamptz', { name: 'told_at', nullable: true })
  toldAt!: Date | null;

  /** When it ended: nobody approved it in time, or she checked in again. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'emergency_opening_data_key' })
  key!: Relation<DataKeyEntity>;

  /** Why, in the words of who asked; she reads it. */
  @Column('bytea')
  sealed!: Buffer;
}
