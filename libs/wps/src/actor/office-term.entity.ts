import { isOneOf } from '#database';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OFFICE_ROLES, type OfficeRole } from './lists.js';

/** An office that an actor holds, or held, in a network. */
@Entity('wps_office_term')
@Unique('wps_office_term_once', ['groupingId', 'actorId', 'role', 'from'])
@Check('wps_office_term_role_known', isOneOf('role', OFFICE_ROLES))
@Check('wps_office_term_days_in_order', 'until_day >= from_day')
@Check('wps_office_term_source_length', 'length(source) BETWEEN 1 AND 500')
@Index('wps_office_term_of_actor', ['actorId'])
export class OfficeTermEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_office_term_pkey' })
  id!: string;

  @ForeignKey('ActorEntity', { name: 'wps_office_term_grouping', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'grouping_id' })
  groupingId!: string;

  @ForeignKey('ActorEntity', { name: 'wps_office_term_actor', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('text')
  role!: OfficeRole;

  /** First day; null if it is not known. */
  @Column('date', { name: 'from_day', nullable: true })
  from!: string | null;

  /** Last day; null while it lasts, or if its end is not known. */
  @Column('date', { name: 'until_day', nullable: true })
  until!: string | null;

  /** The document that says so. */
  @Column('text')
  source!: string;
}
