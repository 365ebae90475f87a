import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** The argon2id hash of an account's password, in a table of its own so that nothing else loads it. */
@Entity('account_password')
export class AccountPasswordEntity {
  @PrimaryColumn('uuid', {
    name: 'account_id',
    primaryKeyConstraintName: 'account_password_pkey',
  })
  accountId!: string;

  @OneToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'account_password_account' })
  account!: AccountEntity;

  /** In PHC form, parameters and salt included. */
  @Column('text')
  hash!: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt!: Date;
}
