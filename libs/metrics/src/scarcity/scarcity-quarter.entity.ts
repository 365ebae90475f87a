import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScarcityRow } from './scarcity-rows.js';

/** What was told of a quarter: numbers in steps of five, made once, and the same ever after. */
@Entity('scarcity_quarter')
export class ScarcityQuarterEntity {
  @PrimaryColumn('date', {
    name: 'first_day',
    primaryKeyConstraintName: 'scarcity_quarter_pkey',
  })
  firstDay!: string;

  @Column('jsonb')
  numbers!: readonly ScarcityRow[];

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date;
}
