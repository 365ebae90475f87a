import { areAllOf, isOneOf } from '#database';
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
import { COLUMNS, entityColumn } from '../fields/columns.js';
import type { StatedField } from '../fields/stated.js';
import type { Statement } from '../assertion/statement.js';
import type { ProfileField } from '../fields/views.js';
import { PROFILE_STATES, type ProfileState } from '../fields/closed-lists.js';
import { TRACKS } from '#vocabulary';

/** One woman, one row, however many networks list her. */
@Entity('mediator')
@Check('mediator_state_known', isOneOf('state', PROFILE_STATES))
@Check('mediator_tracks_known', areAllOf('tracks', TRACKS))
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

// What sources state of her stands in columns of its own, as the table of fields has them.
for (const column of COLUMNS) {
  Column(entityColumn(column))(MediatorEntity.prototype, column.property);
  if (column.check) Check(...column.check)(MediatorEntity);
}
