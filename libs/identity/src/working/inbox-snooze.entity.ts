import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** Until when somebody does not want to see something that waits. */
@Entity('inbox_snooze')
export class InboxSnoozeEntity {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'inbox_snooze_pkey' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'inbox_snooze_account' })
  account!: AccountEntity;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'inbox_snooze_pkey' })
  kind!: string;

  @PrimaryColumn('uuid', { name: 'subject_id', primaryKeyConstraintName: 'inbox_snooze_pkey' })
  subjectId!: string;

  @PrimaryColumn('uuid', { name: 'side_id', primaryKeyConstraintName: 'inbox_snooze_pkey' })
  sideId!: string;

  @Column('timestamptz')
  until!: Date;
}
