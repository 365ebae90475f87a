import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuarterNumbers } from './exposure-releases.js';

/** What was told of a quarter: sums of five women or more, made once, and the same ever after. */
@Entity('exposure_quarter')
export class ExposureQuarterEntity {
  @PrimaryColumn('date', {
    name: 'first_day',
    primaryKeyConstraintName: 'exposure_quarter_pkey',
  })
  firstDay!: string;

  @Column('jsonb')
  numbers!: QuarterNumbers;

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date;
}
