import { areAllOf } from '#database';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { type Scope, SCOPES } from '../policy/grants.js';

/** A program that asks with a token of its own. */
@Entity('service_account')
@Unique('service_account_token_unique', ['tokenHash'])
@Check('service_account_name_length', 'length(name) BETWEEN 1 AND 200')
@Check('service_account_scopes_known', areAllOf('scopes', SCOPES))
export class ServiceAccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_account_pkey' })
  id!: string;

  /** What it is for. */
  @Column('text')
  name!: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('text', { array: true })
  scopes!: Scope[];

  /** The networks that its scopes are for. */
  @Column('uuid', { name: 'network_ids', array: true, default: [] })
  networkIds!: string[];

  /** As the audit log names it. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('date', { name: 'last_used_on', nullable: true })
  lastUsedOn!: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
