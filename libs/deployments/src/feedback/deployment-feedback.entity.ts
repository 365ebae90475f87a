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
import { FEEDBACK_SIDES } from './feedback-lists.js';
import { SaidBySide } from './said-by-side.js';

/**
 * What one side of a deployment said of the other: `FeedbackDraft` as JSON, for a rating says as much as a text. It is as
 * old as when it was given the first time.
 */
@Entity('deployment_feedback')
@Unique('deployment_feedback_once', ['deploymentId', 'side'])
@Check('deployment_feedback_side_known', isOneOf('side', FEEDBACK_SIDES))
export class DeploymentFeedbackEntity extends SaidBySide {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deployment_feedback_pkey' })
  id!: string;

  @ManyToOne(() => DeploymentEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'deployment_id', foreignKeyConstraintName: 'deployment_feedback_deployment' })
  deployment!: Relation<DeploymentEntity>;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'deployment_feedback_data_key' })
  key!: Relation<DataKeyEntity>;

  /** The first day of the quarter in whose figures it was counted; null while it was not. */
  @Column('date', { name: 'counted_in', nullable: true })
  countedIn!: string | null;
}
