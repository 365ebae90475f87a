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
import { AccountEntity } from '../account/account.entity.js';

export const LINK_PURPOSES = [
  'invitation',
  'verify-email',
  'password-reset',
  'sign-in',
  'second-factor',
  'confirm-profile',
  'introduction',
  'check-in',
  'feedback',
  'second-place',
  'correction',
  'breach',
] as const;

export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** A token that does one thing once; only its hash is here. */
@Entity('one_time_link')
@Unique('one_time_link_token_unique', ['tokenHash'])
@Check('one_time_link_purpose_known', isOneOf('purpose', LINK_PURPOSES))
@Index('one_time_link_of_account', ['accountId'])
@Index('one_time_link_of_mediator', ['mediatorId'])
@Index('one_time_link_expires', ['expiresAt'])
export class OneTimeLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_time_link_pkey' })
  id!: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('text')
  purpose!: LinkPurpose;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'one_time_link_account' })
  account!: AccountEntity | null;

  @ForeignKey('MediatorEntity', { name: 'one_time_link_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id', nullable: true })
  mediatorId!: string | null;

  /** Blind index of the address or number of the mediator to which it was sent, where it ends with that. */
  @Column('bytea', { name: 'sent_to', nullable: true })
  sentTo!: Buffer | null;

  /** Ids only: nothing personal waits in a link. */
  @Column('jsonb', { default: {} })
  data!: Record<string, string>;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
