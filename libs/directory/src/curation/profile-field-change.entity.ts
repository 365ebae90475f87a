import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import type { SourceKey } from '../assertion/merge-assertions.js';
import type { StatedField } from '../fields/stated.js';
import { MediatorEntity } from '../mediator/mediator.entity.js';

/** That a source said something else of her than before. */
@Entity('profile_field_change')
@Index('profile_field_change_of', ['mediatorId', 'id'])
export class ProfileFieldChangeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'profile_field_change_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'profile_field_change_mediator' })
  mediator!: Relation<MediatorEntity>;

  /** The profile's revision that the change made. */
  @Column('integer')
  revision!: number;

  @Column('text')
  field!: StatedField;

  /** Null where the source had said nothing. */
  @Column('jsonb', { nullable: true })
  before!: unknown;

  /** Null where the source says nothing any more. */
  @Column('jsonb', { nullable: true })
  after!: unknown;

  @Column('text')
  source!: SourceKey;

  /** As the audit log names her. */
  @Column('text', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt!: Date;
}
