import { isOneOf } from '#database';
import { type Phase, PHASES, PROCESS_TYPES, type ProcessType } from '#vocabulary';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A peace process or dialogue: a common one, or one of an organization. */
@Entity('peace_process')
@Unique('peace_process_slug_unique', ['slug'])
@Check('peace_process_type_known', isOneOf('type', PROCESS_TYPES))
@Check('peace_process_phase_known', isOneOf('phase', PHASES))
@Check('peace_process_years_in_order', 'year_to >= year_from')
export class PeaceProcessEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'peace_process_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  territories!: string[];

  @Column('text')
  parties!: string;

  /** Who leads or led it. */
  @Column('text')
  lead!: string;

  @Column('text')
  type!: ProcessType;

  @Column('text')
  phase!: Phase;

  @Column('smallint', { name: 'year_from' })
  yearFrom!: number;

  @Column('smallint', { name: 'year_to', nullable: true })
  yearTo!: number | null;

  /** Expertise codes. */
  @Column('text', { array: true, default: [] })
  themes!: string[];

  /** Working and local languages, BCP 47. */
  @Column('text', { array: true, default: [] })
  languages!: string[];

  /** Whose organizers wrote it down; null for a common one, which everyone sees. */
  @ForeignKey('OrganizationEntity', { name: 'peace_process_organization' })
  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  /** Since when no new need is to belong to it. */
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;
}
