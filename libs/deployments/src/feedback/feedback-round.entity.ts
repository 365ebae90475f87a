import { Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { DeploymentEntity } from '../deployment/deployment.entity.js';

/** The time for feedback after the end of a deployment: from when it is asked for until it is released. */
@Entity('feedback_round')
@Index('feedback_round_wake', ['wakeAt'], { where: 'wake_at IS NOT NULL' })
export class FeedbackRoundEntity {
  @PrimaryColumn('uuid', { name: 'deployment_id', primaryKeyConstraintName: 'feedback_round_pkey' })
  deploymentId!: string;

  @OneToOne(() => DeploymentEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'deployment_id', foreignKeyConstraintName: 'feedback_round_deployment' })
  deployment!: Relation<DeploymentEntity>;

  /** When both sides were asked; null if one spoke before. */
  @Column('timestamptz', { name: 'asked_at', nullable: true })
  askedAt!: Date | null;

  @Column('timestamptz', { name: 'closes_at' })
  closesAt!: Date;

  /** When both sides may read what was said; null before. */
  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;

  /** When the job has something to do next; null once the time is over. */
  @Column('timestamptz', { name: 'wake_at', nullable: true })
  wakeAt!: Date | null;
}
