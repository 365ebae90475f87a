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
import { FEEDBACK_SIDES, type FeedbackSide } from '../feedback/feedback-lists.js';

/** What one side of a deployment answered in the after-action review. That side and the desk read it. */
@Entity('after_action')
@Unique('after_action_once', ['deploymentId', 'side'])
@Check('after_action_side_known', isOneOf('side', FEEDBACK_SIDES))
export class AfterActionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'after_action_pkey' })
  id!: string;

  @Column('uuid', { name: 'deployment_id' })
  deploymentId!: string;

  @ManyToOne(() => DeploymentEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'deployment_id', foreignKeyConstraintName: 'after_action_deployment' })
  deployment!: Relation<DeploymentEntity>;

  @Column('text')
  side!: FeedbackSide;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'after_action_data_key' })
  key!: Relation<DataKeyEntity>;

  /** `AfterActionDraft` as JSON. */
  @Column('bytea')
  sealed!: Buffer;

  /** Opaque name of the actor. */
  @Column('text', { name: 'given_by' })
  givenBy!: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
