import { DataKeyEntity } from '#vault';
import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { DeploymentFeedbackEntity } from './deployment-feedback.entity.js';

/** What the side of which something was said replies. It is read wherever the feedback is. */
@Entity('feedback_reply')
export class FeedbackReplyEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'feedback_reply_pkey' })
  feedbackId!: string;

  @OneToOne(() => DeploymentFeedbackEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'feedback_id', foreignKeyConstraintName: 'feedback_reply_feedback' })
  feedback!: Relation<DeploymentFeedbackEntity>;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'feedback_reply_data_key' })
  key!: Relation<DataKeyEntity>;

  @Column('bytea')
  sealed!: Buffer;

  /** Opaque name of the actor. */
  @Column('text', { name: 'replied_by' })
  repliedBy!: string;

  @Column('timestamptz', { name: 'replied_at' })
  repliedAt!: Date;
}
