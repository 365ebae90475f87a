import { DataKeyEntity } from '#vault';
import { Check, Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { OrganizationEntity } from '../organization/organization.entity.js';
import type { ClaimNames } from './provider-draft.js';

/** The sign-in service of one organization, and we as its client. */
@Entity('openid_provider')
@Check('openid_provider_domains_some', 'cardinality(domains) > 0')
export class OpenIdProviderEntity {
  @PrimaryColumn('uuid', {
    name: 'organization_id',
    primaryKeyConstraintName: 'openid_provider_pkey',
  })
  organizationId!: string;

  @OneToOne(() => OrganizationEntity, { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'openid_provider_organization',
  })
  organization!: OrganizationEntity;

  @Column('text')
  issuer!: string;

  @Column('text', { name: 'client_id' })
  clientId!: string;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'openid_provider_data_key' })
  key!: DataKeyEntity;

  /** The client secret. */
  @Column('bytea', { comment: 'The client secret.' })
  sealed!: Buffer;

  /** Of the addresses that it may vouch for. */
  @Column('text', { array: true })
  domains!: string[];

  @Column('jsonb')
  claims!: ClaimNames;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}

/** What a sealed client secret is bound to. */
export function clientSecretPlace(organizationId: string): string {
  return `openid_provider:${organizationId}`;
}
