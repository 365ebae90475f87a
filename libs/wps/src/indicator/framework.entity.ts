import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Texts } from '../records/checks.js';

/** A set of indicators that somebody publishes and asks actors to report by. */
@Entity('wps_framework')
@Unique('wps_framework_code_unique', ['code'])
@Check('wps_framework_code_form', `code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 64`)
@Check('wps_framework_source_length', 'length(source) BETWEEN 1 AND 500')
export class FrameworkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_framework_pkey' })
  id!: string;

  /** A slug, such as `un-1325`. */
  @Column('text')
  code!: string;

  @Column('jsonb')
  title!: Texts;

  @Column('text')
  publisher!: string;

  /** The document that defines it. */
  @Column('text')
  source!: string;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
