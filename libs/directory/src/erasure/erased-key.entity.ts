import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Keyed hash of the number that an erased woman had in a network's list, so that no list brings her back. */
@Entity('erased_key')
export class ErasedKeyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'erased_key_pkey' })
  fingerprint!: string;

  @Column('date', { name: 'erased_on' })
  erasedOn!: string;

  /** Of a name: the fingerprint of the number with which it is kept out; null for a number. */
  @Column('text', { name: 'of_number', nullable: true })
  ofNumber!: string | null;
}
