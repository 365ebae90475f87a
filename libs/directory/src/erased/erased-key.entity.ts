import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Keyed hash of the number, name or e-mail address that an erased woman had in a network's list, so that no list brings her back. */
@Entity('erased_key')
export class ErasedKeyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'erased_key_pkey' })
  fingerprint!: string;

  @Column('date', { name: 'erased_on' })
  erasedOn!: string;

  /**
   * The fingerprint of the number with which it is readmitted: of a name, an address, and each further number that merged
   * records had in one list. Null for a first or only number, and for an address of several erased women.
   */
  @Column('text', { name: 'of_number', nullable: true })
  ofNumber!: string | null;
}
