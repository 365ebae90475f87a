import { DataKeyEntity } from '#vault';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** The secret that an authenticator shares: one in use, and at most one that is being enrolled. */
@Entity('account_totp')
@Unique('account_totp_once', ['accountId', 'confirmed'])
export class AccountTotpEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_totp_pkey' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'account_totp_account' })
  account!: AccountEntity;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'account_totp_data_key' })
  key!: DataKeyEntity;

  /** The secret in base32. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('boolean', { default: false })
  confirmed!: boolean;

  /** The time step whose code was used last: none up to it is taken again. */
  @Column('integer', { name: 'last_step', nullable: true })
  lastStep!: number | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
