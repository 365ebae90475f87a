import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
} from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** What an account can be given. */
export const ACCOUNT_ROLES = [
  'administrator',
  'coordinator',
  'organizer',
  'mediator',
  'focal-point',
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** A role of an account; that of a coordinator is for one network. */
@Entity('account_role')
@Unique('account_role_once', ['accountId', 'role', 'networkId'])
@Check('account_role_known', isOneOf('role', ACCOUNT_ROLES))
@Check('account_role_network_of_coordinators', `(role = 'coordinator') = (network_id IS NOT NULL)`)
export class AccountRoleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_role_pkey' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'account_role_account' })
  account!: AccountEntity;

  @Column('text')
  role!: AccountRole;

  @ForeignKey('NetworkEntity', { name: 'account_role_network' })
  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;
}
