import { isOneOf } from '#database';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const KEY_PURPOSES = ['seal', 'index'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

/** A key that seals or indexes, wrapped by a master key. Whatever is sealed references the one that opens it. */
@Entity('data_key', {
  comment: 'Data keys, wrapped by a master key that is not in the database.',
})
@Check('data_key_id_positive', 'id > 0')
@Check('data_key_purpose_known', isOneOf('purpose', KEY_PURPOSES))
@Index('data_key_in_force', ['purpose'], { unique: true, where: 'retired_at IS NULL' })
export class DataKeyEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'data_key_pkey' })
  id!: number;

  @Column('text')
  purpose!: KeyPurpose;

  @Column('bytea')
  wrapped!: Buffer;

  @Column('text', { name: 'master_id' })
  masterId!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** From then on it opens and no longer seals, until no row needs it. */
  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
}
