import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Where and when a network answers: seen by verified organizers. */
@Entity('network_desk')
@Check(
  'network_desk_working_days_known',
  `cardinality(working_days) > 0 AND working_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[]`,
)
@Check(
  'network_desk_hours_in_order',
  `opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND opens < closes`,
)
export class NetworkDeskEntity {
  @ForeignKey('NetworkEntity', { name: 'network_desk_network', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'network_id', primaryKeyConstraintName: 'network_desk_pkey' })
  networkId!: string;

  /** How the desk is reached: what the network wants organizers to read. */
  @Column('text', { default: '' })
  address!: string;

  /** IANA name. */
  @Column('text', { name: 'time_zone', default: 'UTC' })
  timeZone!: string;

  /** 1 is Monday, 7 is Sunday. */
  @Column('smallint', { name: 'working_days', array: true, default: [1, 2, 3, 4, 5] })
  workingDays!: number[];

  /** Local times, as `09:00`. */
  @Column('text', { default: '09:00' })
  opens!: string;

  @Column('text', { default: '17:00' })
  closes!: string;

  /** BCP 47. */
  @Column('text', { array: true, default: [] })
  languages!: string[];

  /** Opaque name of the actor. */
  @Column('text', { name: 'updated_by' })
  updatedBy!: string;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
