import { DataKeyEntity } from '#vault';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { NetworkEntity } from '../network/network.entity.js';

/** What the last import of a network did not accept. */
@Entity('import_reject')
@Index('import_reject_of_network', ['networkId', 'ordinal'], { unique: true })
export class ImportRejectEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_reject_pkey' })
  id!: string;

  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @ManyToOne(() => NetworkEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'network_id', foreignKeyConstraintName: 'import_reject_network' })
  network!: Relation<NetworkEntity>;

  /** Place in the order of the file. */
  @Column('integer')
  ordinal!: number;

  @Column('integer')
  row!: number;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'import_reject_data_key' })
  key!: DataKeyEntity;

  /** A `KeptWords`, sealed: what stands in a wrong column may be anything, such as an address. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'imported_at', default: () => 'now()' })
  importedAt!: Date;
}
