import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import {
  type Phase,
  PHASES,
  PROCESS_TYPES,
  type ProcessType,
  type Role,
  type Track,
  TRACKS,
} from '#vocabulary';
import { MediatorEntity } from './mediator.entity.js';

/** A deployment in a peace process, as she or her network reports it. */
@Entity('experience')
@Check('experience_type_known', isOneOf('process_type', PROCESS_TYPES))
@Check('experience_phase_known', isOneOf('phase', PHASES))
@Check('experience_track_known', isOneOf('track', TRACKS))
@Check('experience_territory_form', `territory ~ '^[A-Z]{2}$'`)
@Check('experience_years_in_order', 'year_to >= year_from')
export class ExperienceEntity {
  @PrimaryColumn('uuid', { name: 'mediator_id', primaryKeyConstraintName: 'experience_pkey' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'experience_mediator' })
  mediator!: Relation<MediatorEntity>;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'experience_pkey' })
  ordinal!: number;

  @Column('text', { name: 'process_name' })
  processName!: string;

  @Column('text', { name: 'process_type', nullable: true })
  processType!: ProcessType | null;

  @Column('text', { nullable: true })
  phase!: Phase | null;

  @Column('text', { nullable: true })
  role!: Role | null;

  @Column('text', { nullable: true })
  track!: Track | null;

  @Column('text', { nullable: true })
  territory!: string | null;

  @Column('smallint', { name: 'year_from', nullable: true })
  yearFrom!: number | null;

  @Column('smallint', { name: 'year_to', nullable: true })
  yearTo!: number | null;
}
