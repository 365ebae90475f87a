import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import type { BeforeMerge } from './before-merge.js';
import { MediatorEntity } from '../mediator/mediator.entity.js';

/** That two records were found to be of one woman, and what is needed to part them again. */
@Entity('profile_merge')
@Index('profile_merge_of', ['keptId'])
@Index('profile_merge_in_force', ['otherId'], { unique: true, where: 'undone_at IS NULL' })
export class ProfileMergeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'profile_merge_pkey' })
  id!: string;

  @Column('uuid', { name: 'kept_id' })
  keptId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'kept_id', foreignKeyConstraintName: 'profile_merge_kept' })
  kept!: Relation<MediatorEntity>;

  @Column('uuid', { name: 'other_id' })
  otherId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'other_id', foreignKeyConstraintName: 'profile_merge_other' })
  other!: Relation<MediatorEntity>;

  /** References and statements, no contact data. */
  @Column('jsonb')
  before!: BeforeMerge;

  @Column('text', { name: 'merged_by' })
  mergedBy!: string;

  @Column('timestamptz', { name: 'merged_at', default: () => 'now()' })
  mergedAt!: Date;

  @Column('text', { name: 'undone_by', nullable: true })
  undoneBy!: string | null;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt!: Date | null;
}
