import { isOneOf } from '#database';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SHARINGS, type Sharing } from '../records/lists.js';
import { MINISTRIES, OFFICE_POSITIONS, type Ministry, type OfficePosition } from './lists.js';

/**
 * Who answers for the agenda in an actor, or did. The row is about the office; it names the person only while she agrees,
 * and how to reach the office is a page of the office, never an address of the person.
 */
@Entity('wps_focal_point')
@Check('wps_focal_point_position_known', isOneOf('office_position', OFFICE_POSITIONS))
@Check('wps_focal_point_ministry_known', isOneOf('ministry', MINISTRIES))
@Check('wps_focal_point_sharing_known', isOneOf('sharing', SHARINGS))
@Check('wps_focal_point_days_in_order', 'until_day >= from_day')
@Check('wps_focal_point_named_with_consent', '(person IS NULL) = (consented_on IS NULL)')
@Index('wps_focal_point_of_actor', ['actorId', 'from'])
export class FocalPointEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_focal_point_pkey' })
  id!: string;

  @ForeignKey('ActorEntity', { name: 'wps_focal_point_actor' })
  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  /** Her name; null unless she has agreed to be named. */
  @Column('text', { nullable: true })
  person!: string | null;

  /** The day on which she agreed. */
  @Column('date', { name: 'consented_on', nullable: true })
  consentedOn!: string | null;

  /** Her title, such as "Ambassador". */
  @Column('text', { nullable: true })
  title!: string | null;

  /** The name of the office. */
  @Column('text')
  office!: string;

  @Column('text', { name: 'office_position' })
  officePosition!: OfficePosition;

  @Column('text', { nullable: true })
  ministry!: Ministry | null;

  /** Staff of its own. */
  @Column('boolean', { name: 'own_staff', nullable: true })
  ownStaff!: boolean | null;

  /** A budget of its own. */
  @Column('boolean', { name: 'own_budget', nullable: true })
  ownBudget!: boolean | null;

  /** To whom the office reports. */
  @Column('text', { name: 'reports_to', nullable: true })
  reportsTo!: string | null;

  /** Stands in for the focal point. */
  @Column('boolean', { default: false })
  deputy!: boolean;

  /** A page of the office (https). */
  @Column('text', { nullable: true })
  channel!: string | null;

  @Column('date', { name: 'from_day' })
  from!: string;

  /** Last day; null while she is it. */
  @Column('date', { name: 'until_day', nullable: true })
  until!: string | null;

  @Column('text', { default: 'own' })
  sharing!: Sharing;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
