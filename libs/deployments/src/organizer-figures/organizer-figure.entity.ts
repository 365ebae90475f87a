import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FigureSums } from './figure-sums.js';

/** Sums of what at least five mediators said of an organization, made at the end of a quarter and the same ever after. */
@Entity('organizer_figure')
export class OrganizerFigureEntity {
  @ForeignKey('OrganizationEntity', { name: 'organizer_figure_organization', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', {
    name: 'organization_id',
    primaryKeyConstraintName: 'organizer_figure_pkey',
  })
  organizationId!: string;

  @PrimaryColumn('date', { name: 'first_day', primaryKeyConstraintName: 'organizer_figure_pkey' })
  firstDay!: string;

  @Column('jsonb')
  sums!: FigureSums;

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date;
}
