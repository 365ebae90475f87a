import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MediatorEntity } from './mediator.entity.js';

/** That a profile changed, when, and by whose word. */
@Entity('profile_revision')
export class ProfileRevisionEntity {
  @PrimaryColumn('uuid', { name: 'mediator_id', primaryKeyConstraintName: 'profile_revision_pkey' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'profile_revision_mediator' })
  mediator!: Relation<MediatorEntity>;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'profile_revision_pkey' })
  revision!: number;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;

  /** What made the change, such as `import:acacia-network`. */
  @Column('text')
  source!: string;
}
