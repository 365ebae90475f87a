import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Published } from '../profile/published-values.js';

/** A class of women with a code name who show the same. */
@Entity('pseudonym_class')
export class PseudonymClassEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pseudonym_class_pkey' })
  id!: string;

  @Column('jsonb', { comment: 'What each clearance sees of all members, by clearance.' })
  published!: Published;
}
