import { DataKeyEntity } from '#vault';
import type { Locale } from '#vocabulary';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** An organizer who has registered and not yet shown that the address is hers. */
@Entity('registration')
export class RegistrationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_pkey' })
  id!: string;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'registration_data_key' })
  key!: DataKeyEntity;

  /** What she stated, as JSON. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('bytea', { name: 'email_index' })
  emailIndex!: Buffer;

  @Column('text')
  locale!: Locale;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
