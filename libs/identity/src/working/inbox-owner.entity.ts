import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** Who of a network or an organization deals with something that waits for all of its people. */
@Entity('inbox_owner')
@Index('inbox_owner_of_account', ['accountId'])
export class InboxOwnerEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'inbox_owner_pkey' })
  kind!: string;

  @PrimaryColumn('uuid', { name: 'subject_id', primaryKeyConstraintName: 'inbox_owner_pkey' })
  subjectId!: string;

  /** The network or organization for whose people it waits. */
  @PrimaryColumn('uuid', { name: 'side_id', primaryKeyConstraintName: 'inbox_owner_pkey' })
  sideId!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'inbox_owner_account' })
  account!: AccountEntity;

  @Column('text', { name: 'assigned_by' })
  assignedBy!: string;

  @Column('timestamptz', { name: 'assigned_at', default: () => 'now()' })
  assignedAt!: Date;
}
