import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
} from 'typeorm';
import type { Texts } from '../records/checks.js';
import { CONCEPT_CODES, type Concept } from './concepts.js';
import { FrameworkEntity } from './framework.entity.js';
import {
  DIRECTIONS,
  FITS,
  INDICATOR_LEVELS,
  UNITS,
  type Direction,
  type Fit,
  type IndicatorLevel,
  type Unit,
} from './lists.js';

/** An indicator of a framework, and the concept that it measures. */
@Entity('wps_indicator')
@Unique('wps_indicator_code_unique', ['frameworkId', 'code'])
@Check('wps_indicator_unit_known', isOneOf('unit', UNITS))
@Check('wps_indicator_direction_known', isOneOf('direction', DIRECTIONS))
@Check('wps_indicator_level_known', isOneOf('level', INDICATOR_LEVELS))
@Check('wps_indicator_concept_known', isOneOf('concept', CONCEPT_CODES))
@Check('wps_indicator_fit_known', isOneOf('fit', FITS))
@Check(
  'wps_indicator_check_whole',
  '(checked_against IS NULL) = (checked_on IS NULL) AND (checked OR checked_against IS NULL)',
)
@Check('wps_indicator_misfit_explained', `fit = 'same' OR fit_note IS NOT NULL`)
export class IndicatorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_indicator_pkey' })
  id!: string;

  @Column('uuid', { name: 'framework_id' })
  frameworkId!: string;

  @ManyToOne(() => FrameworkEntity, { nullable: false })
  @JoinColumn({ name: 'framework_id', foreignKeyConstraintName: 'wps_indicator_framework' })
  framework!: Relation<FrameworkEntity>;

  /** As the framework numbers it, such as `11a`. */
  @Column('text')
  code!: string;

  /** Its place in the framework. */
  @Column('integer')
  place!: number;

  @Column('jsonb')
  text!: Texts;

  @Column('text')
  unit!: Unit;

  @Column('text')
  direction!: Direction;

  @Column('text')
  level!: IndicatorLevel;

  @Column('text')
  concept!: Concept;

  @Column('text')
  fit!: Fit;

  /** In what it differs from the concept; null only if it is the same. */
  @Column('text', { name: 'fit_note', nullable: true })
  fitNote!: string | null;

  /** Whether its wording was compared with the document of the framework, or has none. */
  @Column('boolean', { default: false })
  checked!: boolean;

  /** With what: the document, the place in it, and where it was read. Null also of what has no document. */
  @Column('text', { name: 'checked_against', nullable: true })
  checkedAgainst!: string | null;

  /** On which day. */
  @Column('date', { name: 'checked_on', nullable: true })
  checkedOn!: string | null;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
