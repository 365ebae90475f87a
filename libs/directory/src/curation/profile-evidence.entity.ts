import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { NetworkEntity } from '../network/network.entity.js';

export const EVIDENCE_KINDS = ['reference', 'accreditation'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Why a profile may be believed: a reference by name, or the accreditation of a network. */
@Entity('profile_evidence')
@Check('profile_evidence_kind_known', isOneOf('kind', EVIDENCE_KINDS))
@Index('profile_evidence_of', ['mediatorId', 'id'])
export class ProfileEvidenceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'profile_evidence_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'profile_evidence_mediator' })
  mediator!: Relation<MediatorEntity>;

  @Column('text')
  kind!: EvidenceKind;

  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  @ManyToOne(() => NetworkEntity)
  @JoinColumn({ name: 'network_id', foreignKeyConstraintName: 'profile_evidence_network' })
  network!: Relation<NetworkEntity> | null;

  /** Name of the reference, or what the network says. */
  @Column('text')
  text!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;
}
