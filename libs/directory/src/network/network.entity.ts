import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';

/** Text by locale (`en`, `fr`, …). */
export type Texts = Record<string, string>;

/** A women mediators' network, or a pool within one. */
@Entity('network')
@Unique('network_slug_unique', ['slug'])
@Check('network_slug_form', `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 64`)
@Check('network_names_english', `names ? 'en'`)
@Check('network_not_its_own_parent', 'parent_id <> id')
export class NetworkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'network_pkey' })
  id!: string;

  /** Short name in addresses and on the command line: lower-case letters, digits and hyphens. */
  @Column('text')
  slug!: string;

  /** Name by locale; English always. */
  @Column('jsonb')
  names!: Texts;

  @Column('jsonb', { default: {} })
  descriptions!: Texts;

  @Column('jsonb', { name: 'admission_criteria', default: {} })
  admissionCriteria!: Texts;

  /** Territories, regions or groupings the network covers. */
  @Column('text', { array: true, default: [] })
  territories!: string[];

  @Column('text', { nullable: true })
  website!: string | null;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @ManyToOne(() => NetworkEntity)
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'network_parent' })
  parent!: Relation<NetworkEntity> | null;

  /** Part of the demo: its women do not exist. */
  @Column('boolean', { default: false })
  fictional!: boolean;

  /** Nobody verifies what she submitted or edited last herself. */
  @Column('boolean', { name: 'four_eyes', default: false })
  fourEyes!: boolean;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  @Column('integer', { default: 1 })
  revision!: number;
}
