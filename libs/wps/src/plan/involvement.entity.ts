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
} from 'typeorm';
import { PlanEntity } from './plan.entity.js';
import {
  INVOLVED,
  INVOLVED_ANSWERS,
  INVOLVED_HOW,
  INVOLVED_NAMES,
  INVOLVED_STAGES,
  type Involved,
  type InvolvedAnswer,
  type InvolvedHow,
  type InvolvedName,
  type InvolvedStage,
} from './lists.js';

/** That somebody beside the lead office had a part in a plan. An actor that is named so can confirm or contest it. */
@Entity('wps_involvement')
@Check('wps_involvement_who_known', isOneOf('who', INVOLVED))
@Check('wps_involvement_stage_known', isOneOf('stage', INVOLVED_STAGES))
@Check('wps_involvement_how_known', isOneOf('how', INVOLVED_HOW))
@Check('wps_involvement_named_known', isOneOf('named', INVOLVED_NAMES))
@Check(
  'wps_involvement_person_agreed',
  `(named IS NOT DISTINCT FROM 'person') = (agreed_on IS NOT NULL)`,
)
@Check('wps_involvement_actor_is_body', `actor_id IS NULL OR named = 'body'`)
@Check('wps_involvement_answer_known', isOneOf('answer', INVOLVED_ANSWERS))
@Check('wps_involvement_answered_whole', `(answer = 'unanswered') = (answered_at IS NULL)`)
@Check('wps_involvement_answer_of_actor', `actor_id IS NOT NULL OR answer = 'unanswered'`)
@Index('wps_involvement_of_plan', ['planId', 'id'])
@Index('wps_involvement_of_actor', ['actorId', 'id'])
export class InvolvementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_involvement_pkey' })
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @ManyToOne(() => PlanEntity, { nullable: false })
  @JoinColumn({ name: 'plan_id', foreignKeyConstraintName: 'wps_involvement_plan' })
  plan!: Relation<PlanEntity>;

  @Column('text')
  who!: Involved;

  /** Who it was, if it is an actor of this directory. */
  @ForeignKey('ActorEntity', { name: 'wps_involvement_actor' })
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  /** Who it was, as the plan says it. */
  @Column('text')
  name!: string;

  /** Whose name that is; null in what was written down before this was asked. Such a name is shown to nobody. */
  @Column('text', { nullable: true })
  named!: InvolvedName | null;

  /** The day on which a person agreed to be named with the plan. */
  @Column('date', { name: 'agreed_on', nullable: true })
  agreedOn!: string | null;

  @Column('text')
  stage!: InvolvedStage;

  @Column('text')
  how!: InvolvedHow;

  /** What shows it, such as the minutes of a consultation. */
  @Column('text', { nullable: true })
  evidence!: string | null;

  @Column('text', { default: 'unanswered' })
  answer!: InvolvedAnswer;

  /** What the actor says to it. */
  @Column('text', { name: 'answer_words', nullable: true })
  answerWords!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
