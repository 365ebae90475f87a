import { isOneOf } from '#database';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Texts } from '../records/checks.js';
import { RHYTHMS, type CellKind, type Rhythm } from './lists.js';

/** A place of a form that is filled. */
export interface FormCell {
  /** Unique in the form. */
  readonly code: string;
  readonly kind: CellKind;
  /** Of what: an indicator, a framework, a concept, records, a metric; null for words of the actor. */
  readonly of: string | null;
  /** What the form asks; empty where its subject says it. */
  readonly label: Texts;
  /** How it is to be filled, or what differs. */
  readonly note: Texts;
}

export interface FormSection {
  readonly title: Texts;
  readonly cells: readonly FormCell[];
}

/** A form by which actors report, as data. Another version is another row, for reports stay with theirs. */
@Entity('wps_form')
@Unique('wps_form_version_unique', ['code', 'version'])
@Check('wps_form_version_positive', 'version > 0')
@Check('wps_form_rhythm_known', isOneOf('rhythm', RHYTHMS))
@Check(
  'wps_form_check_whole',
  '(checked_against IS NULL) = (checked_on IS NULL) AND (checked OR checked_against IS NULL)',
)
@Check('wps_form_code_form', `code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 64`)
export class FormEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wps_form_pkey' })
  id!: string;

  @Column('text')
  code!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  title!: Texts;

  /** Who asks for it. */
  @Column('text')
  publisher!: string;

  @Column('text')
  rhythm!: Rhythm;

  /** The document that asks for it. */
  @Column('text')
  source!: string;

  /** Whether it was compared with that document, or has none. */
  @Column('boolean', { default: false })
  checked!: boolean;

  /** With what: the document, the place in it, and where it was read. Null also of what has no document. */
  @Column('text', { name: 'checked_against', nullable: true })
  checkedAgainst!: string | null;

  /** On which day. */
  @Column('date', { name: 'checked_on', nullable: true })
  checkedOn!: string | null;

  @Column('jsonb')
  sections!: FormSection[];

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  revision!: number;
}
