import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { NetworkEntity } from '../network/network.entity.js';

/** That an import said something new of a woman, and where it stood. */
@Entity('profile_import')
@Index('profile_import_of', ['mediatorId', 'id'])
@Check('profile_import_file_name_length', 'length(file_name) BETWEEN 1 AND 255')
export class ProfileImportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'profile_import_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'profile_import_mediator' })
  mediator!: Relation<MediatorEntity>;

  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  @ManyToOne(() => NetworkEntity, { nullable: false })
  @JoinColumn({ name: 'network_id', foreignKeyConstraintName: 'profile_import_network' })
  network!: Relation<NetworkEntity>;

  /** The same for all profiles of one import. */
  @Column('uuid', { name: 'import_id' })
  importId!: string;

  /** Without its folders; null where the rows came from no file. */
  @Column('text', { name: 'file_name', nullable: true })
  fileName!: string | null;

  /** As a person counts the rows of the file. */
  @Column('integer')
  row!: number;

  /** As the audit log names who imported. */
  @Column('text', { name: 'imported_by' })
  importedBy!: string;

  @Column('timestamptz', { name: 'imported_at', default: () => 'now()' })
  importedAt!: Date;
}
