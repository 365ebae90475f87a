import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** A code that stands in for a lost authenticator, once: using it removes it. Only its keyed hash is here. */
@Entity('recovery_code')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'recovery_code_pkey' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'recovery_code_account' })
  account!: AccountEntity;

  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'recovery_code_pkey' })
  hash!: Buffer;
}
