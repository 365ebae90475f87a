import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MediatorEntity } from '../mediator/mediator.entity.js';

/** That she was reminded to confirm her profile: nobody is reminded twice of the same day. */
@Entity('profile_reminder')
export class ProfileReminderEntity {
  @PrimaryColumn('uuid', { name: 'mediator_id', primaryKeyConstraintName: 'profile_reminder_pkey' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'profile_reminder_mediator' })
  mediator!: Relation<MediatorEntity>;

  /** The day on which her profile becomes stale. */
  @PrimaryColumn('date', { name: 'due_on', primaryKeyConstraintName: 'profile_reminder_pkey' })
  dueOn!: string;

  @PrimaryColumn('smallint', {
    name: 'days_before',
    primaryKeyConstraintName: 'profile_reminder_pkey',
  })
  daysBefore!: number;

  @Column('timestamptz', { name: 'sent_at', default: () => 'now()' })
  sentAt!: Date;
}
