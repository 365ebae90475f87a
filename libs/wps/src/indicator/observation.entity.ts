import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { SHARINGS, type Sharing } from '../records/lists.js';
import { IndicatorEntity } from './indicator.entity.js';
import { OBSERVATION_STATUSES, type ObservationStatus } from './lists.js';

/** A value of an indicator for an actor in a period. It is never changed: a correction is a row of its own that supersedes it. */
@Entity('wps_observation')
@Unique('wps_observation_superseded_once', ['supersedesId'])
@Check('wps_observation_status_known', isOneOf('status', OBSERVATION_STATUSES))
@Check('wps_observation_sharing_known', isOneOf('sharing', SHARINGS))
@Check('wps_observation_days_in_order', 'until_day >= from_day')
@Check('wps_observation_stated', 'value IS NOT NULL OR text IS NOT NULL')
@Check('wps_observation_not_own', 'supersedes_id <> id')
@Check('wps_observation_source_length', 'length(source) BETWEEN 1 AND 500')
@Index('wps_observation_of_actor', ['actorId', 'id'])
@Index('wps_observation_of_indicator', ['indicatorId', 'actorId'])
export class ObservationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_observation_pkey' })
  id!: string;

  @ForeignKey('ActorEntity', { name: 'wps_observation_actor' })
  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('uuid', { name: 'indicator_id' })
  indicatorId!: string;

  @ManyToOne(() => IndicatorEntity, { nullable: false })
  @JoinColumn({ name: 'indicator_id', foreignKeyConstraintName: 'wps_observation_indicator' })
  indicator!: Relation<IndicatorEntity>;

  @Column('date', { name: 'from_day' })
  from!: string;

  @Column('date', { name: 'until_day' })
  until!: string;

  /** A share is a number from 0 to 1. */
  @Column('numeric', { precision: 24, scale: 8, nullable: true })
  value!: string | null;

  @Column('text', { nullable: true })
  text!: string | null;

  @Column('numeric', { precision: 24, scale: 8, nullable: true })
  numerator!: string | null;

  @Column('numeric', { precision: 24, scale: 8, nullable: true })
  denominator!: string | null;

  /** Of whom it is told, such as "women aged 15 to 49"; null for the whole. */
  @Column('text', { name: 'part', nullable: true })
  part!: string | null;

  @Column('text')
  status!: ObservationStatus;

  /** Where the value comes from. */
  @Column('text')
  source!: string;

  @Column('text', { name: 'method_note', nullable: true })
  methodNote!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text', { default: 'own' })
  sharing!: Sharing;

  /** The observation that this one corrects. */
  @ForeignKey('ObservationEntity', { name: 'wps_observation_supersedes' })
  @Column('uuid', { name: 'supersedes_id', nullable: true })
  supersedesId!: string | null;

  /** Whether another one corrects it. Of its row nothing else changes, but that it is shared with fewer. */
  @Column('boolean', { default: false })
  superseded!: boolean;

  /** Opaque name of whoever entered it. */
  @Column('text', { name: 'entered_by' })
  enteredBy!: string;

  @Column('timestamptz', { name: 'entered_at', default: () => 'now()' })
  enteredAt!: Date;
}
