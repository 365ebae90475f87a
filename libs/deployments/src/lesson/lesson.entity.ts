import { isOneOf } from '#database';
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
  Unique,
} from 'typeorm';
import { DeploymentEntity } from '../deployment/deployment.entity.js';
import type { LessonContents } from './after-action.js';
import { LESSON_STATES, type LessonState } from './lesson-steps.js';

/**
 * What can be learnt from a deployment, for a network to review and publish. What is published names nobody and stays when
 * the mediator is erased; a draft, which may name her, goes.
 */
@Entity('lesson')
@Unique('lesson_once', ['deploymentId'])
@Check('lesson_state_known', isOneOf('state', LESSON_STATES))
@Check('lesson_sealed_whole', '(key_id IS NULL) = (sealed IS NULL)')
@Check(
  'lesson_published_whole',
  `(state = 'published') = (published IS NOT NULL) AND (state = 'draft') = (sealed IS NOT NULL)
    AND (state <> 'published' OR published_on IS NOT NULL)`,
)
@Index('lesson_of_network', ['networkId', 'id'])
export class LessonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lesson_pkey' })
  id!: string;

  /** Null once the mediator was erased. */
  @Column('uuid', { name: 'deployment_id', nullable: true })
  deploymentId!: string | null;

  @ManyToOne(() => DeploymentEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'deployment_id', foreignKeyConstraintName: 'lesson_deployment' })
  deployment!: Relation<DeploymentEntity> | null;

  /** Whose desk reviews it. */
  @ForeignKey('NetworkEntity', { name: 'lesson_network' })
  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @Column('text', { default: 'draft' })
  state!: LessonState;

  @Column('smallint', { name: 'key_id', nullable: true })
  keyId!: number | null;

  @ManyToOne(() => DataKeyEntity)
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'lesson_data_key' })
  key!: Relation<DataKeyEntity> | null;

  /** `LessonContents` as JSON, while it is a draft. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

  /** What everyone reads, while it is published. */
  @Column('jsonb', { nullable: true })
  published!: LessonContents | null;

  @Column('date', { name: 'published_on', nullable: true })
  publishedOn!: string | null;

  /** Opaque name of who published or withdrew it. */
  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
