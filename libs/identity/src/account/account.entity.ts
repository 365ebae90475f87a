import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
} from 'typeorm';
import { DataKeyEntity } from '#vault';
import type { Locale } from '#vocabulary';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { ACCOUNT_STATES, type AccountState } from './account-steps.js';

/** Somebody who can sign in. Address and name are sealed; the address is found by a blind index. */
@Entity('account')
@Unique('account_email_unique', ['emailIndex'])
@Unique('account_mediator_unique', ['mediatorId'])
@Check('account_locale_form', `locale ~ '^[a-z]{2}$'`)
@Check('account_state_known', isOneOf('state', ACCOUNT_STATES))
@Index('account_of_organization', ['organizationId'])
export class AccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pkey' })
  id!: string;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'account_data_key' })
  key!: DataKeyEntity;

  /** `Person` as JSON. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('bytea', { name: 'email_index' })
  emailIndex!: Buffer;

  /** Of the mails to her. */
  @Column('text', { default: 'en' })
  locale!: Locale;

  @Column('text', { default: 'active' })
  state!: AccountState;

  /** Her own profile: who is erased there has no account any more. */
  @ForeignKey('MediatorEntity', { name: 'account_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id', nullable: true })
  mediatorId!: string | null;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  @ManyToOne(() => OrganizationEntity)
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'account_organization' })
  organization!: OrganizationEntity | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
