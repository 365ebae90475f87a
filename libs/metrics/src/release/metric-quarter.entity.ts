import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuarterFigures } from './quarter-figures.js';

/** The figures of a quarter, as they were made once and are told ever after. */
@Entity('metric_quarter')
export class MetricQuarterEntity {
  @PrimaryColumn('date', { name: 'first_day', primaryKeyConstraintName: 'metric_quarter_pkey' })
  firstDay!: string;

  @Column('jsonb')
  numbers!: QuarterFigures;

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date;
}
