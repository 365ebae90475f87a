import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { DataKeyEntity } from '#vault';
import { ConsentEntity } from './consent.entity.js';

/** Where the proof of a consent lies, such as the number of a signed form; sealed. */
@Entity('consent_proof')
export class ConsentProofEntity {
  @PrimaryColumn('uuid', { name: 'consent_id', primaryKeyConstraintName: 'consent_proof_pkey' })
  consentId!: string;

  @ManyToOne(() => ConsentEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'consent_id', foreignKeyConstraintName: 'consent_proof_consent' })
  consent!: Relation<ConsentEntity>;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'consent_proof_data_key' })
  key!: DataKeyEntity;

  @Column('bytea')
  sealed!: Buffer;
}
