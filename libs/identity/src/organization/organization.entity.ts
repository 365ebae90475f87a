import { isOneOf } from '#database';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { ORGANIZATION_STATES, type OrganizationState } from './organization-steps.js';

export const ORGANIZATION_KINDS = [
  'state',
  'un-entity',
  'au',
  'rec',
  'osce',
  'eu',
  'nato',
  'civil-society',
  'other',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** Whom organizers and focal points ask for. */
@Entity('organization')
@Check('organization_name_length', 'length(name) BETWEEN 1 AND 200')
@Check('organization_kind_known', isOneOf('kind', ORGANIZATION_KINDS))
@Check('organization_country_form', `country ~ '^[A-Z]{2}$'`)
@Check('organization_state_known', isOneOf('state', ORGANIZATION_STATES))
export class OrganizationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organization_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: OrganizationKind;

  /** ISO 3166-1 alpha-2, where it belongs to one. */
  @Column('text', { nullable: true })
  country!: string | null;

  /** Its people see what the vetted see while it is verified. */
  @Column('text', { default: 'pending' })
  state!: OrganizationState;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
