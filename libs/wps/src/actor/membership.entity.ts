import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** That an actor belongs, or belonged, to a regional organization or to the network. */
@Entity('wps_membership')
@Unique('wps_membership_once', ['actorId', 'groupingId', 'from'])
@Check('wps_membership_days_in_order', 'until_day >= from_day')
@Check('wps_membership_not_own', 'actor_id <> grouping_id')
@Check('wps_membership_source_length', 'length(source) BETWEEN 1 AND 500')
@Index('wps_membership_of_grouping', ['groupingId', 'actorId'])
export class MembershipEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_membership_pkey' })
  id!: string;

  @ForeignKey('ActorEntity', { name: 'wps_membership_actor', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @ForeignKey('ActorEntity', { name: 'wps_membership_grouping', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'grouping_id' })
  groupingId!: string;

  /** First day; null if it is not known. */
  @Column('date', { name: 'from_day', nullable: true })
  from!: string | null;

  /** Last day; null while it lasts, or if its end is not known. */
  @Column('date', { name: 'until_day', nullable: true })
  until!: string | null;

  /** The document that says so. */
  @Column('text')
  source!: string;

  /** The day on which the source stood so. */
  @Column('date', { name: 'as_of' })
  asOf!: string;
}
