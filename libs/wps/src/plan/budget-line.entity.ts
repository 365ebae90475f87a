import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { PlanItemEntity } from './plan-item.entity.js';

/** Money for an item of a plan in one year. */
@Entity('wps_budget_line')
@Check('wps_budget_line_currency_form', `currency ~ '^[A-Z]{3}$'`)
@Check('wps_budget_line_year_counted', 'year BETWEEN 2000 AND 2100')
@Check('wps_budget_line_marker_known', 'marker IN (0, 1, 2)')
@Check('wps_budget_line_amounts_positive', 'planned >= 0 AND allocated >= 0 AND spent >= 0')
@Index('wps_budget_line_of_item', ['itemId', 'year', 'id'])
export class BudgetLineEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_budget_line_pkey' })
  id!: string;

  @Column('uuid', { name: 'item_id' })
  itemId!: string;

  @ManyToOne(() => PlanItemEntity, { nullable: false })
  @JoinColumn({ name: 'item_id', foreignKeyConstraintName: 'wps_budget_line_item' })
  item!: Relation<PlanItemEntity>;

  @Column('smallint')
  year!: number;

  /** ISO 4217. */
  @Column('text')
  currency!: string;

  @Column('numeric', { precision: 18, scale: 2, nullable: true })
  planned!: string | null;

  @Column('numeric', { precision: 18, scale: 2, nullable: true })
  allocated!: string | null;

  @Column('numeric', { precision: 18, scale: 2, nullable: true })
  spent!: string | null;

  /** Where the money comes from. */
  @Column('text', { nullable: true })
  source!: string | null;

  /** The gender equality policy marker of the OECD (IATI PolicyMarker 1): 0, 1 or 2; null if it was not screened. */
  @Column('smallint', { nullable: true })
  marker!: number | null;

  /** Whether it goes to a women's organization of civil society; null if it is not known. */
  @Column('boolean', { name: 'to_women_cso', nullable: true })
  toWomenCso!: boolean | null;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
