import { isOneOf } from '#database';
import type { Locale } from '#vocabulary';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { SHARINGS, type Sharing } from '../records/lists.js';
import {
  EVIDENCE_GRADES,
  WPS_LESSON_STATES,
  type EvidenceGrade,
  type WpsLessonState,
} from './lesson-steps.js';

/** What an actor has learnt, for others to take up. Its words are in one language. */
@Entity('wps_lesson')
@Check('wps_lesson_state_known', isOneOf('state', WPS_LESSON_STATES))
@Check('wps_lesson_sharing_known', isOneOf('sharing', SHARINGS))
@Check('wps_lesson_evidence_known', isOneOf('evidence', EVIDENCE_GRADES))
@Index('wps_lesson_of_actor', ['actorId', 'id'])
export class WpsLessonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_lesson_pkey' })
  id!: string;

  @ForeignKey('ActorEntity', { name: 'wps_lesson_actor' })
  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('text')
  language!: Locale;

  @Column('text')
  title!: string;

  /** A code of the vocabulary; null if it is of no place. */
  @Column('text', { nullable: true })
  territory!: string | null;

  /** Where, when and in which plan or process. */
  @Column('text')
  context!: string;

  @Column('text')
  done!: string;

  @Column('text')
  result!: string;

  @Column('text')
  evidence!: EvidenceGrade;

  /** What shows the result, such as an evaluation. */
  @Column('text', { nullable: true })
  source!: string | null;

  /** What must be so for it to work elsewhere. */
  @Column('text', { nullable: true })
  conditions!: string | null;

  @Column('text', { nullable: true })
  costs!: string | null;

  /** What not to do. */
  @Column('text', { nullable: true })
  avoid!: string | null;

  /** The office that answers questions. */
  @Column('text', { nullable: true })
  office!: string | null;

  @Column('text', { array: true })
  themes!: string[];

  /** The published lesson of a deployment from which it was drawn. No foreign key: this must not hang on what is held about a woman. */
  @Column('uuid', { name: 'after_action_id', nullable: true })
  afterActionId!: string | null;

  @Column('text', { default: 'draft' })
  state!: WpsLessonState;

  @Column('text', { default: 'own' })
  sharing!: Sharing;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}

/** That an actor does what another has learnt. Adoption is the measure of a lesson, not how often it was looked at. */
@Entity('wps_lesson_use')
@Unique('wps_lesson_use_once', ['lessonId', 'actorId'])
@Check('wps_lesson_use_sharing_known', isOneOf('sharing', SHARINGS))
@Check('wps_lesson_use_days_in_order', 'until_day >= from_day')
@Index('wps_lesson_use_of_actor', ['actorId', 'id'])
export class LessonUseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_lesson_use_pkey' })
  id!: string;

  @Column('uuid', { name: 'lesson_id' })
  lessonId!: string;

  @ManyToOne(() => WpsLessonEntity, { nullable: false })
  @JoinColumn({ name: 'lesson_id', foreignKeyConstraintName: 'wps_lesson_use_lesson' })
  lesson!: Relation<WpsLessonEntity>;

  @ForeignKey('ActorEntity', { name: 'wps_lesson_use_actor' })
  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  /** How it was fitted to where it is used. */
  @Column('text')
  adapted!: string;

  /** What came of it; null as long as that is not known. */
  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('date', { name: 'from_day' })
  from!: string;

  /** Last day; null while it is used. */
  @Column('date', { name: 'until_day', nullable: true })
  until!: string | null;

  @Column('text', { default: 'network' })
  sharing!: Sharing;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
