import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Words } from '#messages';
import { NetworkEntity } from '../network/network.entity.js';

/** What the last import of a network did not accept. Holds no contact or security data. */
@Entity('import_reject')
export class ImportRejectEntity {
  @PrimaryColumn('uuid', { name: 'network_id', primaryKeyConstraintName: 'import_reject_pkey' })
  networkId!: string;

  @ManyToOne(() => NetworkEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'network_id', foreignKeyConstraintName: 'import_reject_network' })
  network!: Relation<NetworkEntity>;

  /** Place in the order of the file. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_reject_pkey' })
  ordinal!: number;

  /** Null where one sheet was read, or the file has none. */
  @Column('text', { nullable: true })
  sheet!: string | null;

  @Column('integer')
  row!: number;

  @Column('jsonb')
  column!: Words;

  @Column('jsonb')
  value!: Words;

  @Column('jsonb')
  reason!: Words;

  @Column('jsonb', { nullable: true })
  suggestion!: Words | null;

  @Column('timestamptz', { name: 'imported_at', default: () => 'now()' })
  importedAt!: Date;
}
