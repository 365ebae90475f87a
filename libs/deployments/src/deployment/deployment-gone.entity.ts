import { isOneOf } from '#database';
import { TERMS_MODES, type TermsMode } from '#introductions';
import { TRACKS, type Track } from '#vocabulary';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OUTCOMES, type Outcome } from './lists.js';

/**
 * What stays of a deployment whose woman was erased: a count, and nothing of her. The database writes it, under a new id,
 * so that figures stay true.
 */
@Entity('deployment_gone')
@Check('deployment_gone_mode_known', isOneOf('mode', TERMS_MODES))
@Check('deployment_gone_track_known', isOneOf('track', TRACKS))
@Check('deployment_gone_outcome_known', isOneOf('outcome', OUTCOMES))
@Index('deployment_gone_of_need', ['needId'])
export class DeploymentGoneEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deployment_gone_pkey' })
  id!: string;

  @ForeignKey('OrganizationEntity', { name: 'deployment_gone_organization' })
  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @ForeignKey('NetworkEntity', { name: 'deployment_gone_network' })
  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @ForeignKey('NeedEntity', { name: 'deployment_gone_need' })
  @Column('uuid', { name: 'need_id' })
  needId!: string;

  @Column('text', { nullable: true })
  track!: Track | null;

  @Column('text')
  mode!: TermsMode;

  /** Days at work, the last one included; 0 if it never began. */
  @Column('integer')
  days!: number;

  @Column('text', { nullable: true })
  outcome!: Outcome | null;
}
