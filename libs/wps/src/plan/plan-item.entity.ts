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
import type { Texts } from '../records/checks.js';
import {
  ITEM_KINDS,
  PILLARS,
  PROGRESSES,
  type ItemKind,
  type Pillar,
  type Progress,
} from './lists.js';

/** By what the plan says that it will measure an outcome or an action. */
export interface PlanIndicator {
  readonly text: string;
  readonly baseline: string | null;
  readonly target: string | null;
  readonly source: string | null;
  /** The indicator of the UN, a region or the SDG with which it agrees, such as "un-1325/11a". */
  readonly alignedWith: string | null;
}

/** A goal, an outcome or an action of a plan. */
@Entity('wps_plan_item')
@Check('wps_plan_item_kind_known', isOneOf('kind', ITEM_KINDS))
@Check('wps_plan_item_pillar_known', isOneOf('pillar', PILLARS))
@Check('wps_plan_item_progress_known', isOneOf('progress', PROGRESSES))
@Check('wps_plan_item_days_in_order', 'until_day >= from_day')
@Check('wps_plan_item_not_own_parent', 'parent_id <> id')
@Index('wps_plan_item_of_plan', ['planId', 'place', 'id'])
@Index('wps_plan_item_of_parent', ['parentId'])
export class PlanItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_plan_item_pkey' })
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @ManyToOne(() => PlanEntity, { nullable: false })
  @JoinColumn({ name: 'plan_id', foreignKeyConstraintName: 'wps_plan_item_plan' })
  plan!: Relation<PlanEntity>;

  /** The outcome of an action, the goal of an outcome. */
  @ForeignKey('PlanItemEntity', { name: 'wps_plan_item_parent' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('text')
  kind!: ItemKind;

  /** Its place among the items of the plan. */
  @Column('integer')
  place!: number;

  @Column('jsonb')
  text!: Texts;

  @Column('text', { nullable: true })
  pillar!: Pillar | null;

  /** Topics of the expertise taxonomy. */
  @Column('text', { array: true })
  themes!: string[];

  @Column('text', { nullable: true })
  responsible!: string | null;

  @Column('date', { name: 'from_day', nullable: true })
  from!: string | null;

  @Column('date', { name: 'until_day', nullable: true })
  until!: string | null;

  @Column('text', { default: 'not-started' })
  progress!: Progress;

  @Column('text', { name: 'progress_note', nullable: true })
  progressNote!: string | null;

  @Column('jsonb')
  indicators!: readonly PlanIndicator[];

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
