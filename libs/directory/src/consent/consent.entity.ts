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
import { CONSENT_PURPOSES, type ConsentPurpose } from '../profile/profile-record.js';
import { type Locale, LOCALES } from '#vocabulary';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { NetworkEntity } from '../network/network.entity.js';
import { type Channel, CHANNELS } from './channels.js';

/** That she agreed to a purpose: to which text, through which channel, recorded by whom. */
@Entity('consent')
@Check('consent_purpose_known', isOneOf('purpose', CONSENT_PURPOSES))
@Check('consent_language_known', isOneOf('language', LOCALES))
@Check('consent_channel_known', isOneOf('channel', CHANNELS))
@Check('consent_withdrawn_channel_known', isOneOf('withdrawn_channel', CHANNELS))
@Check('consent_text_version_length', 'length(text_version) BETWEEN 1 AND 100')
@Index('consent_one_in_force', ['mediatorId', 'purpose'], {
  unique: true,
  where: 'withdrawn_at IS NULL',
})
export class ConsentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consent_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'consent_mediator' })
  mediator!: Relation<MediatorEntity>;

  @Column('text')
  purpose!: ConsentPurpose;

  @Column('text', { name: 'text_version' })
  textVersion!: string;

  /** In which the text was read; null where the network does not say. */
  @Column('text', { nullable: true })
  language!: Locale | null;

  @Column('text')
  channel!: Channel;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  /** The network that recorded it; null where she gave it herself. */
  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  @ManyToOne(() => NetworkEntity)
  @JoinColumn({ name: 'network_id', foreignKeyConstraintName: 'consent_network' })
  network!: Relation<NetworkEntity> | null;

  @Column('date', { name: 'given_on' })
  givenOn!: string;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;

  /** Null while the consent stands. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;

  @Column('text', { name: 'withdrawn_channel', nullable: true })
  withdrawnChannel!: Channel | null;
}
