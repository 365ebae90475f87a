import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import type { Texts } from '../records/checks.js';
import { SHARINGS, type Sharing } from '../records/lists.js';
import { FormEntity } from './form.entity.js';
import { REPORT_STATES, type ReportState } from './report-steps.js';

/** A report of an actor by a form, for a period. */
@Entity('wps_report')
@Check('wps_report_state_known', isOneOf('state', REPORT_STATES))
@Check('wps_report_sharing_known', isOneOf('sharing', SHARINGS))
@Check('wps_report_days_in_order', 'until_day >= from_day')
@Check(
  'wps_report_frozen_whole',
  `(state IN ('submitted', 'reviewed')) = (content IS NOT NULL)
    AND (content IS NULL) = (hash IS NULL) AND (content IS NULL) = (submitted_at IS NULL)
    AND (content IS NULL OR submitted_to IS NOT NULL)`,
)
@Unique('wps_report_once', ['formId', 'actorId', 'from', 'until'])
@Index('wps_report_of_actor', ['actorId', 'id'])
export class ReportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_report_pkey' })
  id!: string;

  @Column('uuid', { name: 'form_id' })
  formId!: string;

  @ManyToOne(() => FormEntity, { nullable: false })
  @JoinColumn({ name: 'form_id', foreignKeyConstraintName: 'wps_report_form' })
  form!: Relation<FormEntity>;

  @ForeignKey('ActorEntity', { name: 'wps_report_actor' })
  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('date', { name: 'from_day' })
  from!: string;

  @Column('date', { name: 'until_day' })
  until!: string;

  @Column('text', { default: 'draft' })
  state!: ReportState;

  @OneToMany(() => ConsultedEntity, ({ report }) => report)
  consulted!: Relation<ConsultedEntity[]>;

  /** Words of the actor, by the code of their cell. */
  @Column('jsonb')
  answers!: Record<string, Texts>;

  /** Who reads it once it is submitted, and so which records it may hold. */
  @Column('text', { default: 'own' })
  sharing!: Sharing;

  /** The body that receives it. */
  @Column('text', { name: 'submitted_to', nullable: true })
  submittedTo!: string | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  /** What was submitted, as JSON to the last character. Kept, so that later corrections do not reach it. */
  @Column('text', { nullable: true, select: false })
  content!: string | null;

  /** SHA-256 of the content in UTF-8, as hexadecimal digits. */
  @Column('text', { nullable: true })
  hash!: string | null;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}

/** Who is consulted on a report: her people read it from then on, and comment on it. */
@Entity('wps_report_consulted')
@Index('wps_report_consulted_of_actor', ['actorId'])
export class ConsultedEntity {
  @PrimaryColumn('uuid', {
    name: 'report_id',
    primaryKeyConstraintName: 'wps_report_consulted_pkey',
  })
  reportId!: string;

  @ManyToOne(() => ReportEntity, ({ consulted }) => consulted, { nullable: false })
  @JoinColumn({ name: 'report_id', foreignKeyConstraintName: 'wps_report_consulted_report' })
  report!: Relation<ReportEntity>;

  @ForeignKey('ActorEntity', { name: 'wps_report_consulted_actor' })
  @PrimaryColumn('uuid', {
    name: 'actor_id',
    primaryKeyConstraintName: 'wps_report_consulted_pkey',
  })
  actorId!: string;
}
