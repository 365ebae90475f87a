import { INDEXED_CLEARANCES } from '#search';
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
import type { Audience } from '#identity';
import { type Locale, LOCALES } from '#vocabulary';
import { type Channel, CHANNELS } from '../consent/channels.js';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import type { ProfileField } from '../fields/views.js';

/** That she showed a field to more people than is standard: to which text, how, recorded by whom. */
@Entity('audience_consent')
@Check('audience_consent_audience_known', isOneOf('audience', INDEXED_CLEARANCES))
@Check('audience_consent_language_known', isOneOf('language', LOCALES))
@Check('audience_consent_channel_known', isOneOf('channel', CHANNELS))
@Index('audience_consent_one_in_force', ['mediatorId', 'field'], {
  unique: true,
  where: 'withdrawn_at IS NULL',
})
export class AudienceConsentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audience_consent_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'audience_consent_mediator' })
  mediator!: Relation<MediatorEntity>;

  @Column('text')
  field!: ProfileField;

  @Column('text')
  audience!: Exclude<Audience, 'CURATOR'>;

  @Column('text', { name: 'text_version' })
  textVersion!: string;

  /** In which she read the text. */
  @Column('text')
  language!: Locale;

  @Column('text')
  channel!: Channel;

  /** Opaque name of the actor. */
  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;

  /** Null while it stands. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;
}
