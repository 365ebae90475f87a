import { DataKeyEntity } from '#vault';
import {
  Column,
  Entity,
  ForeignKey,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
} from 'typeorm';

/** One revision of the terms of reference of a need. The highest is in force; earlier ones stay, for women accepted them. */
@Entity('terms_version')
@Unique('terms_version_revision_unique', ['needId', 'revision'])
export class TermsVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'terms_version_pkey' })
  id!: string;

  @ForeignKey('NeedEntity', { name: 'terms_version_need', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'need_id' })
  needId!: string;

  @Column('integer')
  revision!: number;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'terms_version_data_key' })
  key!: Relation<DataKeyEntity>;

  /** `Terms` as JSON. */
  @Column('bytea')
  sealed!: Buffer;

  /** Opaque name of the actor. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
