import { isOneOf } from '#database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ASK_CHANNELS, type AskChannel } from './ask-channels.js';

/** How a mediator wants to be asked. */
@Entity('mediator_preference')
@Check('mediator_preference_channel_known', isOneOf('channel', ASK_CHANNELS))
@Check(
  'mediator_preference_quiet_whole',
  `(quiet_from IS NULL) = (quiet_until IS NULL)
    AND quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`,
)
export class MediatorPreferenceEntity {
  @ForeignKey('MediatorEntity', { name: 'mediator_preference_mediator', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', {
    name: 'mediator_id',
    primaryKeyConstraintName: 'mediator_preference_pkey',
  })
  mediatorId!: string;

  /** IANA name. */
  @Column('text', { name: 'time_zone', default: 'UTC' })
  timeZone!: string;

  /** Local times, as `21:30`, between which nothing is sent to her; the night may lie between them. */
  @Column('text', { name: 'quiet_from', nullable: true })
  quietFrom!: string | null;

  @Column('text', { name: 'quiet_until', nullable: true })
  quietUntil!: string | null;

  @Column('text', { default: 'mail' })
  channel!: AskChannel;

  /** The network whose desk acts for her; null leaves it to the order of her networks. */
  @ForeignKey('NetworkEntity', { name: 'mediator_preference_network', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'desk_network_id', nullable: true })
  deskNetworkId!: string | null;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
