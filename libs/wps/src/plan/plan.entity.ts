import { areAllOf, isOneOf } from '#database';
import { LOCALES } from '#vocabulary';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  MINISTRIES,
  OFFICE_POSITIONS,
  type Ministry,
  type OfficePosition,
} from '../actor/lists.js';
import type { Texts } from '../records/checks.js';
import { SHARINGS, type Sharing } from '../records/lists.js';
import {
  BUDGET_STATUSES,
  PLAN_FOCUSES,
  PLAN_LEVELS,
  type BudgetStatus,
  type PlanFocus,
  type PlanLevel,
} from './lists.js';
import { PLAN_STATES, type PlanState } from './plan-steps.js';

/** An action plan on women, peace and security of a state, a region or a local government. */
@Entity('wps_plan')
@Check('wps_plan_state_known', isOneOf('state', PLAN_STATES))
@Check('wps_plan_level_known', isOneOf('level', PLAN_LEVELS))
@Check('wps_plan_focus_known', isOneOf('focus', PLAN_FOCUSES))
@Check('wps_plan_budget_status_known', isOneOf('budget_status', BUDGET_STATUSES))
@Check('wps_plan_lead_position_known', isOneOf('lead_position', OFFICE_POSITIONS))
@Check('wps_plan_lead_ministry_known', isOneOf('lead_ministry', MINISTRIES))
@Check('wps_plan_languages_known', areAllOf('languages', LOCALES))
@Check('wps_plan_sharing_known', isOneOf('sharing', SHARINGS))
@Check('wps_plan_generation_counted', 'generation BETWEEN 1 AND 20')
@Check('wps_plan_days_in_order', 'until_day >= from_day')
@Check('wps_plan_not_own_parent', 'parent_id <> id')
@Index('wps_plan_of_actor', ['actorId', 'id'])
@Index('wps_plan_of_parent', ['parentId'])
export class PlanEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_plan_pkey' })
  id!: string;

  @ForeignKey('ActorEntity', { name: 'wps_plan_actor' })
  @Column('uuid', { name: 'actor_id' })
  actorId!: string;

  @Column('text')
  level!: PlanLevel;

  /** The plan that it carries out: the national one of a local plan. */
  @ForeignKey('PlanEntity', { name: 'wps_plan_parent' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** The how-manieth of its actor at this level, from 1. */
  @Column('smallint')
  generation!: number;

  @Column('jsonb')
  title!: Texts;

  /** In which it was published. */
  @Column('text', { array: true })
  languages!: string[];

  @Column('date', { nullable: true })
  adopted!: string | null;

  @Column('date', { name: 'from_day', nullable: true })
  from!: string | null;

  @Column('date', { name: 'until_day', nullable: true })
  until!: string | null;

  @Column('text', { default: 'draft' })
  state!: PlanState;

  @Column('text', { name: 'lead_office', nullable: true })
  leadOffice!: string | null;

  @Column('text', { name: 'lead_position', nullable: true })
  leadPosition!: OfficePosition | null;

  @Column('text', { name: 'lead_ministry', nullable: true })
  leadMinistry!: Ministry | null;

  /** Who coordinates it between offices. */
  @Column('text', { name: 'coordination_body', nullable: true })
  coordinationBody!: string | null;

  @Column('text')
  focus!: PlanFocus;

  @Column('text', { name: 'budget_status' })
  budgetStatus!: BudgetStatus;

  /** How it says that women mediators are nominated; null if it does not. */
  @Column('text', { name: 'mediator_nomination', nullable: true })
  mediatorNomination!: string | null;

  @Column('text', { name: 'document_url', nullable: true })
  documentUrl!: string | null;

  /** The day of its last public report. */
  @Column('date', { name: 'reported_on', nullable: true })
  reportedOn!: string | null;

  @Column('text', { name: 'report_url', nullable: true })
  reportUrl!: string | null;

  @Column('text', { default: 'own' })
  sharing!: Sharing;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
