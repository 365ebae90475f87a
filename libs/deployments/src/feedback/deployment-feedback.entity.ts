import { isOneOf } from '#database';
import { DataKeyEntity } from '#vault';
import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { DeploymentEntity } from '../deployment/deployment.entity.js';
import { FEEDBACK_SIDES, type FeedbackSide } from './feedback-lists.js';

/** What one side of a deployment said of the other, sealed whole: a rating says as much as a text. */
@Entity('deployment_feedback')
@Unique('deployment_feedback_once', ['deploymentId', 'side'])
@Check('deployment_feedback_side_known', isOneOf('side', FEEDBACK_SIDES))
export class DeploymentFeedbackEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deployment_feedback_pkey' })
  id!: string;

  @Column('uuid', { name: 'deployment_id' })
  deploymentId!: string;

  @ManyToOne(() => DeploymentEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'deployment_id', foreignKeyConstraintName: 'deployment_feedback_deployment' })
  deployment!: Relation<DeploymentEntity>;

  /** Who said it. */
  @Column('text')
  side!: FeedbackSide;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'deployment_feedback_data_key' })
  key!: Relation<DataKeyEntity>;

  /** `FeedbackDraft` as JSON. */
  @Column('bytea')
  sealed!: Buffer;

  /** Opaque name of the actor. */
  @Column('text', { name: 'given_by' })
  givenBy!: string;

  /** When it was given the first time. */
  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;

  /** The first day of the quarter in whose figures it was counted; null while it was not. */
  @Column('date', { name: 'counted_in', nullable: true })
  countedIn!: string | null;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
