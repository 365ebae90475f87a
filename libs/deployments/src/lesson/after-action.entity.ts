import { isOneOf } from '#database';
import { DataKeyEntity } from '#vault';
import {
  Check,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { DeploymentEntity } from '../deployment/deployment.entity.js';
import { FEEDBACK_SIDES } from '../feedback/feedback-lists.js';
import { SaidBySide } from '../feedback/said-by-side.js';

/** What one side of a deployment answered in the after-action review: `AfterActionDraft` as JSON. That side and the desk read it. */
@Entity('after_action')
@Unique('after_action_once', ['deploymentId', 'side'])
@Check('after_action_side_known', isOneOf('side', FEEDBACK_SIDES))
export class AfterActionEntity extends SaidBySide {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'after_action_pkey' })
  id!: string;

  @ManyToOne(() => DeploymentEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'deployment_id', foreignKeyConstraintName: 'after_action_deployment' })
  deployment!: Relation<DeploymentEntity>;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'after_action_data_key' })
  key!: Relation<DataKeyEntity>;
}
