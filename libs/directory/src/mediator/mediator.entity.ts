import {
  Check,
  Column,
  Entity,
  Generated,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import type { Audience } from '#identity';
import type { Role, Support, Track } from '#vocabulary';
import type { StatedField, Statement } from '../assertion/statement.js';
import type { ProfileField } from '../profile/profile-fields.js';
import type { AvailabilityBand, ProfileState, WorkingMode } from '../profile/profile-record.js';

/** One woman, one row, however many networks list her. */
@Entity('mediator')
@Check(
  'mediator_state_known',
  `state IN ('draft', 'submitted', 'verified', 'published', 'stale', 'suspended', 'withdrawn')`,
)
@Check('mediator_full_name_length', 'length(full_name) BETWEEN 1 AND 200')
@Check('mediator_display_name_length', 'length(display_name) BETWEEN 1 AND 200')
@Check('mediator_code_name_length', 'length(code_name) BETWEEN 1 AND 100')
@Check('mediator_residence_form', `residence ~ '^[A-Z]{2}$'`)
@Check('mediator_birth_year_range', 'birth_year BETWEEN 1900 AND 2100')
@Check('mediator_years_range', 'years BETWEEN 0 AND 80')
@Check('mediator_tracks_known', `tracks <@ ARRAY['1', '1.5', '2', '3']`)
@Check(
  'mediator_availability_known',
  `availability_band IN ('available', 'limited', 'unavailable')`,
)
@Check('mediator_notice_range', 'notice_days BETWEEN 0 AND 3650')
@Check('mediator_working_mode_known', `working_mode IN ('in-person', 'remote', 'both')`)
@Check('mediator_pseudonym_has_code_name', 'NOT pseudonymous OR code_name IS NOT NULL')
@Check('mediator_completeness_range', 'completeness BETWEEN 0 AND 100')
@Check('mediator_not_merged_into_herself', 'merged_into <> id')
@Unique('mediator_public_id_unique', ['publicId'])
@Index('mediator_changed_xid', ['changedXid'])
@Index('mediator_merged', ['mergedInto'], { where: 'merged_into IS NOT NULL' })
export class MediatorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mediator_pkey' })
  id!: string;

  /**
   * What everyone but her curators knows her by. Random, and replaced with the lot by the database itself
   * when she becomes pseudonymous or stops being so.
   */
  @Column('uuid', { name: 'public_id' })
  @Generated('uuid')
  publicId!: string;

  /** Breaks ties in rankings; secret. */
  @Column('uuid')
  @Generated('uuid')
  lot!: string;

  @Column('text')
  state!: ProfileState;

  @Column('text', { name: 'full_name' })
  fullName!: string;

  @Column('text', { name: 'display_name' })
  displayName!: string;

  @Column('text', { name: 'name_variants', array: true, default: [] })
  nameVariants!: string[];

  @Column('text', { name: 'code_name', nullable: true })
  codeName!: string | null;

  /** Shown below CURATOR by her code name only. */
  @Column('boolean', { default: false })
  pseudonymous!: boolean;

  @Column('text', { array: true, default: [] })
  nationalities!: string[];

  @Column('text', { nullable: true })
  residence!: string | null;

  @Column('smallint', { name: 'birth_year', nullable: true })
  birthYear!: number | null;

  /** Whole years of mediation experience. */
  @Column('smallint', { default: 0 })
  years!: number;

  @Column('text', { array: true, default: [] })
  tracks!: Track[];

  @Column('text', { array: true, default: [] })
  roles!: Role[];

  @Column('text', { array: true, default: [] })
  supports!: Support[];

  /** Null where nobody has stated it. */
  @Column('text', { name: 'availability_band', nullable: true })
  availabilityBand!: AvailabilityBand | null;

  /** Days she can serve, as PostgreSQL writes a multirange. */
  @Column('datemultirange', { default: '{}' })
  available!: string;

  @Column('smallint', { name: 'notice_days', nullable: true })
  noticeDays!: number | null;

  @Column('text', { name: 'working_mode', nullable: true })
  workingMode!: WorkingMode | null;

  /** Text by language (BCP 47). */
  @Column('jsonb', { default: {} })
  biography!: Record<string, string>;

  @Column('text', { nullable: true })
  education!: string | null;

  @Column('text', { nullable: true })
  publications!: string | null;

  @Column('text', { nullable: true })
  training!: string | null;

  /** Territories she has ruled out for her safety. */
  @Column('text', { name: 'ruled_out', array: true, default: [] })
  ruledOut!: string[];

  @Column('date', { name: 'confirmed_on', nullable: true })
  confirmedOn!: string | null;

  /** Her own audience for a field, where it differs from the standard one. */
  @Column('jsonb', { default: {} })
  audience!: Partial<Record<ProfileField, Audience>>;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  /** Grows by one with each change: what an update must quote. */
  @Column('integer', { default: 1 })
  revision!: number;

  /** Transaction that changed her or what belongs to her last; kept by the database itself. */
  @Column('bigint', { name: 'changed_xid', default: () => 'current_xid()' })
  changedXid!: string;

  /** What she says herself; the columns above hold what all sources together say. */
  @Column('jsonb', { nullable: true })
  asserted!: Statement | null;

  @Column('timestamptz', { name: 'asserted_at', nullable: true })
  assertedAt!: Date | null;

  /** Per cent of what makes her findable that is there. */
  @Column('smallint', { default: 0 })
  completeness!: number;

  /** Fields in which her sources contradict each other. */
  @Column('text', { array: true, default: [] })
  conflicts!: StatedField[];

  /** The record that stands for her since this one was merged into it. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'merged_into', foreignKeyConstraintName: 'mediator_merged_into' })
  keptRecord!: Relation<MediatorEntity> | null;
}
