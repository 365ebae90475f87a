import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A change that was made under a key of whoever asked for it, in the transaction of the change. */
@Entity('idempotency_key')
@Index('idempotency_key_claimed', ['claimedAt'])
export class IdempotencyKeyEntity {
  /** SHA-256 of who asked, of which change of her document it is, and of the key that she gave. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  key!: Buffer;

  /** Keyed hash of the change and all that was given for it. */
  @Column('bytea', { name: 'change_hash' })
  changeHash!: Buffer;

  /** The request that made it. */
  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  /** What it was about, as the audit log has it. */
  @Column('uuid', { array: true })
  subjects!: string[];

  @Column('timestamptz', { name: 'claimed_at', default: () => 'now()' })
  claimedAt!: Date;
}
