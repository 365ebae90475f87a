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
import { DataKeyEntity } from '#vault';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { NetworkEntity } from '../network/network.entity.js';
import { CONTACT_PURPOSES, type ContactPurpose } from './contact-purpose.js';

/** That somebody looked at her contact data, and why: kept for her, and erased with her. */
@Entity('contact_access')
@Check('contact_access_purpose_known', isOneOf('purpose', CONTACT_PURPOSES))
@Index('contact_access_of_mediator', ['mediatorId'])
export class ContactAccessEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contact_access_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'contact_access_mediator' })
  mediator!: Relation<MediatorEntity>;

  /** Whose statement was looked at. */
  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @ManyToOne(() => NetworkEntity, { nullable: false })
  @JoinColumn({ name: 'network_id', foreignKeyConstraintName: 'contact_access_network' })
  network!: Relation<NetworkEntity>;

  /** Opaque name of the actor. */
  @Column('text')
  viewer!: string;

  @Column('text')
  purpose!: ContactPurpose;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'contact_access_key' })
  key!: Relation<DataKeyEntity>;

  /** Sealed: the reason in the viewer's own words, which may hold anything. */
  @Column('bytea')
  reason!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** Until when she is not shown it, unless she is heard of before; null where she is. */
  @Column('timestamptz', { name: 'withheld_until', nullable: true })
  withheldUntil!: Date | null;
}
