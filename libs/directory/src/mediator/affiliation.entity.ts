import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import type { Statement } from '../assertion/statement.js';
import { NetworkEntity } from '../network/network.entity.js';
import { MediatorEntity } from './mediator.entity.js';
import { NETWORK_ROLES } from '../fields/closed-lists.js';

export const AFFILIATION_STATUSES = ['proposed', 'verified', 'ended'] as const;
export type AffiliationStatus = (typeof AFFILIATION_STATUSES)[number];

/** A mediator in a network. */
@Entity('affiliation')
@Unique('affiliation_external_id_unique', ['networkId', 'externalId'])
@Unique('affiliation_once', ['mediatorId', 'networkId'])
@Check('affiliation_external_id_length', 'length(external_id) BETWEEN 1 AND 200')
@Check('affiliation_role_known', isOneOf('role', NETWORK_ROLES))
@Check('affiliation_status_known', isOneOf('status', AFFILIATION_STATUSES))
@Check('affiliation_dates_in_order', 'until >= since')
export class AffiliationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'affiliation_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'affiliation_mediator' })
  mediator!: Relation<MediatorEntity>;

  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @ManyToOne(() => NetworkEntity, { nullable: false })
  @JoinColumn({ name: 'network_id', foreignKeyConstraintName: 'affiliation_network' })
  network!: Relation<NetworkEntity>;

  /** Her number in the network's own list. */
  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('text', { default: 'member' })
  role!: 'member' | 'mentor' | 'young-member';

  @Column('text', { default: 'verified' })
  status!: AffiliationStatus;

  @Column('date', { nullable: true })
  since!: string | null;

  @Column('date', { nullable: true })
  until!: string | null;

  @Column('text', { name: 'verified_by', nullable: true })
  verifiedBy!: string | null;

  @Column('date', { name: 'verified_on', nullable: true })
  verifiedOn!: string | null;

  /** SHA-256 of what the network's last import said of her, so that the same file changes nothing. */
  @Column('text', { name: 'asserted_digest', nullable: true })
  assertedDigest!: string | null;

  /** What the network says of her. */
  @Column('jsonb', { nullable: true })
  asserted!: Statement | null;

  @Column('timestamptz', { name: 'asserted_at', nullable: true })
  assertedAt!: Date | null;

  /** Whose word counts first where networks contradict each other: the lower number's, then who came first. */
  @Column('smallint', { default: 0 })
  precedence!: number;
}
