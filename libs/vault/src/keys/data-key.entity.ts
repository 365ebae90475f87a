import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A data key, wrapped by a master key that is not in the database. Rows that it sealed refer to it. */
@Entity({
  name: 'data_key',
  comment: 'Data keys, wrapped by a master key that is not in the database.',
})
@Check('data_key_id_positive', 'id > 0')
@Check('data_key_purpose_known', `purpose IN ('seal', 'index')`)
@Index('data_key_in_force', ['purpose'], { unique: true, where: 'retired_at IS NULL' })
export class DataKeyEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'data_key_pkey' })
  id!: number;

  @Column('text')
  purpose!: 'seal' | 'index';

  @Column('bytea')
  wrapped!: Buffer;

  @Column('text', { name: 'master_id' })
  masterId!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
}
