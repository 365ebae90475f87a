import { DataKeyEntity } from '#vault';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A pair of keys that access tokens are signed with, or were and may still be. */
@Entity('signing_key')
@Index('signing_key_in_force', { synchronize: false })
export class SigningKeyEntity {
  /** The `kid` of its tokens. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'signing_key_pkey' })
  id!: string;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'signing_key_data_key' })
  key!: DataKeyEntity;

  /** The private key as a JWK. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('jsonb', { name: 'public_jwk' })
  publicJwk!: Record<string, string>;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Null while it signs. */
  @Column('timestamptz', { name: 'accepted_until', nullable: true })
  acceptedUntil!: Date | null;
}
